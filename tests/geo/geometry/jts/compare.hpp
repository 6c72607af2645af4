#pragma once

#include "tests/geo/geometry/jts/cases.hpp"

#include <string>

namespace geo::jts {

/// Whether two grounds are the same but for `tolerance`: their areas by that along the longer outline, and their outlines' Hausdorff distance, which GEOS
/// measures at every vertex and at quarters of every edge.
/// @return empty, or what differs
std::string difference_of(const MultiPolygon& ours, const MultiPolygon& expected, double tolerance);

/// How far a buffer as JTS draws it may lie from the true one: it puts the vertices of arcs on the circle, with eight chords a quarter or as many as the case says,
/// of which one may span half as much again by rounding; and it may simplify its input by a hundredth of the distance first.
double buffer_tolerance(const Case& one);

/// As import makes it: valid, outer rings counter-clockwise, then moved to an integer origin, as the zones compute.
MultiPolygon prepared(const MultiPolygon& areas, Point origin);
Shape prepared(Shape shape, Point origin);
Point origin_of(const Shape& a, const Shape& b = {});

}  // namespace geo::jts
