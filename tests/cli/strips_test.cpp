#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cli {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

json document_of(const Outcome& outcome) {
    const json document = json::parse(outcome.out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << outcome.out << outcome.err;
    if (!document.is_object()) return json::object();
    EXPECT_THAT(faults_of(document), IsEmpty()) << document.dump(1).substr(0, 4000);
    return document;
}

/// A compound of 100 x 80 m with a slab of 40 x 12 m, 11 floors, in its middle, and one that a house fills.
class Strips : public ::testing::Test {
   protected:
    void SetUp() override {
        folder.write("compound.geojson", squares({{0, 0, 100, 80, R"({"id":"C1"})"}, {300, 0, 30, 30, R"({"id":"C2"})"}}));
        folder.write("building.geojson", squares({{30, 34, 40, 12, R"({"id":"B1","floors":11})"}, {296, -4, 38, 38, R"({"id":"B2","floors":3,"structure":"砖混"})"}}));
        const Outcome made = anchong("new " + town() + " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson") +
                                     " --rules cn-chongqing-2024 --accuracy building=survey_500 --accuracy compound=0.5 --json");
        ASSERT_EQ(made.exit, 0) << made.err;
        EXPECT_EQ(document_of(made)["layers"][1]["accuracy_m"], 0.25);
        ASSERT_EQ(anchong("plan " + town()).exit, 0);
    }
    std::string at(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    std::string town() const { return at("town.gpkg"); }
    json strips(const std::string& words = {}) const { return document_of(anchong("strips " + town() + " " + words + " --json")); }
    double legal_m2() const {
        const json planned = document_of(anchong("plan " + town() + " --json"));
        return planned["indicators"]["legal_m2"];
    }
    Folder folder;
};

TEST_F(Strips, AreListedWithTheGroundThatEachCosts) {
    const json listed = strips();
    ASSERT_EQ(listed["strips"].size(), 2u) << listed.dump(1);
    EXPECT_EQ(listed["strips"][0]["id"], "B1/strip-1");
    EXPECT_EQ(listed["strips"][0]["decision"], "open");
    EXPECT_NEAR(listed["strips"][0]["area_m2"], 400.0, 2.0);
    // From 6 m on (Chongqing's clearance) of 5 … 15 m: 9 of 10 m.
    EXPECT_NEAR(listed["strips"][0]["legal_m2"], 360.0, 3.0);
}

TEST_F(Strips, TakeTheirGroundOnceConfirmed) {
    const double before = legal_m2();
    const json confirmed = strips("confirm B1/strip-1");
    EXPECT_EQ(confirmed["decided"], 1);
    EXPECT_EQ(confirmed["strips"][0]["decision"], "confirmed");
    EXPECT_TRUE(confirmed["strips"][0]["legal_m2"].is_null());
    EXPECT_NEAR(before - legal_m2(), 360.0, 3.0);
    EXPECT_EQ(anchong("check " + town()).exit, 0);
    EXPECT_EQ(strips("dismiss B1/strip-1")["strips"][0]["decision"], "dismissed");
    EXPECT_NEAR(legal_m2(), before, 1e-3);
    EXPECT_EQ(strips("reopen --all")["strips"][0]["decision"], "open");
}

TEST_F(Strips, DecisionsMakeResultsStaleAndSurviveThePilot) {
    strips("confirm --all");
    EXPECT_THAT(anchong("export " + town() + " --format geojson --lang zh --out " + at("out")).err, HasSubstr("规则"));
    ASSERT_EQ(anchong("plan " + town() + " --pilot 1").exit, 0);
    EXPECT_EQ(strips()["strips"][1]["decision"], "confirmed");
}

TEST_F(Strips, NamesWhatIsUnknown) {
    const Outcome unknown = anchong("strips " + town() + " confirm B9/strip-1 --lang en");
    EXPECT_EQ(unknown.exit, 4);
    EXPECT_THAT(unknown.err, HasSubstr("B9/strip-1"));
    EXPECT_EQ(anchong("strips " + town() + " confirm").exit, 2);
    EXPECT_EQ(anchong("strips " + town() + " bless B1/strip-1").exit, 2);
    EXPECT_EQ(anchong("new " + at("x.gpkg") + " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson") + " --accuracy building=guess").exit, 2);
}

// Duties are stored, exported, and recomputed by `check`; a compound without ground gets the list of what charging indoors takes.
TEST_F(Strips, DutiesAreTabledAndRechecked) {
    const auto sql = [&](const std::string& query) { return shell("ogr2ogr -f CSV /vsistdout/ " + town() + " -dialect sqlite -sql \"" + query + "\"").out; };
    EXPECT_THAT(sql("SELECT count(*) > 0 AS n FROM checks WHERE duty = 'extinguishers' AND need >= 2 AND value IS NULL AND verdict = '待核实'"), HasSubstr("1"));
    EXPECT_THAT(sql("SELECT need FROM checks WHERE site_id = 'compound:C2' AND duty = 'indoor_area'"), HasSubstr("300"));
    EXPECT_EQ(anchong("check " + town()).exit, 0);
    ASSERT_EQ(shell("sqlite3 " + town() + " \"UPDATE checks SET verdict = '符合' WHERE duty = 'site_sign'\"").exit, 0);
    const Outcome checked = anchong("check " + town() + " --json");
    EXPECT_EQ(checked.exit, 5);
    for (const json& difference : document_of(checked)["differences"]) EXPECT_EQ(difference["code"], "check-differs");
    ASSERT_EQ(anchong("export " + town() + " --format geojson --out " + at("out")).exit, 0);
    EXPECT_EQ(shell("ls " + at("out") + " | grep -q checks").exit, 0) << shell("ls " + at("out")).out;
}

}  // namespace
}  // namespace cli
