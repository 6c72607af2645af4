#include "app/edits/set_scenarios.hpp"

#include "app/edits/set_results.hpp"
#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"

#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

ResultsData results_of(const std::string& scenario, const std::string& site) {
    auto results = std::make_shared<geo::Results>();
    results->scenario = scenario;
    results->basis = "of " + scenario;
    results->sites.emplace_back().id = site;
    return results;
}

class SetScenariosTest : public testing::Test {
   protected:
    void SetUp() override {
        auto town = std::make_shared<geo::Project>();
        town->inputs.crs = "EPSG:4544";
        town->packs = {{"cn-base", "as stored"}};
        town->scenarios = {{.name = "base", .pack = "cn-base"}, {.name = "strict", .pack = "cn-base"}};
        project.show({.path = "town.gpkg", .project = town, .scenario = "base",
                      .results = {{"base", results_of("base", "B1")}, {"strict", results_of("strict", "T1")}}, .view = {}});
    }

    QUndoStack& stack() { return project.undoStack(); }
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const geo::Scenario& scenario : project.project()->scenarios) found.push_back(scenario.name);
        return found;
    }
    std::string site_of(const std::string& scenario) const {
        const ResultsData results = project.results(scenario);
        return results && !results->sites.empty() && results->scenario == scenario ? results->sites.front().id : "none";
    }

    OpenProject project;
    QSignalSpy inputs{&project, &OpenProject::inputsChanged};
};

}  // namespace

TEST_F(SetScenariosTest, ARulePackOfTheProgramComesAndGoes) {
    const auto before = project.project();
    const ResultsData shown = project.results();
    stack().push(SetScenarios::changed(project, {.name = "strict", .pack = "cn-chongqing-2024", .zone_type = geo::ZoneType::ChargingCabinet}));
    const auto after = project.project();
    EXPECT_EQ(after->scenarios[0], before->scenarios[0]);
    EXPECT_EQ(after->scenarios[1].pack, "cn-chongqing-2024");
    EXPECT_EQ(after->scenarios[1].zone_type, geo::ZoneType::ChargingCabinet);
    EXPECT_EQ(after->packs.at("cn-base"), "as stored");
    const geo::RulePack pack = geo::pack_from_text(after->packs.at("cn-chongqing-2024"));
    EXPECT_EQ(pack.sha256, geo::load_pack("cn-chongqing-2024").sha256);
    EXPECT_EQ(after->inputs.crs, before->inputs.crs);
    EXPECT_EQ(project.results(), shown) << "stale, but there";
    EXPECT_EQ(inputs.size(), 1);
    EXPECT_EQ(stack().undoText(), "change the rules");

    stack().undo();
    EXPECT_EQ(project.project()->packs, before->packs);
    EXPECT_EQ(project.project()->scenarios, before->scenarios);
    EXPECT_FALSE(project.isModified());
    stack().redo();
    EXPECT_EQ(project.project()->packs, after->packs);
    EXPECT_EQ(project.project()->scenarios, after->scenarios);
}

TEST_F(SetScenariosTest, APackThatTheProjectHasStaysAsItIsThere) {
    stack().push(SetScenarios::changed(project, {.name = "base", .pack = "cn-base", .zone_type = geo::ZoneType::OpenAir}));
    EXPECT_EQ(project.project()->packs.at("cn-base"), "as stored");
    EXPECT_EQ(project.project()->scenarios.front().zone_type, geo::ZoneType::OpenAir);
}

TEST_F(SetScenariosTest, WhatChangesNothingIsNoStep) {
    stack().push(SetScenarios::changed(project, project.project()->scenarios.front()));
    stack().push(SetScenarios::renamed(project, "base", " base "));
    EXPECT_EQ(stack().count(), 0);
    EXPECT_FALSE(project.isModified());
}

TEST_F(SetScenariosTest, WhatCannotBeChangesNothing) {
    const auto before = project.project();
    EXPECT_THROW(SetScenarios::changed(project, {.name = "base", .pack = "no-such-pack"}), geo::RuleError);
    EXPECT_THROW(SetScenarios::changed(project, {.name = "base", .pack = "cn-chongqing-2024", .clearances = {{"no-such-rule", 3.0}}}), geo::RuleError);
    EXPECT_THROW(SetScenarios::changed(project, {.name = "gone", .pack = "cn-base"}), geo::InvalidInput);
    for (const char* name : {"", "  ", "base", "strict", " strict "}) {
        EXPECT_THROW(SetScenarios::duplicated(project, "base", name), geo::InvalidInput) << name;
    }
    EXPECT_THROW(SetScenarios::duplicated(project, "gone", "new"), geo::InvalidInput);
    EXPECT_THROW(SetScenarios::renamed(project, "base", "strict"), geo::InvalidInput);
    EXPECT_THROW(SetScenarios::renamed(project, "base", " "), geo::InvalidInput);
    EXPECT_THROW(SetScenarios::deleted(project, "gone"), geo::InvalidInput);
    EXPECT_EQ(project.project(), before);
    EXPECT_FALSE(project.isModified());
}

TEST_F(SetScenariosTest, AssumedDistancesComeAndGo) {
    const std::string rule = [] {
        for (const geo::ClearanceRule& each : geo::load_pack("cn-chongqing-2024").clearances)
            if (!each.ban) return each.id;
        return std::string{};
    }();
    stack().push(SetScenarios::changed(project, {.name = "base", .pack = "cn-chongqing-2024", .clearances = {{rule, 3.0}}}));
    EXPECT_EQ(project.project()->scenarios.front().clearances.at(rule), 3.0);
    stack().undo();
    EXPECT_TRUE(project.project()->scenarios.front().clearances.empty());
}

TEST_F(SetScenariosTest, ACopyHasTheResultsAndIsShown) {
    stack().push(SetScenarios::duplicated(project, "base", " 3 m "));
    EXPECT_THAT(names(), ElementsAre("base", "3 m", "strict"));
    EXPECT_EQ(project.scenario(), "3 m");
    EXPECT_EQ(site_of("3 m"), "B1");
    EXPECT_EQ(project.results()->basis, "of base");
    EXPECT_EQ(site_of("base"), "B1");
    EXPECT_EQ(stack().undoText(), "duplicate the scenario base");

    stack().undo();
    EXPECT_THAT(names(), ElementsAre("base", "strict"));
    EXPECT_EQ(project.scenario(), "base");
    EXPECT_EQ(project.results("3 m"), nullptr);
    EXPECT_FALSE(project.isModified());
    stack().redo();
    EXPECT_EQ(project.scenario(), "3 m");
    EXPECT_EQ(site_of("3 m"), "B1");
}

TEST_F(SetScenariosTest, ARunOfACopyIsUndoneBeforeTheCopy) {
    stack().push(SetScenarios::duplicated(project, "base", "copy"));
    stack().push(new SetResults{project, results_of("copy", "new")});
    stack().undo();
    EXPECT_EQ(site_of("copy"), "B1");
    stack().undo();
    stack().redo();
    stack().redo();
    EXPECT_EQ(site_of("copy"), "new");
    EXPECT_EQ(site_of("base"), "B1");
}

TEST_F(SetScenariosTest, AnotherNameTakesTheResultsAlong) {
    project.showScenario("strict");
    stack().push(SetScenarios::renamed(project, "strict", "严格"));
    EXPECT_THAT(names(), ElementsAre("base", "严格"));
    EXPECT_EQ(project.scenario(), "严格");
    EXPECT_EQ(site_of("严格"), "T1");
    EXPECT_EQ(project.results("strict"), nullptr);
    stack().undo();
    EXPECT_THAT(names(), ElementsAre("base", "strict"));
    EXPECT_EQ(project.scenario(), "strict");
    EXPECT_EQ(site_of("strict"), "T1");
    stack().redo();
    EXPECT_EQ(site_of("严格"), "T1");
}

TEST_F(SetScenariosTest, OneThatIsNotShownIsRenamedBehindTheScenes) {
    stack().push(SetScenarios::renamed(project, "strict", "严格"));
    EXPECT_EQ(project.scenario(), "base");
    EXPECT_EQ(site_of("严格"), "T1");
}

TEST_F(SetScenariosTest, OneThatGoesComesBackWithItsResults) {
    stack().push(SetScenarios::deleted(project, "base"));
    EXPECT_THAT(names(), ElementsAre("strict"));
    EXPECT_EQ(project.scenario(), "strict");
    EXPECT_EQ(project.results("base"), nullptr);
    EXPECT_THROW(SetScenarios::deleted(project, "strict"), geo::InvalidInput);
    stack().undo();
    EXPECT_THAT(names(), ElementsAre("base", "strict"));
    EXPECT_EQ(project.scenario(), "base");
    EXPECT_EQ(site_of("base"), "B1");
    stack().redo();
    EXPECT_THAT(names(), ElementsAre("strict"));
}

TEST_F(SetScenariosTest, TheLastInTheRowLeavesTheOneBeforeIt) {
    project.showScenario("strict");
    stack().push(SetScenarios::deleted(project, "strict"));
    EXPECT_EQ(project.scenario(), "base");
}
