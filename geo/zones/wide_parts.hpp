#pragma once

#include "geo/geometry/inscribed_circle.hpp"
#include "geo/geometry/shapes.hpp"
#include "geo/model/rule_pack.hpp"

#include <vector>

namespace geo {

/// A part of the free ground that can hold a least site, with the largest circle in it.
struct WidePart {
    Polygon polygon;
    Circle circle;
};

struct WideParts {
    std::vector<WidePart> parts;  ///< largest first
    int dropped = 0;              ///< parts that are too narrow
    double dropped_area = 0.0;    ///< grid square metres
};

/// Parts that hold a circle as wide as the least width, which are those that eroding by half of it would leave something of. The others are dropped
/// whole; no corner is rounded off. @param least_width  grid metres
WideParts wide_parts(MultiPolygon ground, double least_width);

/// Width of the pack's least site, the smaller of its sides, ground metres. @throws RuleError as `parameter`
double least_width_m(const RulePack& pack);

}  // namespace geo
