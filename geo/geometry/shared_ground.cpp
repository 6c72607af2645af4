#include "geo/geometry/shared_ground.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"

namespace geo {

double shared_m2(const MultiPolygon& a, const MultiPolygon& b) {
    const Box box = box_of(a);
    if (!box.meets(box_of(b))) return 0.0;
    const Point origin = box.centre();
    const MultiPolygon a_near = moved(a, -origin.x, -origin.y), b_near = moved(b, -origin.x, -origin.y);
    try {
        // Where it is silently wrong, it finds nothing.
        if (const double shared = area(intersection(a_near, b_near)); shared > 0) return shared;
    } catch (const GeometryError&) {  // The other library is asked.
    }
    return area(intersection(a_near, b_near, OverlayEngine::Geos));
}

}  // namespace geo
