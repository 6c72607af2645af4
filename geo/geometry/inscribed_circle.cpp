#include "geo/geometry/inscribed_circle.hpp"

#include "geo/geometry/geos.hpp"

#include <cmath>

namespace geo {

Circle inscribed_circle(const Polygon& polygon, double tolerance) {
    const geos::Geometry g = geos::from(MultiPolygon{polygon});
    if (GEOSisEmpty_r(geos::context(), g.get())) return {};
    const geos::Geometry radius{GEOSMaximumInscribedCircle_r(geos::context(), g.get(), tolerance)};
    if (!radius) return {};
    const Shape line = geos::shape(radius.get());
    if (line.lines.empty() || line.lines.front().size() < 2) return {};
    const Point centre = line.lines.front().front(), rim = line.lines.front().back();
    return {centre, std::hypot(rim.x - centre.x, rim.y - centre.y)};
}

}  // namespace geo
