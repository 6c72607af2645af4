#pragma once

#include "app/cli/console.hpp"
#include "geo/report/comparison_document.hpp"

#include <map>
#include <optional>
#include <string>

namespace app {

/// @param bases  of those that have results, as `read_bases` gives them
geo::RunState state_of(const geo::Project& project, const geo::Scenario& scenario, const std::map<std::string, std::string>& bases);

/// That results in the file are of rules that the scenario has no more, and how to compute them anew; nothing where they are not.
std::optional<geo::Finding> stale_results(const std::string& file, const geo::Project& project, const geo::Scenario& scenario);

/// A scenario in one line: name, pack, zone type, assumed distances beside the pack's, state of its results.
geo::Message line_of(const geo::Project& project, const geo::Scenario& scenario, geo::RunState state);

geo::Message zone_type_words(geo::ZoneType type);

}  // namespace app
