#pragma once

#include "geo/rules/presumed_ground.hpp"

namespace geo {

/// Room that lanes drawn as lines need besides their width, without decisions. Lanes drawn as areas show their own bends and ends: none is derived of them.
///
/// *Turns*: at each vertex or junction, between neighbouring legs that meet at less than 180°, the ground between the lane's inner edges and the arc
/// of `fire_lane.turning_radius` that is tangent to both (the radius is that of the inner edge). Corners below 1 m² are left out: smooth curves
/// need nothing. Corners at one place are one ground.
///
/// *Ends*: at the dead end of a lane that is longer than `fire_lane.dead_end_over` (to the next junction, along the lane), a square of
/// `fire_lane.turnaround` over the last stretch. No dead end is where a lane ends within 2 m of another lane, of a path's edge, of a lane's area or of a
/// compound's boundary, within 10 m of a gate, or outside all compounds: there the road goes on.
std::vector<PresumedPlace> lane_room(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings);

}  // namespace geo
