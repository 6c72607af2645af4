#pragma once

#include "tests/geo/zones/random_compound.hpp"

#include <span>
#include <string_view>

namespace geo::testing {

/// A way of making compounds that hurt, by name.
struct HardKind {
    std::string_view name;
    RandomCompound (*make)(Dice& dice);
};

/// Collinear rows, equal clearances, party walls, duplicates, touching at a point, across the boundary, holes, courtyards, hair-thin walls,
/// spikes, long rings, compounds of 1 m and of 100 km², coordinates at 1e7, an obstacle equal to the compound, rings out of order, and the estates
/// of `random_compound`.
std::span<const HardKind> hard_kinds();

/// The `seed`-th compound of a kind, repaired as an import would; the same everywhere.
RandomCompound hard_compound(const HardKind& kind, std::uint64_t seed);

}  // namespace geo::testing
