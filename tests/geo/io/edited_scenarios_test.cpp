#include "changed_file.hpp"
#include "edited_states.hpp"

#include <gmock/gmock.h>

using namespace geo;
using namespace io_fixtures;
using testing::ElementsAre;

namespace {

EditedState with_phasing(EditedState state, const Phasing& phasing) {
    auto project = std::make_shared<Project>(*state.project);
    project->phasing = phasing;
    state.project = std::move(project);
    return state;
}

EditedState with_scenarios(EditedState state, const std::vector<Scenario>& scenarios) {
    auto project = std::make_shared<Project>(*state.project);
    project->scenarios = scenarios;
    state.project = std::move(project);
    return state;
}

/// A scenario under another name, its results with it.
EditedState renamed(EditedState state, const std::string& name, const std::string& to) {
    std::vector<Scenario> scenarios = state.project->scenarios;
    std::ranges::find(scenarios, name, &Scenario::name)->name = to;
    auto results = std::make_shared<Results>(*state.results.at(name));
    results->scenario = to;
    state.results.erase(name);
    return with_results(with_scenarios(std::move(state), scenarios), std::move(results));
}

/// A copy of a scenario and its results beside it.
EditedState duplicated(EditedState state, const std::string& name, const std::string& copy) {
    std::vector<Scenario> scenarios = state.project->scenarios;
    scenarios.push_back(*std::ranges::find(scenarios, name, &Scenario::name));
    scenarios.back().name = copy;
    auto results = std::make_shared<Results>(*state.results.at(name));
    results->scenario = copy;
    return with_results(with_scenarios(std::move(state), scenarios), std::move(results));
}

Results small_results_as(const std::string& made_for, const std::string& now) {
    Results results = small_results(made_for);
    results.scenario = now;
    return results;
}

Phasing other_phasing() {
    return {.phases = {{.id = "pilot", .name = "首批"}, {.id = "rollout-1", .begins = "2027-01-01"}, {.id = "rollout-2", .budget = 1e6}},
            .compounds = {{"C1", "rollout-2"}, {"C2", "pilot"}}};
}

using EditedScenarios = EditedTown;

}  // namespace

TEST_F(EditedScenarios, PhasesAndAssumptionsAreKeptAndSaved) {
    EditedState edited;
    {
        EditedProject project{file};
        const EditedState opened = project.read(false);
        project.keep(with_opacity(opened, 0.5));
        edited = with_phasing(opened, other_phasing());
        project.keep(edited);
        std::vector<Scenario> scenarios = opened.project->scenarios;
        scenarios[0].clearances = {{"shed-to-building", 3.0}};
        scenarios[1].clearances.clear();
        edited = with_scenarios(edited, scenarios);
        project.keep(edited);
    }
    expect_same(recovered_from(file), edited);
    EditedProject project{file};
    project.save(project.read(true));
    expect_same(saved_in(file), edited);
}

TEST_F(EditedScenarios, ScenariosAreRenamedAndDuplicatedWithTheirResults) {
    replace_results(file, small_results());
    replace_results(file, small_results("严格's"));
    EditedState edited;
    {
        EditedProject project{file};
        edited = renamed(project.read(false), "base", "窄");
        project.keep(edited);
        EXPECT_TRUE(read_results(folder / work_name, "base").sites.empty());
        edited = duplicated(edited, "严格's", "z");
        project.keep(edited);
        edited = renamed(edited, "z", "a");
        project.keep(edited);
    }
    expect_same(recovered_from(file), edited);
    EditedProject project{file};
    edited = duplicated(project.read(true), "窄", "copy");  // On top of what was recovered.
    project.keep(edited);
    project.save(edited);
    expect_same(saved_in(file), edited);
    EXPECT_EQ(edited.results.size(), 4u);
    expect_equal(read_results(file, "a"), small_results_as("严格's", "a"));
    EXPECT_TRUE(read_results(file, "base").grounds.empty()) << "nothing stays under the old name";

    const EditedState back = renamed(edited, "窄", "base");
    project.save_as(folder / "other.gpkg", back);
    expect_same(saved_in(folder / "other.gpkg"), back);
    expect_same(saved_in(file), edited);
}

// The old name is free at once: what two scenarios were computed to changes places.
TEST_F(EditedScenarios, ScenariosMaySwapTheirNames) {
    replace_results(file, small_results());
    EditedProject project{file};
    const EditedState opened = project.read(false);
    const EditedState swapped = renamed(renamed(renamed(opened, "base", "x"), "严格's", "base"), "x", "严格's");
    project.keep(swapped);
    project.save(swapped);
    expect_same(saved_in(file), swapped);
    EXPECT_TRUE(read_results(file, "base").sites.empty());
    expect_equal(read_results(file, "严格's"), small_results_as("base", "严格's"));
}

TEST_F(EditedScenarios, ARenamedScenarioThatIsUndoneIsAsBefore) {
    replace_results(file, small_results());
    const std::string before = bytes_of(file);
    EditedProject project{file};
    const EditedState opened = project.read(false);
    project.keep(renamed(opened, "base", "new"));
    project.keep(opened);
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
    project.keep(renamed(opened, "base", "new"));
    project.keep(with_opacity(opened, 0.5));  // Undone, then another edit, before anything was written.
    project.save(with_opacity(opened, 0.5));
    expect_same(saved_in(file), with_opacity(opened, 0.5));
}

TEST_F(EditedScenarios, AScenarioThatCameBackAfterARecoveryHasItsResults) {
    replace_results(file, small_results("严格's"));
    {
        EditedProject project{file};
        project.keep(with_opacity(project.read(false), 0.5));
    }
    EditedProject project{file};
    const EditedState found = project.read(true);
    auto fewer = found.project->scenarios;
    fewer.pop_back();
    project.keep(with_scenarios(found, fewer));  // Its results are still at hand.
    project.keep(found);
    project.save(found);
    expect_same(saved_in(file), found);
}

TEST_F(EditedScenarios, ScenariosAndPhasesLeaveNoTraceOfHowTheyCame) {
    const Environment epoch{"SOURCE_DATE_EPOCH", "1700000000"};
    const auto bytes_after = [&](const char* name, auto&& edits) {
        const auto copy = folder / name;
        create_project(copy, small_town(), true);
        replace_results(copy, small_results());
        EditedProject project{copy};
        const EditedState opened = project.read(false);
        for (const EditedState& state : edits(opened)) project.keep(state);
        project.save(with_opacity(with_phasing(duplicated(opened, "base", "copy"), other_phasing()), 0.5));
        return bytes_of(copy);
    };
    using States = std::vector<EditedState>;
    const std::string at_once = bytes_after("a.gpkg", [](const EditedState&) { return States{}; });
    EXPECT_TRUE(at_once == bytes_after("b.gpkg", [](const EditedState& s) {
        const EditedState phased = with_phasing(s, other_phasing()), more = duplicated(phased, "base", "zz");
        return States{with_phasing(s, {}), phased, s, more, renamed(more, "zz", "first"), renamed(duplicated(phased, "base", "zz"), "zz", "copy")};
    }));
    // Tables added to a project of an earlier program are the same whichever edit came first.
    const auto earlier_bytes_after = [&](const char* name, auto&& edits) {
        const auto copy = folder / name;
        create_project(copy, small_town(), true);
        replace_results(copy, small_results());
        make_earlier(copy);
        EditedProject project{copy};
        const EditedState opened = project.read(false);
        for (const EditedState& state : edits(opened)) project.keep(state);
        project.save(with_opacity(with_phasing(opened, other_phasing()), 0.5));
        return bytes_of(copy);
    };
    const std::string earlier = earlier_bytes_after("c.gpkg", [](const EditedState&) { return States{}; });
    EXPECT_TRUE(earlier == earlier_bytes_after("d.gpkg", [](const EditedState& s) {
        return States{with_opacity(s, 0.5), with_phasing(s, other_phasing()), duplicated(s, "base", "b"), with_opacity(s, 0.5)};
    }));
}

TEST_F(EditedScenarios, UnsavedEditsOfAnEarlierProgramAreGoneOnWith) {
    make_earlier(file);
    EditedState edited;
    {
        EditedProject project{file};
        edited = with_opacity(project.read(false), 0.5);
        project.keep(edited);
    }
    make_earlier(folder / work_name);
    EditedProject project{file};
    ASSERT_TRUE(project.unsaved_since());
    edited = with_opacity(project.read(true), 0.75);
    project.keep(edited);
    edited = with_phasing(edited, other_phasing());
    project.keep(edited);
    project.save(edited);
    expect_same(saved_in(file), edited);
}
