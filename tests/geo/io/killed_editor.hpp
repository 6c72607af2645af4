#pragma once

#include "geo/io/edited_project.hpp"
#include "io_fixtures.hpp"

#include <cmath>

// Edits that bear a number, which can be told from whatever part of the project is read back.
namespace io_fixtures {

inline int edit_of(const geo::EditedState& state) {
    return state.view.layers.empty() ? 0 : static_cast<int>(std::lround(state.view.layers.front().opacity * 1e6));
}

/// Results that bear a number.
inline std::shared_ptr<const geo::Results> numbered_results(const std::string& scenario, int number) {
    auto results = std::make_shared<geo::Results>(small_results(scenario));
    const geo::Site site = results->sites.front();
    for (int i = 0; i < number % 40; ++i) {
        results->sites.push_back(site);
        results->sites.back().id = fmt::format("S{}", i + 2);
        results->sites.back().bays.clear();
    }
    for (geo::Site& each : results->sites) each.phase = std::to_string(number);
    return results;
}

/// The edit of that number: the view and the pilot bear it; some change results and the second scenario's name too, which then bear it as well.
inline geo::EditedState edited(geo::EditedState state, int number, bool with_results) {
    state.view.layers = {{.id = "building", .is_visible = true, .opacity = number * 1e-6}};
    auto project = std::make_shared<geo::Project>(*state.project);
    project->phasing.phases.front().name = std::to_string(number);
    if (with_results) {
        std::string& name = project->scenarios[1].name;
        state.results.erase(name);
        name = std::to_string(number);
        for (const std::string& scenario : {std::string{"base"}, name}) state.results[scenario] = numbered_results(scenario, number);
    }
    state.project = std::move(project);
    return state;
}

/// The number that the results bear; -1 when parts of them bear different ones.
inline int edit_of(const geo::Results& results) {
    if (results.sites.empty()) return 0;
    const int number = std::atoi(results.sites.front().phase.c_str());
    const bool is_one = std::ranges::all_of(results.sites, [&](const geo::Site& s) { return s.phase == results.sites.front().phase; });
    return is_one && static_cast<int>(results.sites.size()) == number % 40 + 1 ? number : -1;
}

/// Whether phases, scenarios and their results are all of the state's edit, or of the last before it that changed them.
inline bool is_of_one_edit(const geo::EditedState& state) {
    const int number = edit_of(state);
    const std::string& second = state.project->scenarios[1].name;
    const bool is_phased = number == 0 || state.project->phasing.phases.front().name == std::to_string(number);
    return is_phased && edit_of(*state.results.at("base")) == std::atoi(second.c_str()) && edit_of(*state.results.at(second)) == std::atoi(second.c_str()) &&
           std::atoi(second.c_str()) <= number;
}

}  // namespace io_fixtures
