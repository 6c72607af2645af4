#pragma once

#include "geo/checks/edges.hpp"
#include "geo/checks/surroundings.hpp"
#include "geo/checks/tally.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"

namespace geo {

/// What the rings of all compounds are measured against.
struct Terrain {
    std::span<const Kept> kept;
    const Surroundings& surroundings;  ///< of the same obstacles
    std::span<const EdgeSet> edges;    ///< of the same obstacles' shapes
    double greatest_accuracy_m = 0.0;  ///< of any obstacle
    double setback_m = 0.0;            ///< from the compound's boundary
    double tolerance_m = exact_m;
};

/// Checks the stored zones of one compound, ring by ring: it is closed and finite, does not cross itself, keeps
/// clearance (legal) or clearance + accuracy (robust) of every obstacle, holds none and lies in none, lies in its
/// compound at the setback (robust: setback + the boundary's accuracy), the robust rings in the legal one, and its area
/// is the stored one.
///
/// @param scale  grid metres per ground metre, recomputed
Tally check_ground(const Ground& ground, const Compound& compound, double scale, const Terrain& terrain);

}  // namespace geo
