#pragma once

#include "app/cli/console.hpp"
#include "geo/io/project_file.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>

namespace app {

/// Whether a scenario has results, and of the rules that it has now.
enum class State { None, Current, Stale };
/// @param bases  of those that have results, as `read_bases` gives them
State state_of(const geo::Project& project, const geo::Scenario& scenario, const std::map<std::string, std::string>& bases);

/// A scenario as `scenario` and `compare` give it: name, pack, zone type, assumed distances beside the pack's, state of its results.
nlohmann::json to_json(const geo::Project& project, const geo::Scenario& scenario, State state);
/// The same in one line.
geo::Message line_of(const geo::Project& project, const geo::Scenario& scenario, State state);

geo::Message zone_type_words(geo::ZoneType type);

}  // namespace app
