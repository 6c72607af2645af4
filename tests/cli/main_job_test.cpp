#include "tests/cli/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace cli {
namespace {

using ::testing::HasSubstr;

/// The sample township, planned once for all tests of this file.
class MainJob : public ::testing::Test {
   protected:
    static void SetUpTestSuite() {
        folder = new Folder;
        demo = anchong("demo --out " + folder->path().string() + "/town --json");
        planned = anchong("plan " + project() + " --json");
    }
    static void TearDownTestSuite() {
        delete folder;
        folder = nullptr;
    }
    static std::string project() { return folder->path().string() + "/town/town.gpkg"; }
    static std::string sql(const std::string& query) {
        const Outcome rows = shell("ogrinfo -ro -q -dialect sqlite -sql \"" + query + "\" " + project());
        return rows.out + rows.err;
    }
    static Folder* folder;
    static Outcome demo, planned;
};
Folder* MainJob::folder = nullptr;
Outcome MainJob::demo, MainJob::planned;

TEST_F(MainJob, DemoAndPlanSucceed) {
    ASSERT_EQ(demo.exit, 0) << demo.err;
    ASSERT_EQ(planned.exit, 0) << planned.err;
    const auto result = nlohmann::json::parse(planned.out);
    EXPECT_EQ(result["schema"], "anchong/plan/1");
    const auto& n = result["indicators"];
    EXPECT_GE(n["compounds"], 12);
    EXPECT_EQ(n["not_computed"], 0);
    EXPECT_GT(n["sites"], 10);
    EXPECT_GT(n["complies"], 0);
    EXPECT_GT(n["to_verify"], 0);
    EXPECT_GT(n["without_ground"], 0);  // one compound of the sample has none
    EXPECT_EQ(n["fails"], 0);
}

// The command that `demo` prints makes the same project, byte for byte.
TEST_F(MainJob, DemoTellsHowToMakeTheProject) {
    const std::string out = folder->path().string() + "/my town";
    const Outcome told = anchong("demo --out '" + out + "' --lang en", "SOURCE_DATE_EPOCH=1790000000");
    ASSERT_EQ(told.exit, 0) << told.err;
    const std::string command = told.out.substr(told.out.find("anchong new") + 8);
    ASSERT_EQ(shell("mv '" + out + "/town.gpkg' '" + out + "/made.gpkg'").exit, 0);
    const Outcome made = anchong(command.substr(0, command.find('\n')), "SOURCE_DATE_EPOCH=1790000000");
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_EQ(shell("cmp '" + out + "/town.gpkg' '" + out + "/made.gpkg'").exit, 0);
}

TEST_F(MainJob, CheckHolds) {
    const Outcome checked = anchong("check " + project() + " --json");
    EXPECT_EQ(checked.exit, 0) << checked.err << checked.out;
    EXPECT_EQ(nlohmann::json::parse(checked.out)["holds"], true);
}

// Results as design names them, each readable by GDAL.
TEST_F(MainJob, ProjectHoldsTheTables) {
    const std::string layers = shell("ogrinfo -ro -q " + project()).out;
    for (const char* name : {"compound", "building", "fire_lane", "zones", "sites", "clearances", "checks", "hazard"}) EXPECT_THAT(layers, HasSubstr(name));
    EXPECT_THAT(sql("select count(*) as n from zones where ring='legal'"), ::testing::Not(HasSubstr("n (Integer) = 0")));
    // Each certificate row's margin agrees with its verdict.
    EXPECT_THAT(sql("select count(*) as n from clearances where have_m < need_m - 1e-6 and verdict <> '不符合'"), HasSubstr("n (Integer) = 0"));
    // Every site stands in a zone that is there.
    EXPECT_THAT(sql("select count(*) as n from sites where zone_id not in (select zone_id from zones)"), HasSubstr("n (Integer) = 0"));
}

TEST_F(MainJob, ExportsReadBackWithChineseIntact) {
    for (const std::string encoding : {"GBK", "UTF-8"}) {
        const std::string out = folder->path().string() + "/shp-" + encoding;
        const Outcome written = anchong("export " + project() + " --format shp --encoding " + encoding + " --out " + out);
        ASSERT_EQ(written.exit, 0) << written.err;
        for (const char* name : {"zones.shp", "sites.shp", "clearances.dbf", "compound.shp", "building.shp", "zones.cpg", "zones.prj"}) {
            EXPECT_TRUE(std::filesystem::exists(out + "/" + name)) << name;
        }
        std::ifstream dbf{out + "/compound.dbf", std::ios::binary};
        dbf.seekg(29);
        EXPECT_EQ(dbf.get(), encoding == "GBK" ? 0x4D : 0x00);
        EXPECT_THAT(shell("ogrinfo -ro -q " + out + "/sites.shp sites").out, ::testing::AnyOf(HasSubstr("符合"), HasSubstr("待核实")));
    }
    for (const std::string format : {"gpkg", "geojson"}) {
        const std::string out = folder->path().string() + "/" + format;
        const Outcome written = anchong("export " + project() + " --format " + format + " --out " + out);
        ASSERT_EQ(written.exit, 0) << written.err;
        const std::string file = format == "gpkg" ? "/town.gpkg" : "/zones.geojson";
        EXPECT_EQ(shell("ogrinfo -ro -q -al -so " + out + file).exit, 0);
    }
    EXPECT_EQ(anchong("export " + project() + " --format gpkg --out " + folder->path().string() + "/gpkg").exit, 8);  // exists
}

TEST_F(MainJob, SameInputSameBytesWhateverTheThreads) {
    const std::string base = folder->path().string();
    for (const int threads : {1, 2, 7}) {
        const std::string to = base + "/t" + std::to_string(threads);
        ASSERT_EQ(shell("mkdir " + to + " && cp " + project() + " " + to + "/town.gpkg").exit, 0);
        const Outcome run = anchong("plan " + to + "/town.gpkg --quiet --threads " + std::to_string(threads), "SOURCE_DATE_EPOCH=1790000000");
        ASSERT_EQ(run.exit, 0) << run.err;
    }
    const std::string first = shell("cd " + base + "/t1 && sha256sum town.gpkg").out;
    EXPECT_EQ(shell("cd " + base + "/t2 && sha256sum town.gpkg").out, first);
    EXPECT_EQ(shell("cd " + base + "/t7 && sha256sum town.gpkg").out, first);
}

TEST_F(MainJob, InterruptLeavesTheProjectAsItWas) {
    const std::string copy = folder->path().string() + "/cut.gpkg";
    ASSERT_EQ(shell("cp " + project() + " " + copy).exit, 0);
    const std::string before = shell("sha256sum " + copy).out;
    const Outcome cut = shell("timeout -s INT 0.15 " + std::string{ANCHONG_PROGRAM} + " plan " + copy + " --threads 1; echo exit $?");
    // Either it was cut (timeout's own 124 stands for the interrupt) or it was quicker; half a result is neither.
    if (shell("sha256sum " + copy).out != before) {
        EXPECT_THAT(cut.out, HasSubstr("exit 0"));
    }
    EXPECT_EQ(anchong("check " + copy + " --quiet").exit, 0);
    EXPECT_EQ(shell("ls -A " + folder->path().string() + " | grep -c '^\\.'").out, "0\n");
}

TEST_F(MainJob, RulesListShowValidate) {
    EXPECT_THAT(anchong("rules list").out, HasSubstr("cn-chongqing-2024"));
    const auto pack = nlohmann::json::parse(anchong("rules show cn-chongqing-2024 --json").out);
    for (const auto& rule : pack["clearances"]) {
        EXPECT_FALSE(rule["source"].get<std::string>().empty());
        EXPECT_NE(rule["status"], "verified");  // nobody has read one in the standard itself
    }
    const Folder own;
    own.write("bad.json", R"({"id":"x","rules":[{"id":"a","value":-6}]})");
    EXPECT_EQ(anchong("rules validate " + (own / "bad.json").string()).exit, 4);
    EXPECT_EQ(anchong("rules show nowhere").exit, 4);
}

// Seven houses and no compounds: planning units are made, marked, and planned in.
TEST(PlanningUnits, StandInForCompounds) {
    const Folder folder;
    folder.write("building.geojson", squares({{0, 0, 40, 12}, {0, 40, 40, 12}, {0, 80, 40, 12}, {80, 0, 40, 12}, {80, 40, 40, 12}, {80, 80, 40, 12}, {160, 40, 40, 12}}));
    const std::string project = (folder / "auto.gpkg").string();
    const Outcome made = anchong("new " + project + " --role building=" + (folder / "building.geojson").string() + " --role compound=auto");
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_EQ(anchong("plan " + project + " --quiet").exit, 0);
    EXPECT_EQ(anchong("check " + project + " --quiet").exit, 0);
    EXPECT_THAT(shell("ogrinfo -ro -q -sql 'select count(*) as n from compound where derived = 1' " + project).out, ::testing::Not(HasSubstr("n (Integer) = 0")));
}

}  // namespace
}  // namespace cli
