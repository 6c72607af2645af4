#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>

using cli::anchong;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// The sample township, planned once.
class CertificateFile : public testing::Test {
   protected:
    static void SetUpTestSuite() {
        folder = std::make_unique<cli::Folder>();
        ASSERT_EQ(anchong("demo --out " + at("town")).exit, 0);
        ASSERT_EQ(anchong("plan " + town()).exit, 0);
    }
    static void TearDownTestSuite() { folder.reset(); }
    static std::string at(const std::string& name) { return "'" + (*folder / name).string() + "'"; }
    static std::string town() { return at("town/town.gpkg"); }
    static std::filesystem::path exported(const std::string& format) {
        const auto outcome = anchong("export " + town() + " --overwrite --format " + format + " --out " + at("out"));
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        return *folder / ("out/town" + std::string{format == "gpkg" ? ".gpkg" : "-certificate." + format});
    }
    static json checked(const std::filesystem::path& file, int exit) {
        const auto outcome = anchong("check " + town() + " --json --certificate '" + file.string() + "'");
        EXPECT_EQ(outcome.exit, exit) << outcome.err;
        json document = json::parse(outcome.out);
        EXPECT_THAT(cli::faults_of(document), IsEmpty());
        return document;
    }

    static inline std::unique_ptr<cli::Folder> folder;
};

}  // namespace

TEST_F(CertificateFile, HoldsInEachFormat) {
    for (const std::string format : {"json", "xlsx", "gpkg"}) {
        const json document = checked(exported(format), 0);
        EXPECT_EQ(document["holds"], true) << format;
        EXPECT_GT(document["rows"], 500);
        EXPECT_THAT(document["notes"], IsEmpty());
    }
}

TEST_F(CertificateFile, ForgedInAJsonIsFound) {
    json certificate = json::parse(std::ifstream{exported("json")});
    EXPECT_THAT(cli::faults_of(certificate), IsEmpty());
    const auto differences = [&](const json& forged) {
        std::ofstream{*folder / "forged.json"} << forged;
        return checked(*folder / "forged.json", 5)["differences"];
    };
    json forged = certificate;
    forged["clearances"][3]["have_m"] = certificate["clearances"][3]["have_m"].get<double>() + 0.00001;
    json found = differences(forged);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0]["code"], "row-differs");
    EXPECT_THAT(found[0]["feature"].get<std::string>(), HasSubstr(certificate["clearances"][3]["obst_id"].get<std::string>()));
    forged = certificate;
    forged["clearances"].erase(7);
    found = differences(forged);
    EXPECT_EQ(found.size(), 2u) << "the row, and the number of rows";
    forged = certificate;
    forged["header"]["pack_sha256"] = std::string(64, '0');
    EXPECT_EQ(differences(forged)[0]["code"], "rules-differ");
}

TEST_F(CertificateFile, ForgedInAGeoPackageIsFound) {
    for (const std::string change : {"update clearances set verdict = '待核实' where fid = 1", "delete from clearances where fid = 2", "update sites set bays = bays + 1 where fid = 1",
                                     "update anchong_certificate set value = 'cn-base' where key = 'pack'", "update clearances set obst_id = obst_id || 'x' where fid = 3",
                                     "update clearances set clause = '第 1 条' where fid = 3", "update clearances set strength = 'should' where fid = 1"}) {
        const auto file = exported("gpkg");
        ASSERT_EQ(cli::shell("ogrinfo -q '" + file.string() + "' -sql \"" + change + "\"").exit, 0);
        EXPECT_THAT(checked(file, 5)["differences"], testing::Not(IsEmpty())) << change;
    }
}

// The township planned by other rules.
TEST_F(CertificateFile, OfAnotherScenarioDiffers) {
    ASSERT_EQ(cli::shell("cp " + town() + " " + at("two.gpkg")).exit, 0);
    ASSERT_EQ(anchong("scenario " + at("two.gpkg") + " add three-m --clearance shed-to-building=3").exit, 0);
    const auto certificate = exported("json");
    EXPECT_EQ(anchong("check " + at("two.gpkg") + " --certificate '" + certificate.string() + "'").exit, 0);
    const auto outcome = anchong("check " + at("two.gpkg") + " --scenario three-m --certificate '" + certificate.string() + "'");
    EXPECT_EQ(outcome.exit, 5);
    EXPECT_THAT(outcome.err, HasSubstr("shed-to-building=3"));
}

TEST_F(CertificateFile, NoneThereOrNoCertificate) {
    EXPECT_EQ(anchong("check " + town() + " --certificate " + at("nothing.json")).exit, 3);
    EXPECT_EQ(anchong("check " + town() + " --certificate " + at("town/隐患.csv")).exit, 4);
    EXPECT_EQ(anchong("check " + town() + " --certificate " + town()).exit, 4) << "a project is no certificate";
    EXPECT_EQ(anchong("check " + town() + " --existing --certificate " + town()).exit, 2);
}

// A quota of 20 KiB: nothing is left behind, not even the folder.
TEST_F(CertificateFile, OnAFullDiskLeavesNothing) {
    for (const std::string format : {"json", "xlsx"}) {
        const auto outcome = anchong("export " + town() + " --format " + format + " --out " + at("full"), "ulimit -f 40;");
        EXPECT_EQ(outcome.exit, 8) << format;
        EXPECT_THAT(outcome.err, HasSubstr("town-certificate." + format));
        EXPECT_FALSE(std::filesystem::exists(*folder / "full"));
    }
}

TEST_F(CertificateFile, RepeatsByteForByte) {
    for (const std::string format : {"json", "xlsx"}) {
        std::string bytes[2];
        for (int i = 0; i < 2; ++i) {
            const auto name = "same" + std::to_string(i);
            ASSERT_EQ(anchong("export " + town() + " --overwrite --format " + format + " --out " + at(name), "SOURCE_DATE_EPOCH=1700000000").exit, 0);
            std::ifstream in{*folder / (name + "/town-certificate." + format), std::ios::binary};
            bytes[i] = {std::istreambuf_iterator<char>{in}, {}};
        }
        EXPECT_FALSE(bytes[0].empty());
        EXPECT_TRUE(bytes[0] == bytes[1]) << format;
    }
}

// What was judged of existing facilities goes out with the sites.
TEST_F(CertificateFile, ExportsHoldExistingFacilities) {
    const auto outcome = anchong("export " + town() + " --format geojson --out " + at("geojson"));
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    const json existing = json::parse(std::ifstream{*folder / "geojson/existing.geojson"});
    ASSERT_EQ(existing["features"].size(), 2u);
    EXPECT_EQ(existing["features"][0]["properties"]["verdict"], "不符合");
    EXPECT_FALSE(existing["features"][0]["geometry"].is_null());
    EXPECT_TRUE(std::filesystem::exists(*folder / "geojson/existing_clearances.geojson"));
}
