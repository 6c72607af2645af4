#pragma once

#include "geo/zones/free_ground.hpp"

#include <optional>

namespace geo {

/// Proves from the inputs and the result alone that the ground keeps every distance: each edge against each segment in reach by the
/// exact distance (short by at most 1e-9 m), nothing to keep away from inside it, all of it inside the boundary.
/// @return what is wrong, if anything
std::optional<Message> certify(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps,
                               double setback_m);

}  // namespace geo
