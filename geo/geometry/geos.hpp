#pragma once

#include "geo/geometry/shapes.hpp"

#include <geos_c.h>

#include <memory>

/// Conversions to GEOS for the sources of this folder only.
namespace geo::geos {

/// One context a thread; messages are swallowed, results are checked.
GEOSContextHandle_t context();

struct Free {
    void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(context(), g); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Free>;

Geometry from(const MultiPolygon& polygons);
Geometry from(const Line& line);
Geometry points(const std::vector<Point>& all);

/// Polygons of whatever `g` is made of, outer rings counter-clockwise; lines and points in it are left out.
MultiPolygon areas(const GEOSGeometry* g);

/// Areas, lines and points of `g`.
Shape shape(const GEOSGeometry* g);

}  // namespace geo::geos
