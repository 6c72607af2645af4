#pragma once

#include "geo/io/edited_project.hpp"
#include "io_fixtures.hpp"

#include <cmath>

// Edits that bear a number, which can be told from whatever part of the project is read back.
namespace io_fixtures {

inline int edit_of(const geo::EditedState& state) {
    return state.view.layers.empty() ? 0 : static_cast<int>(std::lround(state.view.layers.front().opacity * 1e6));
}

/// The edit of that number; some change the results too, which then bear it as well.
inline geo::EditedState edited(geo::EditedState state, int number, bool with_results) {
    state.view.layers = {{.id = "building", .is_visible = true, .opacity = number * 1e-6}};
    if (with_results) {
        auto results = std::make_shared<geo::Results>(small_results());
        const geo::Site site = results->sites.front();
        for (int i = 0; i < number % 40; ++i) {
            results->sites.push_back(site);
            results->sites.back().id = fmt::format("S{}", i + 2);
            results->sites.back().bays.clear();
        }
        for (geo::Site& each : results->sites) each.phase = std::to_string(number);
        state.results["base"] = std::move(results);
    }
    return state;
}

/// The number that the results bear; -1 when parts of them bear different ones.
inline int edit_of(const geo::Results& results) {
    if (results.sites.empty()) return 0;
    const int number = std::atoi(results.sites.front().phase.c_str());
    const bool is_one = std::ranges::all_of(results.sites, [&](const geo::Site& s) { return s.phase == results.sites.front().phase; });
    return is_one && static_cast<int>(results.sites.size()) == number % 40 + 1 ? number : -1;
}

}  // namespace io_fixtures
