#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"

#include <span>
#include <vector>

namespace geo {

struct UnitLimits {
    std::size_t most_buildings = 120;
    double most_m2 = 100'000.0;  ///< 10 ha
    double margin_m = 15.0;      ///< ground kept round the outermost buildings
};

/// Planning units where no compounds are given: split along roads where there are any, else by clustering buildings. Disjoint,
/// together covering every building, within the limits, the same for the same input. Each is marked derived.
///
/// @param buildings  footprints in a projected CRS, metres @param roads centre lines in the same CRS, may be empty
/// @return compounds with ids `U0001` …, ordered from north-west to south-east
std::vector<Compound> planning_units(std::span<const MultiPolygon> buildings, std::span<const Line> roads,
                                     const UnitLimits& limits = {}, const Progress& progress = {});

}  // namespace geo
