#pragma once

#include "geo/geometry/shapes.hpp"

namespace geo {

/// Area that two sites (or any ground) both cover, in square metres of their CRS. @throws GeometryError  both overlay engines refuse
double shared_m2(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace geo
