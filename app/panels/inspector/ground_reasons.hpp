#pragma once

#include "app/panels/inspector/reason.hpp"
#include "geo/zones/ground_taken.hpp"

#include <vector>

namespace app {

/// What rules take of a compound's ground and what would free it, as rows under headings: rules over all their obstacles, ways, presumed
/// ground, then each obstacle. Several compounds are told apart by their names.
std::vector<Reason> groundReasons(const std::vector<geo::GroundTaken>& grounds);

}  // namespace app
