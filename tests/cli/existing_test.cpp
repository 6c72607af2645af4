#include "tests/cli/command_line.hpp"
#include "tests/cli/output_schema.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using cli::anchong;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// A 60 x 30 m compound with a building across its west end, up to 10 m from its west side, and facilities of 8 x 2 m.
class Existing : public testing::Test {
   protected:
    Existing() {
        folder.write("compound.geojson", cli::squares({{0, 0, 60, 30, R"({"id":"C1"})"}}));
        folder.write("building.geojson", cli::squares({{0, 0, 10, 30, R"({"id":"B1","floors":5,"fire_grade":"二级","use":"住宅"})"}}));
    }
    std::string at(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    /// A project with these facilities.
    std::string with(std::initializer_list<cli::Square> facilities) const {
        folder.write("charging.geojson", cli::squares(facilities));
        const auto made = anchong("new " + at("e.gpkg") + " --overwrite --rules cn-chongqing-2024 --accuracy building=0.25 --accuracy charging=0.25 --role compound=" +
                                  at("compound.geojson") + " --role building=" + at("building.geojson") + " --role charging=" + at("charging.geojson"));
        EXPECT_EQ(made.exit, 0) << made.err;
        return at("e.gpkg");
    }
    static json document(const cli::Outcome& outcome) {
        json document = json::parse(outcome.out);
        EXPECT_THAT(cli::faults_of(document), IsEmpty());
        return document;
    }

    cli::Folder folder;
};

}  // namespace

// 4 m from the wall where 6 m are asked for, and 20 m.
TEST_F(Existing, ABreachEndsWithFive) {
    const std::string project = with({{14, 10, 8, 2, R"({"id":"near","bays":10})"}, {30, 20, 8, 2, R"({"id":"far","bays":10})"}});
    const auto outcome = anchong("check " + project + " --existing --json");
    EXPECT_EQ(outcome.exit, 5) << outcome.err;
    const json told = document(outcome);
    EXPECT_EQ(told["holds"], false);
    EXPECT_EQ(told["fails"], 1);
    ASSERT_EQ(told["facilities"].size(), 2u);
    const json& near = told["facilities"][0];
    EXPECT_EQ(near["id"], "near");
    EXPECT_EQ(near["verdict"], "不符合");
    EXPECT_EQ(near["compound"], "C1");
    EXPECT_EQ(near["governing"], "shed-to-building");
    EXPECT_NEAR(near["margin_m"].get<double>(), -2.0, 0.05);
    EXPECT_EQ(near["clearances"][0]["obst_id"], "B1");
    EXPECT_EQ(near["clearances"][0]["need_m"], 6.0);
    EXPECT_EQ(told["facilities"][1]["verdict"], "符合");

    const auto table = anchong("check " + project + " --existing --lang zh");
    EXPECT_EQ(table.exit, 5);
    EXPECT_THAT(table.out, HasSubstr("near"));
    EXPECT_THAT(table.out, HasSubstr("应 6.00 m"));
    EXPECT_LT(table.out.find("near"), table.out.find("far")) << "what fails comes first";
}

// Without a breach the exit is 0, with what is to be verified listed: 6.3 m are nearer than the accuracies of 0.25 m each allow.
TEST_F(Existing, WhatIsToBeVerifiedIsNoBreach) {
    const auto outcome = anchong("check " + with({{16.3, 10, 8, 2, R"({"id":"E","bays":10})"}}) + " --existing --json");
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    const json told = document(outcome);
    EXPECT_EQ(told["to_verify"], 1);
    EXPECT_EQ(told["holds"], true);
}

TEST_F(Existing, RulesOfAnotherScenario) {
    const std::string project = with({{14, 10, 8, 2, R"({"id":"near","bays":10})"}});
    ASSERT_EQ(anchong("scenario " + project + " add three-m --clearance shed-to-building=3").exit, 0);
    EXPECT_EQ(anchong("check " + project + " --existing --scenario three-m").exit, 0);
    EXPECT_EQ(anchong("check " + project + " --existing --scenario none").exit, 4);
}

TEST_F(Existing, NoneToCheckIsAnError) {
    const auto made = anchong("new " + at("none.gpkg") + " --role compound=" + at("compound.geojson") + " --role building=" + at("building.geojson"));
    ASSERT_EQ(made.exit, 0) << made.err;
    const auto outcome = anchong("check " + at("none.gpkg") + " --existing --json");
    EXPECT_EQ(outcome.exit, 4);
    EXPECT_THAT(outcome.err, HasSubstr("--role charging="));
}
