#pragma once

#include "geo/zones/offset_ground.hpp"

namespace geo {

/// Whether every chain, capsule and solid of the engine is an edge or area of the input with the distance asked, and beside each edge of a
/// chain runs a segment, so that the chain is its source's offset line. Steps 1 and 2 of `completeness_fault`. Inputs that have no chain are
/// no matter here: ground that comes too near to them is `clearance_fault`'s.
/// @param changed  looks at this keep only, since all else was found real before; -1: at all
bool sources_are_real(const OffsetGround& engine, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, int changed);

}  // namespace geo
