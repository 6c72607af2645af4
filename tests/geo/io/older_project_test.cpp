#include "geo/io/edited_project.hpp"
#include "geo/io/project_file.hpp"
#include "io_fixtures.hpp"
#include "results_equal.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

using namespace geo;
using namespace io_fixtures;

namespace {

void run(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    char* reason = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &reason), SQLITE_OK) << sql << ": " << (reason ? reason : "");
    sqlite3_free(reason);
    sqlite3_close(database);
}

/// A project with results as the program before the columns `status`, `strength` and `barrier_h` wrote it.
void make_older(const std::filesystem::path& file) {
    create_project(file, small_town(), false);
    replace_results(file, small_results("base"));
    replace_results(file, small_results("other"));
    run(file, "ALTER TABLE clearances DROP COLUMN status; ALTER TABLE clearances DROP COLUMN strength; ALTER TABLE anchong_scenarios DROP COLUMN barrier_h");
}

Results with_status(Results results) {
    for (ClearanceRow& row : results.clearances) row.status = Status::Secondary, row.strength = Strength::Should;
    return results;
}

}  // namespace

// What no column tells counts as the worst: unverified, and 应.
TEST(OlderProject, IsReadAsSayingNothingOfStatusAndStrength) {
    const Folder folder;
    make_older(folder / "town.gpkg");
    const Results read = read_results(folder / "town.gpkg", "base");
    ASSERT_FALSE(read.clearances.empty());
    for (const ClearanceRow& row : read.clearances) {
        EXPECT_EQ(row.status, Status::Unverified);
        EXPECT_EQ(row.strength, Strength::Must);
    }
    EXPECT_EQ(read_project(folder / "town.gpkg").scenarios.front().barrier_h, 0.0);
}

TEST(OlderProject, TakesResultsInTheNewColumnsAndKeepsTheOtherScenarios) {
    const Folder folder;
    make_older(folder / "town.gpkg");
    const Results before = read_results(folder / "town.gpkg", "other"), fresh = with_status(small_results("base"));
    replace_results(folder / "town.gpkg", fresh);
    expect_equal(read_results(folder / "town.gpkg", "base"), fresh);
    expect_equal(read_results(folder / "town.gpkg", "other"), before);
}

TEST(OlderProject, TakesScenariosWithDividers) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    make_older(file);
    const Project read = read_project(file);
    Project changed = read;
    changed.scenarios.front().barrier_h = 2.0;
    replace_parts(file, {.read = &read, .rules = &changed});
    EXPECT_EQ(read_project(file).scenarios, changed.scenarios);
    ASSERT_FALSE(read_results(file, "base").clearances.empty());
}

TEST(OlderProject, IsEditedAndSavedInTheWindow) {
    const Folder folder;
    const auto file = folder / "town.gpkg";
    make_older(file);
    const Results fresh = with_status(small_results("base"));
    {
        EditedProject edited{file};
        EditedState state = edited.read(false);
        auto project = std::make_shared<Project>(*state.project);
        project->scenarios.front().barrier_h = 1.0;
        EditedState changed = state;
        changed.project = project;
        changed.results["base"] = std::make_shared<const Results>(fresh);
        edited.keep(changed);
        edited.save(changed);
    }
    expect_equal(read_results(file, "base"), fresh);
    EXPECT_EQ(read_project(file).scenarios.front().barrier_h, 1.0);
}
