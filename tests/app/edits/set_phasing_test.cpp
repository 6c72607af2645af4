#include "app/edits/set_phasing.hpp"

#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace app;
using testing::ElementsAre;

namespace {

geo::Site site(const std::string& id, const std::string& compound, double x, const std::string& phase) {
    geo::Site made;
    made.id = id;
    made.compound = compound;
    made.outline = {{.outer = {{x, 0}, {x + 4, 0}, {x + 4, 2}, {x, 2}}, .holes = {}}};
    made.phase = phase;
    made.bays.resize(2);
    return made;
}

/// Compound C1 is in the pilot, but its second site was put into the rollout by hand; C2 is in no phase. The other scenario has one site of each.
class SetPhasingTest : public testing::Test {
   protected:
    void SetUp() override {
        auto town = std::make_shared<geo::Project>();
        town->packs = {{"cn-base", "{}"}};
        town->scenarios = {{.name = "base", .pack = "cn-base"}, {.name = "strict", .pack = "cn-base"}};
        town->phasing.compounds = {{"C1", "pilot"}};
        auto base = std::make_shared<geo::Results>();
        base->sites = {site("S1", "C1", 0, "pilot"), site("S2", "C1", 10, "rollout-1"), site("S3", "C2", 20, "")};
        auto strict = std::make_shared<geo::Results>();
        strict->scenario = "strict";
        strict->sites = {site("S1", "C1", 0, "pilot"), site("S2", "C2", 20, "")};
        project.show({.path = "town.gpkg", .project = town, .scenario = "base", .results = {{"base", base}, {"strict", strict}}, .view = {}});
    }

    QUndoStack& stack() { return project.undoStack(); }
    std::vector<std::string> phases(const std::string& scenario = "base") const {
        std::vector<std::string> found;
        for (const geo::Site& each : project.results(scenario)->sites) found.push_back(each.phase);
        return found;
    }
    const std::map<std::string, std::string>& compounds() const { return project.project()->phasing.compounds; }
    void expect_as_before() const {
        EXPECT_EQ(project.project()->phasing.phases, geo::standard_phasing().phases);
        EXPECT_EQ(compounds(), (std::map<std::string, std::string>{{"C1", "pilot"}}));
        EXPECT_THAT(phases(), ElementsAre("pilot", "rollout-1", ""));
        EXPECT_THAT(phases("strict"), ElementsAre("pilot", ""));
    }

    OpenProject project;
};

}  // namespace

TEST_F(SetPhasingTest, WholeCompoundsGoWithTheirSitesInEveryScenario) {
    const std::vector<std::string> both{"C1", "C2"};
    stack().push(SetPhasing::compoundsPut(project, both, "rollout-1"));
    EXPECT_EQ(compounds(), (std::map<std::string, std::string>{{"C1", "rollout-1"}, {"C2", "rollout-1"}}));
    EXPECT_THAT(phases(), ElementsAre("rollout-1", "rollout-1", "rollout-1"));
    EXPECT_THAT(phases("strict"), ElementsAre("rollout-1", "rollout-1"));
    EXPECT_EQ(project.results()->sites[0].bays.size(), 2u) << "all else of a site stays";
    EXPECT_EQ(stack().undoText(), "put 2 compound(s) into rollout 1");
    stack().undo();
    expect_as_before();
    EXPECT_FALSE(project.isModified());
    stack().redo();
    EXPECT_THAT(phases(), ElementsAre("rollout-1", "rollout-1", "rollout-1"));
}

TEST_F(SetPhasingTest, AWholeCompoundTakesSitesPutByHandAlong) {
    const std::vector<std::string> one{"C1"};
    stack().push(SetPhasing::compoundsPut(project, one, "pilot"));
    EXPECT_THAT(phases(), ElementsAre("pilot", "pilot", ""));
    EXPECT_EQ(stack().undoText(), "put 1 compound(s) into the pilot");
    stack().push(SetPhasing::compoundsPut(project, one, ""));
    EXPECT_TRUE(compounds().empty());
    EXPECT_THAT(phases(), ElementsAre("", "", ""));
    EXPECT_EQ(stack().undoText(), "take 1 compound(s) out of the phases");
    stack().undo();
    stack().undo();
    expect_as_before();
}

TEST_F(SetPhasingTest, SitesGoAloneAndOnlyInTheScenarioShown) {
    const QSignalSpy results{&project, &OpenProject::resultsChanged};
    const auto town = project.project();
    const std::vector<std::string> one{"S3"};
    stack().push(SetPhasing::sitesPut(project, one, "pilot"));
    EXPECT_THAT(phases(), ElementsAre("pilot", "rollout-1", "pilot"));
    EXPECT_THAT(phases("strict"), ElementsAre("pilot", ""));
    EXPECT_EQ(compounds(), (std::map<std::string, std::string>{{"C1", "pilot"}}));
    EXPECT_EQ(project.project(), town) << "no copy of all inputs for it";
    EXPECT_EQ(stack().undoText(), "put 1 site(s) into the pilot");
    EXPECT_EQ(results.size(), 1);
    stack().undo();
    expect_as_before();
    stack().redo();
    EXPECT_THAT(phases(), ElementsAre("pilot", "rollout-1", "pilot"));
}

TEST_F(SetPhasingTest, OtherPhasesLeadSitesAlongButKeepThosePutByHand) {
    geo::Phasing phasing = project.project()->phasing;
    phasing.phases.push_back({.id = "rollout-2", .name = "第三批", .budget = 5e5});
    phasing.compounds = {{"C1", "rollout-2"}, {"C2", "pilot"}};
    stack().push(SetPhasing::changed(project, phasing, "propose the pilot"));
    EXPECT_EQ(project.project()->phasing, phasing);
    EXPECT_THAT(phases(), ElementsAre("rollout-2", "rollout-1", "pilot"));
    EXPECT_THAT(phases("strict"), ElementsAre("rollout-2", "pilot"));
    EXPECT_EQ(stack().undoText(), "propose the pilot");
    stack().undo();
    expect_as_before();
    stack().redo();
    EXPECT_THAT(phases(), ElementsAre("rollout-2", "rollout-1", "pilot"));
}

TEST_F(SetPhasingTest, ANameOrABudgetTouchesNoSite) {
    const ResultsData base = project.results("base"), strict = project.results("strict");
    geo::Phasing phasing = project.project()->phasing;
    phasing.phases[0].name = "首批";
    phasing.phases[0].begins = "2026-03-01";
    phasing.phases[1].budget = 1e5;
    stack().push(SetPhasing::changed(project, phasing, "rename"));
    EXPECT_EQ(project.project()->phasing, phasing);
    EXPECT_EQ(project.results("base"), base);
    EXPECT_EQ(project.results("strict"), strict);
    stack().undo();
    expect_as_before();
}

TEST_F(SetPhasingTest, WhatChangesNothingIsNoStep) {
    const std::vector<std::string> site{"S1"}, compound{"C9"};
    stack().push(SetPhasing::changed(project, project.project()->phasing, "nothing"));
    stack().push(SetPhasing::sitesPut(project, site, "pilot"));
    stack().push(SetPhasing::compoundsPut(project, compound, ""));
    EXPECT_EQ(stack().count(), 0);
    EXPECT_FALSE(project.isModified());
}

TEST_F(SetPhasingTest, UndoReachesScenariosThatAreNotShown) {
    const std::vector<std::string> one{"C2"};
    stack().push(SetPhasing::compoundsPut(project, one, "pilot"));
    project.showScenario("strict");
    stack().undo();
    EXPECT_EQ(project.scenario(), "strict");
    expect_as_before();
}
