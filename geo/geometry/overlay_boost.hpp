#pragma once

#include "geo/geometry/shapes.hpp"

/// Boost.Geometry's operations behind plain values, for the sources of this folder only. All throw GeometryError.
namespace geo::boosted {

MultiPolygon buffer(const Polygon& polygon, double distance, double tolerance);
MultiPolygon buffer(const Line& line, double distance, double tolerance);
MultiPolygon unite(const MultiPolygon& a, const MultiPolygon& b);
MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b);
MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace geo::boosted
