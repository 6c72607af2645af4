#include "geo/io/project_file.hpp"
#include "geo/io/output_file.hpp"
#include "io_fixtures.hpp"
#include "results_equal.hpp"

#include "geo/core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace geo;
using namespace io_fixtures;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

namespace {

Results with_ground(const std::string& scenario, const std::string& basis) {
    Results results;
    results.scenario = scenario;
    results.basis = basis;
    Ground ground;
    ground.compound = "C1";
    results.grounds.push_back(std::move(ground));
    return results;
}

}  // namespace

TEST(ProjectParts, RulesAndResultsAtOnce) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    const Project read = read_project(file);
    Project changed = read;
    Scenario copy = read.scenarios.front();
    copy.name = "copy", copy.clearances = {{"hydrant", 3.0}};
    changed.scenarios.push_back(copy);
    changed.phasing.compounds["C1"] = "pilot";
    const Results one = with_ground(read.scenarios.front().name, "basis"), two = with_ground("copy", "");
    replace_parts(file, {.read = &read, .rules = &changed, .results = {&one, &two}});
    const Project now = read_project(file);
    EXPECT_EQ(now.scenarios, changed.scenarios);
    EXPECT_EQ(now.phasing, changed.phasing);
    EXPECT_THAT(read_bases(file), testing::UnorderedElementsAre(Pair(one.scenario, "basis"), Pair("copy", "")));

    Project fewer = now;
    fewer.scenarios.pop_back();
    replace_parts(file, {.read = &now, .rules = &fewer, .dropped = {"copy"}});
    EXPECT_THAT(read_bases(file), ElementsAre(Pair(one.scenario, "basis")));
    EXPECT_EQ(read_project(file).scenarios, fewer.scenarios);
    EXPECT_THAT(folder.names(), ElementsAre("town.gpkg"));
}

TEST(ProjectParts, DecisionsOfStripsAreKept) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    const Project read = read_project(file);
    EXPECT_TRUE(read.inputs.strips.empty());
    Project changed = read;
    changed.inputs.strips = {{"B12/strip-1", StripDecision::Confirmed}, {"B12/strip-2", StripDecision::Dismissed}};
    replace_parts(file, {.read = &read, .rules = &changed});
    const Project now = read_project(file);
    EXPECT_EQ(now.inputs.strips, changed.inputs.strips);
    // Results that come later leave them as they are.
    replace_results(file, with_ground(read.scenarios.front().name, "basis"));
    EXPECT_EQ(read_project(file).inputs.strips, changed.inputs.strips);
    EXPECT_THROW(replace_parts(file, {.read = &read, .rules = &read}), OutputError) << "somebody decided meanwhile";
}

// Two people each add a scenario to what they read: the second is told, and the first one's stays.
TEST(ProjectParts, NobodysRulesAreLost) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    create_project(file, small_town(), false);
    const Project read = read_project(file);
    const auto with = [&](const std::string& name) {
        Project project = read;
        Scenario scenario = read.scenarios.front();
        scenario.name = name;
        project.scenarios.push_back(scenario);
        return project;
    };
    const Project first = with("first"), second = with("second");
    replace_parts(file, {.read = &read, .rules = &first});
    const std::string before = bytes_of(file);
    try {
        replace_parts(file, {.read = &read, .rules = &second});
        ADD_FAILURE() << "replaced the first one's scenario";
    } catch (const OutputError& error) {
        EXPECT_THAT(error.message().en, HasSubstr("meanwhile"));
    }
    EXPECT_EQ(bytes_of(file), before);
    EXPECT_EQ(read_project(file).scenarios, first.scenarios);
}

TEST(TextFile, CompleteOrAbsent) {
    const Folder folder;
    write_text(folder / "a.json", "{}\n", false);
    EXPECT_EQ(bytes_of(folder / "a.json"), "{}\n");
    EXPECT_THROW(write_text(folder / "a.json", "[]\n", false), OutputError);
    EXPECT_EQ(bytes_of(folder / "a.json"), "{}\n");
    write_text(folder / "a.json", "[]\n", true);
    EXPECT_EQ(bytes_of(folder / "a.json"), "[]\n");
    EXPECT_THROW(write_text(folder / "none" / "a.json", "{}", false), OutputError);
    EXPECT_THAT(folder.names(), ElementsAre("a.json"));
}
