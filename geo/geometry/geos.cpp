#include "geo/geometry/geos.hpp"

#include <memory>

namespace geo::geos {
namespace {

struct Context {
    GEOSContextHandle_t handle = GEOS_init_r();
    ~Context() { GEOS_finish_r(handle); }
};

GEOSCoordSequence* sequence(const std::vector<Point>& points, bool close) {
    const std::size_t count = points.size() + (close ? 1 : 0);
    GEOSCoordSequence* s = GEOSCoordSeq_create_r(context(), static_cast<unsigned>(count), 2);
    for (std::size_t i = 0; i < count; ++i) {
        const Point p = points[i % points.size()];
        GEOSCoordSeq_setXY_r(context(), s, static_cast<unsigned>(i), p.x, p.y);
    }
    return s;
}

GEOSGeometry* polygon(const Polygon& p) {
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : p.holes)
        if (hole.size() >= 3) holes.push_back(GEOSGeom_createLinearRing_r(context(), sequence(hole, true)));
    GEOSGeometry* outer = GEOSGeom_createLinearRing_r(context(), sequence(p.outer, true));
    return GEOSGeom_createPolygon_r(context(), outer, holes.data(), static_cast<unsigned>(holes.size()));
}

std::vector<Point> coordinates(const GEOSGeometry* g) {
    const GEOSCoordSequence* s = GEOSGeom_getCoordSeq_r(context(), g);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(context(), s, &count);
    std::vector<Point> points(count);
    for (unsigned i = 0; i < count; ++i) GEOSCoordSeq_getXY_r(context(), s, i, &points[i].x, &points[i].y);
    return points;
}

Ring ring(const GEOSGeometry* g, bool counter_clockwise) {
    Ring r = coordinates(g);
    if (!r.empty()) r.pop_back();
    if ((signed_area(r) > 0) != counter_clockwise) std::ranges::reverse(r);
    return r;
}

void collect(const GEOSGeometry* g, Shape& out) {
    if (!g || GEOSisEmpty_r(context(), g)) return;
    switch (GEOSGeomTypeId_r(context(), g)) {
        case GEOS_POINT: out.points.push_back(coordinates(g).front()); return;
        case GEOS_LINESTRING:
        case GEOS_LINEARRING: out.lines.push_back(coordinates(g)); return;
        case GEOS_POLYGON: {
            Polygon p{ring(GEOSGetExteriorRing_r(context(), g), true), {}};
            for (int i = 0; i < GEOSGetNumInteriorRings_r(context(), g); ++i)
                p.holes.push_back(ring(GEOSGetInteriorRingN_r(context(), g, i), false));
            out.areas.push_back(std::move(p));
            return;
        }
        default:
            for (int i = 0; i < GEOSGetNumGeometries_r(context(), g); ++i) collect(GEOSGetGeometryN_r(context(), g, i), out);
    }
}

}  // namespace

GEOSContextHandle_t context() {
    thread_local Context one;
    return one.handle;
}

Geometry from(const MultiPolygon& polygons) {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& p : polygons)
        if (p.outer.size() >= 3) parts.push_back(polygon(p));
    return Geometry{GEOSGeom_createCollection_r(context(), GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size()))};
}

Geometry from(const Line& line) { return Geometry{GEOSGeom_createLineString_r(context(), sequence(line, false))}; }

Geometry points(const std::vector<Point>& all) {
    std::vector<GEOSGeometry*> parts;
    for (Point p : all) parts.push_back(GEOSGeom_createPointFromXY_r(context(), p.x, p.y));
    return Geometry{GEOSGeom_createCollection_r(context(), GEOS_MULTIPOINT, parts.data(), static_cast<unsigned>(parts.size()))};
}

MultiPolygon areas(const GEOSGeometry* g) { return shape(g).areas; }

Shape shape(const GEOSGeometry* g) {
    Shape out;
    collect(g, out);
    return out;
}

}  // namespace geo::geos
