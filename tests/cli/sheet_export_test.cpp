#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace cli {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A small town of two compounds, planned once for all tests of this file.
class SheetExport : public ::testing::Test {
   protected:
    static void SetUpTestSuite() {
        folder = new Folder;
        folder->write("小区.geojson", squares({{0, 0, 90, 70, R"({"id": "XQ1", "name": "青禾苑"})"}, {120, 0, 90, 70, R"({"id": "XQ2", "name": "云栖台"})"}}));
        folder->write("建筑.geojson", squares({{10, 10, 30, 12, R"({"name": "1号楼", "floors": 6, "height": 18})"}, {130, 10, 30, 12, R"({"name": "2号楼", "floors": 6})"}}));
        const std::string at = folder->path().string();
        made = anchong("new " + project() + " --role compound=" + at + "/小区.geojson --role building=" + at + "/建筑.geojson --rules cn-chongqing-2024");
        planned = anchong("plan " + project());
    }
    static void TearDownTestSuite() {
        delete folder;
        folder = nullptr;
    }
    void SetUp() override {
        ASSERT_EQ(made.exit, 0) << made.err;
        ASSERT_EQ(planned.exit, 0) << planned.err;
    }
    static std::string project() { return (folder->path() / "town.gpkg").string(); }
    static std::string out(const std::string& name) { return (folder->path() / name).string(); }
    static std::string text(const fs::path& file) { return shell("pdftotext -raw '" + file.string() + "' -").out; }

    static Folder* folder;
    static Outcome made, planned;
};
Folder* SheetExport::folder = nullptr;
Outcome SheetExport::made, SheetExport::planned;

TEST_F(SheetExport, WritesADrawingForEachCompoundAndTellsSo) {
    const Outcome written = anchong("export " + project() + " --format pdf --out " + out("plans") + " --json");
    ASSERT_EQ(written.exit, 0) << written.err;
    const auto document = nlohmann::json::parse(written.out);
    EXPECT_EQ(faults_of(document), std::vector<std::string>{});
    ASSERT_EQ(document["files"].size(), 3u);
    for (const auto& file : document["files"]) EXPECT_TRUE(fs::exists(file.get<std::string>()));
    const std::string plan = text(out("plans") + "/AC-N-001 青禾苑.pdf");
    for (const char* words : {"青禾苑", "Site plan", "图例", "Legend", "本图为规划核查成果", "重庆市电动自行车停放充电场所导则"}) EXPECT_THAT(plan, HasSubstr(words));
    EXPECT_EQ(anchong("export " + project() + " --format pdf --out " + out("plans")).exit, 8);
    EXPECT_EQ(anchong("export " + project() + " --format pdf --out " + out("plans") + " --overwrite").exit, 0);
}

TEST_F(SheetExport, SpeaksOneLanguageInOneFile) {
    const Outcome written = anchong("export " + project() + " --format pdf --one-file --sheet-lang en --out " + out("one"));
    ASSERT_EQ(written.exit, 0) << written.err;
    const std::string plan = text(out("one") + "/town.pdf");
    EXPECT_THAT(plan, HasSubstr("A planning check for the fire and housing bureaux; not an approval."));
    EXPECT_THAT(plan, testing::Not(HasSubstr("图例")));
    EXPECT_EQ(std::distance(fs::directory_iterator{out("one")}, fs::directory_iterator{}), 1);
}

TEST_F(SheetExport, APhaseWithoutSitesIsSaid) {
    const Outcome none = anchong("export " + project() + " --format pdf --phase 3 --out " + out("third"));
    EXPECT_EQ(none.exit, 4);
    EXPECT_THAT(none.err, HasSubstr("has no site in"));
    EXPECT_FALSE(fs::exists(out("third")));
}

TEST_F(SheetExport, WithoutAChineseFontNothingIsWritten) {
    folder->write("fonts.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>" + out("cache") +
                                    "</cachedir></fontconfig>");
    const Outcome none = anchong("export " + project() + " --format pdf --lang en --out " + out("fontless"), "FONTCONFIG_FILE=" + out("fonts.conf"));
    EXPECT_EQ(none.exit, 8) << none.err;
    EXPECT_THAT(none.err, HasSubstr("fonts-noto-cjk"));
    EXPECT_FALSE(fs::exists(out("fontless")));
}

TEST_F(SheetExport, ComparesOnPaper) {
    ASSERT_EQ(anchong("scenario " + project() + " add three-m --clearance shed-to-building=3").exit, 0);
    ASSERT_EQ(anchong("scenario " + project() + " run three-m").exit, 0);
    const Outcome compared = anchong("compare " + project() + " --scenarios base,three-m --out " + out("c.pdf"));
    ASSERT_EQ(compared.exit, 0) << compared.err;
    const std::string sheet = text(out("c.pdf"));
    for (const char* words : {"方案比较", "three-m", "3.00", "AC-C-001", "▲"}) EXPECT_THAT(sheet, HasSubstr(words));
}

}  // namespace
}  // namespace cli
