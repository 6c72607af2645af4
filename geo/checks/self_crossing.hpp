#pragma once

#include "geo/geometry/shapes.hpp"

#include <optional>

namespace geo {

/// A place where the rings of a polygon cross themselves or one another, or a hole lies outside its ring or in another
/// hole. Rings may touch; what is smaller than the tolerance counts as touching.
/// @pre  every ring has three vertices or more, all finite
std::optional<Point> self_crossing(const Polygon& polygon, double tolerance);

}  // namespace geo
