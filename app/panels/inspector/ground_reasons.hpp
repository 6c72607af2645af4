#pragma once

#include "app/panels/inspector/inspected.hpp"
#include "geo/zones/ground_taken.hpp"

#include <vector>

namespace app {

/// What rules take of a compound's ground and what would free it, as rows under headings: rules over all their obstacles, ways, presumed
/// ground, then each obstacle. Several compounds are told apart by their names.
std::vector<Reason> groundReasons(const std::vector<geo::GroundTaken>& grounds);

/// These rows behind those that there are. @param is_compound  it is the ground of what is shown: said in the summary too
void addGround(Inspected& shown, const std::vector<geo::GroundTaken>& grounds, bool is_compound);

}  // namespace app
