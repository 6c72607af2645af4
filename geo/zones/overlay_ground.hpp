#pragma once

#include "geo/zones/free_ground.hpp"

namespace geo {

/// The free ground by buffers, union and difference of a library, for what coverage cannot do: Boost.Geometry in three orders of the union
/// and with 1 mm more, GEOS, GEOS on convex pieces. Each result has to pass `certify` and the area identity.
///
/// 0.1 mm is added to every distance, since overlays move edges by up to 58 µm.
FreeGround ground_by_overlays(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m);

}  // namespace geo
