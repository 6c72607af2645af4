#pragma once

#include "geo/geometry/shapes.hpp"

#include <optional>
#include <utility>

namespace geo {

/// Exact distance of a point from a segment; a segment of no length is a point.
double distance(Point p, Point a, Point b);

/// Exact distance of two closed segments; 0 when they touch or cross.
double distance(Point a, Point b, Point c, Point d);

/// Nearest distance between two shapes, areas being filled: 0 when they touch, cross or one holds the other.
/// Infinity when one is empty. The one primitive that engine and checks share.
double distance(const Shape& a, const Shape& b);

/// A pair of nearest points, the first on `a`, the second on `b`; the same point twice where they meet.
std::optional<std::pair<Point, Point>> nearest_points(const Shape& a, const Shape& b);

}  // namespace geo
