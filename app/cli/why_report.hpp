#pragma once

#include "app/cli/console.hpp"
#include "geo/zones/ground_taken.hpp"
#include "geo/zones/why.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace app {

/// The rules at a place or of a site, each with what it takes of its compound.
/// @param ground  of the compound, for the shares; null where it is not known
nlohmann::json rows_json(const geo::Why& why, const geo::GroundTaken* ground);
nlohmann::json ground_json(const geo::GroundTaken& taken);

void tell_rows(const Console& console, const geo::Why& why, const geo::GroundTaken* ground);
/// The most that rules take, what is presumed, and what would free it; `--json` lists all.
/// @param of_place  a place was asked for: how many ways would free it
void tell_ground(const Console& console, const geo::GroundTaken& taken, bool of_place);

}  // namespace app
