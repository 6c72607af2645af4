#pragma once

#include "geo/io/edited_project.hpp"
#include "io_fixtures.hpp"
#include "results_equal.hpp"

#include <gtest/gtest.h>

// Edits of the small town, and what is found of them.
namespace io_fixtures {

inline constexpr const char* work_name = ".town.gpkg.anchong-work";

inline std::shared_ptr<const geo::Results> shared_results(const std::string& scenario = "base", int sites = 1) {
    auto results = std::make_shared<geo::Results>(small_results(scenario));
    const geo::Site site = results->sites.front();
    for (int i = 1; i < sites; ++i) {
        results->sites.push_back(site);
        results->sites.back().id = fmt::format("S{}", i + 1);
        for (geo::Bay& bay : results->sites.back().bays) bay.site_id = results->sites.back().id;
    }
    return results;
}

inline geo::EditedState with_opacity(geo::EditedState state, double opacity) {
    state.view.layers = {{.id = "building", .is_visible = true, .opacity = opacity}};
    return state;
}

inline geo::EditedState with_results(geo::EditedState state, std::shared_ptr<const geo::Results> results) {
    state.results[results->scenario] = std::move(results);
    return state;
}

inline geo::EditedState with_pack(geo::EditedState state, const std::string& text) {
    auto project = std::make_shared<geo::Project>(*state.project);
    project->packs["mine"] = text;
    state.project = std::move(project);
    return state;
}

inline void expect_same(const geo::EditedState& a, const geo::EditedState& b) {
    EXPECT_EQ(a.view, b.view);
    EXPECT_EQ(a.project->packs, b.project->packs);
    EXPECT_EQ(a.project->scenarios, b.project->scenarios);
    EXPECT_EQ(a.project->phasing, b.project->phasing);
    EXPECT_EQ(a.project->findings, b.project->findings);
    ASSERT_EQ(a.project->inputs.layers.size(), b.project->inputs.layers.size());
    for (std::size_t i = 0; i < a.project->inputs.layers.size(); ++i) {
        EXPECT_EQ(a.project->inputs.layers[i].features, b.project->inputs.layers[i].features) << i;
        EXPECT_EQ(a.project->inputs.layers[i].provenance, b.project->inputs.layers[i].provenance) << i;
    }
    ASSERT_EQ(a.results.size(), b.results.size());
    for (const auto& [scenario, results] : a.results) expect_equal(*results, *b.results.at(scenario));
}

/// What a reader finds who knows nothing of edits.
inline geo::EditedState saved_in(const std::filesystem::path& file) { return geo::EditedProject{file}.read(false); }

/// What somebody finds who opens the file after its editor was killed.
inline geo::EditedState recovered_from(const std::filesystem::path& file) {
    geo::EditedProject project{file};
    EXPECT_TRUE(project.unsaved_since());
    return project.read(true);
}

/// A folder with the project of the small town.
class EditedTown : public testing::Test {
   protected:
    void SetUp() override { geo::create_project(file, small_town(), false); }

    const Folder folder;
    const std::filesystem::path file = folder / "town.gpkg";
};

}  // namespace io_fixtures
