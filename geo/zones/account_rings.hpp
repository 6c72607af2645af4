#pragma once

#include "geo/zones/offset_ground.hpp"

namespace geo {

/// Whether the outlines of `ground` are the engine's rings, each once, and follow their gaps within the arcs' tolerance: step 5 of
/// `completeness_fault`. Dropped parts have to be below a square millimetre.
bool rings_are_drawn(const OffsetGround& engine, const MultiPolygon& ground);

}  // namespace geo
