#pragma once

#include "geo/geometry/shapes.hpp"

namespace geo {

/// Outer rings and holes as closed lines.
Shape line_of(const MultiPolygon& areas);

double perimeter(const Polygon& polygon);  ///< of the outer ring and the holes
double perimeter(const MultiPolygon& polygons);

/// Every vertex moved: to compute near the origin, and back.
MultiPolygon moved(MultiPolygon areas, double dx, double dy);
Shape moved(Shape shape, double dx, double dy);

}  // namespace geo
