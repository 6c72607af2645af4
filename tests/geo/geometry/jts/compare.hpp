#pragma once

#include "geo/geometry/shapes.hpp"

#include <string>

namespace geo::jts {

/// Whether two grounds are the same but for `tolerance`: their areas by that along the longer outline, and their outlines' Hausdorff distance, which GEOS
/// measures at every vertex and at quarters of every edge.
/// @return empty, or what differs
std::string difference_of(const MultiPolygon& ours, const MultiPolygon& expected, double tolerance);

/// As import makes it: valid, outer rings counter-clockwise, then moved to an integer origin, as the zones compute.
MultiPolygon prepared(const MultiPolygon& areas, Point origin);
Shape prepared(Shape shape, Point origin);
Point origin_of(const Shape& a, const Shape& b = {});

}  // namespace geo::jts
