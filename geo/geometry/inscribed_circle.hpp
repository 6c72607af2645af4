#pragma once

#include "geo/geometry/shapes.hpp"

namespace geo {

struct Circle {
    Point centre;
    double radius = 0.0;
};

/// A circle inside the polygon whose radius is within `tolerance` of the largest possible; its radius is never too large by more
/// than rounding.
Circle inscribed_circle(const Polygon& polygon, double tolerance);

}  // namespace geo
