#include "data/samples/write_township.hpp"

#include "data/samples/columns.hpp"
#include "tests/data/sample_township.hpp"

#include "geo/io/vector_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

namespace samples {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder})
        files[entry.path().filename().string()] = bytes_of(entry.path());
    return files;
}

class WrittenTownship : public testing::Test {
   protected:
    static void SetUpTestSuite() {
        base = fs::path{testing::TempDir()} / fmt::format("anchong-samples-{}", ::testing::UnitTest::GetInstance()->random_seed());
        base += fmt::format("-{}", static_cast<long long>(fs::file_time_type::clock::now().time_since_epoch().count()));
        manifest = write_township(sample(), base / "first");
    }
    static void TearDownTestSuite() { fs::remove_all(base); }
    static fs::path at(const char* name) { return base / "first" / name; }

    static inline fs::path base;
    static inline std::vector<SampleFile> manifest;
};

TEST_F(WrittenTownship, ListsEachFileOnceWithItsRole) {
    ASSERT_EQ(manifest.size(), sheets().size());
    for (std::size_t k = 0; k < manifest.size(); ++k) {
        EXPECT_EQ(manifest[k].role, sheets()[k].role);
        EXPECT_EQ(manifest[k].file.stem(), sheets()[k].zh);
        EXPECT_TRUE(fs::is_regular_file(manifest[k].file)) << manifest[k].file;
        EXPECT_TRUE(manifest[k].layer.empty());
    }
    EXPECT_TRUE(fs::is_regular_file(at("township.gpkg")));
    EXPECT_FALSE(fs::exists(at(".anchong-sample")));
}

TEST_F(WrittenTownship, HasTheSameBytesTwice) {
    write_township(sample(), base / "second");
    const auto first = files_in(base / "first"), second = files_in(base / "second");
    ASSERT_EQ(first.size(), second.size());
    for (const auto& [name, bytes] : first) EXPECT_TRUE(second.at(name) == bytes) << name << " differs";
}

TEST_F(WrittenTownship, WritesChineseAsGbk) {
    const std::string dbf = bytes_of(at("小区.dbf"));
    EXPECT_THAT(dbf, HasSubstr("\xC7\xE0\xBA\xCC\xD4\xB7"));  // 青禾苑
    EXPECT_THAT(dbf, Not(HasSubstr("青禾苑")));               // not as UTF-8
}

TEST_F(WrittenTownship, CutsColumnNamesToTenBytes) {
    const std::string header = bytes_of(at("小区.dbf")).substr(0, 32 + 6 * 32);
    EXPECT_THAT(header, HasSubstr(std::string_view{"\xCE\xEF\xD2\xB5\xB7\xFE\xCE\xF1\xC6\xF3\0", 11}));  // 物业服务企(业)
    EXPECT_THAT(header, HasSubstr(std::string_view{"\xB5\xE7\xB6\xAF\xD7\xD4\xD0\xD0\xB3\xB5\0", 11}));  // 电动自行车(数)
}

TEST_F(WrittenTownship, TellsTheEncodingInThreeWays) {
    constexpr std::size_t language_byte = 29;
    EXPECT_FALSE(fs::exists(at("小区.cpg")));
    EXPECT_EQ(bytes_of(at("小区.dbf"))[language_byte], '\x4D');
    EXPECT_EQ(bytes_of(at("建筑.cpg")), "GBK");
    EXPECT_FALSE(fs::exists(at("可燃物.cpg")));
    EXPECT_EQ(bytes_of(at("可燃物.dbf"))[language_byte], '\0');
}

TEST_F(WrittenTownship, WritesTheTableAsAPhoneDoes) {
    const std::string csv = bytes_of(at("隐患.csv"));
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF编号,日期,类型,等级,状态,来源,经度,纬度\r\nYH0001,2024-11-"));
    EXPECT_EQ(std::ranges::count(csv, '\n'), 2001);
    EXPECT_THAT(csv, HasSubstr(",105.5"));
    EXPECT_THAT(csv, HasSubstr(",29.4"));
}

// What planners get must come back through our own door: every layer, every field, Chinese intact.
TEST_F(WrittenTownship, IsReadBackByTheImporter) {
    for (std::size_t k = 0; k < manifest.size(); ++k) {
        const Sheet sheet = sheets()[k].sheet;
        const geo::Role role = manifest[k].role;
        geo::LayerRequest request;
        request.role = role;
        request.file = manifest[k].file;
        const geo::SourceLayer read = geo::read_layer(request);
        const auto& sent = layer(sheet).features;
        const auto& got = read.layer.features;
        ASSERT_EQ(got.size(), sent.size()) << sheets()[k].zh;
        for (const Column& column : columns(sheet)) {
            int differing = 0;
            std::string example;
            for (std::size_t row = 0; row < sent.size(); ++row) {
                const auto text = [&](const geo::Feature& f) { 
                    if (column.from == "id") return f.id;
                    return column.from == "name" ? f.name : geo::text_of(role, f, column.from);
                };
                if (text(got[row]) == text(sent[row])) continue;
                ++differing;
                if (example.empty()) example = text(got[row]) + " for " + text(sent[row]);
            }
            EXPECT_EQ(differing, 0) << sheets()[k].zh << '.' << column.zh << ": " << example;
        }
    }
}

TEST_F(WrittenTownship, KeepsFilesThatAreThereUnlessTold) {
    const fs::path folder = base / "kept";
    fs::create_directories(folder);
    std::ofstream{folder / "道路.dbf"} << "mine";
    EXPECT_THROW(write_township(sample(), folder), geo::OutputError);
    EXPECT_EQ(files_in(folder).size(), 1u);
    EXPECT_EQ(bytes_of(folder / "道路.dbf"), "mine");
    write_township(sample(), folder, true);
    EXPECT_EQ(bytes_of(folder / "道路.dbf"), bytes_of(at("道路.dbf")));
}

TEST_F(WrittenTownship, SaysWhereItCannotWrite) {
    std::ofstream{base / "file"} << "x";
    try {
        write_township(sample(), base / "file" / "below");
        FAIL() << "wrote below a file";
    } catch (const geo::OutputError& error) {
        EXPECT_THAT(error.message().en, HasSubstr((base / "file" / "below").string()));
        EXPECT_THAT(error.message().zh, HasSubstr("可写"));
    }
}

}  // namespace
}  // namespace samples
