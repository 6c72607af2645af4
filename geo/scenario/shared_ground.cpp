#include "geo/scenario/shared_ground.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/overlay.hpp"

namespace geo {

void shift(MultiPolygon& ground, double dx, double dy) {
    for (Polygon& polygon : ground) {
        for (Point& p : polygon.outer) p.x += dx, p.y += dy;
        for (Ring& hole : polygon.holes)
            for (Point& p : hole) p.x += dx, p.y += dy;
    }
}

double shared_m2(const MultiPolygon& a, const MultiPolygon& b) {
    const Box box = box_of(a);
    if (!box.meets(box_of(b))) return 0.0;
    MultiPolygon a_near = a, b_near = b;
    const Point origin = box.centre();
    for (MultiPolygon* ground : {&a_near, &b_near}) shift(*ground, -origin.x, -origin.y);
    try {
        // Where it is silently wrong, it finds nothing.
        if (const double shared = area(intersection(a_near, b_near)); shared > 0) return shared;
    } catch (const GeometryError&) {  // The other library is asked.
    }
    return area(intersection(a_near, b_near, OverlayEngine::Geos));
}

}  // namespace geo
