#pragma once

#include "geo/core/message.hpp"
#include "geo/geometry/shapes.hpp"

#include <span>
#include <string>

namespace geo {

/// Something to keep `distance_m` (grid metres, ≥ 0) away from; 0 bans the thing itself.
struct Keep {
    Shape shape;
    double distance_m = 0.0;
};

/// Free ground, or why there is none to show.
struct FreeGround {
    MultiPolygon ground;
    bool is_certified = false;
    std::string way;  ///< `boost`, or the fallback that it took
    Message reason;   ///< why the last way tried was refused, when not certified
};

/// The boundary less everything nearer to a `Keep` than its distance and nearer to the boundary line than the setback.
///
/// Arcs are circumscribed to 1 cm; 0.1 mm is added throughout, since overlays move edges by up to 58 µm. Each result must pass
/// `certify`; one that does not is computed another way: other union orders, 1 mm more, GEOS, GEOS on convex pieces.
///
/// @param boundary  valid, coordinates near the origin
FreeGround free_ground(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m);

}  // namespace geo
