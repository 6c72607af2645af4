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

/// Planning units where no compounds are given: split along roads where there are any, else along the widest empty
/// strips. Simple polygons, disjoint, together covering every building, within the limits, the same for the same input.
/// Each is marked derived. A building stays whole in one unit unless it covers more than 3 ha or overlaps too many
/// others; it counts in every unit that holds more than 1 cm² of it. Only where more buildings than allowed lie upon
/// one another is the count exceeded.
///
/// @param buildings  valid footprints in a projected CRS, metres; those without area are left out
/// @param roads      centre lines in the same CRS, may be empty; dead ends part nothing
/// @return compounds with ids `U0001` …, ordered from north-west to south-east
/// @throws GeometryError when GEOS refuses to node the lines
std::vector<Compound> planning_units(std::span<const MultiPolygon> buildings, std::span<const Line> roads,
                                     const UnitLimits& limits = {}, const Progress& progress = {});

}  // namespace geo
