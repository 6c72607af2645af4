#include "tests/bench/geos_peer.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace bench {
namespace {

using namespace geo;

GEOSContextHandle_t context() {
    static const GEOSContextHandle_t handle = GEOS_init_r();
    return handle;
}

GEOSCoordSequence* sequence(const std::vector<Point>& points, bool close) {
    const auto count = static_cast<unsigned>(points.size() + (close ? 1 : 0));
    GEOSCoordSequence* s = GEOSCoordSeq_create_r(context(), count, 2);
    for (unsigned i = 0; i < count; ++i) {
        const Point p = points[i % points.size()];
        GEOSCoordSeq_setXY_r(context(), s, i, p.x, p.y);
    }
    return s;
}

GEOSGeometry* ring(const Ring& r) { return GEOSGeom_createLinearRing_r(context(), sequence(r, true)); }

GeosPeer::Geometry collection(int type, std::vector<GEOSGeometry*> parts) {
    return GeosPeer::Geometry{GEOSGeom_createCollection_r(context(), type, parts.data(), static_cast<unsigned>(parts.size()))};
}

GeosPeer::Geometry from_shape(const Shape& shape) {
    if (shape.lines.empty() && shape.points.empty()) return GeosPeer::from(shape.areas);
    std::vector<GEOSGeometry*> parts;
    if (!shape.areas.empty()) parts.push_back(GeosPeer::from(shape.areas).release());
    for (const Line& line : shape.lines) parts.push_back(GEOSGeom_createLineString_r(context(), sequence(line, false)));
    for (Point p : shape.points) parts.push_back(GEOSGeom_createPointFromXY_r(context(), p.x, p.y));
    return collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
}

constexpr double tolerance_m = 0.01;

double enlargement(int segments, double widest_chord) { return 1.0 / std::cos(widest_chord * std::numbers::pi / (4.0 * segments)); }

int segments_for(double distance, double widest_chord) {
    int segments = 2;
    while (distance * (enlargement(segments, widest_chord) - 1.0) > tolerance_m) ++segments;
    return segments;
}

GeosPeer::Geometry checked(GEOSGeometry* g) {
    if (!g) throw std::runtime_error{"GEOS refused an operation"};
    return GeosPeer::Geometry{g};
}

Ring ring_of(const GEOSGeometry* g) {
    const GEOSCoordSequence* s = GEOSGeom_getCoordSeq_r(context(), g);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(context(), s, &count);
    Ring r(count > 0 ? count - 1 : 0);
    for (unsigned i = 0; i < r.size(); ++i) GEOSCoordSeq_getXY_r(context(), s, i, &r[i].x, &r[i].y);
    return r;
}

void collect(const GEOSGeometry* g, MultiPolygon& out) {
    if (GEOSisEmpty_r(context(), g)) return;
    if (const int type = GEOSGeomTypeId_r(context(), g); type == GEOS_POLYGON) {
        Polygon p{ring_of(GEOSGetExteriorRing_r(context(), g)), {}};
        for (int i = 0; i < GEOSGetNumInteriorRings_r(context(), g); ++i)
            p.holes.push_back(ring_of(GEOSGetInteriorRingN_r(context(), g, i)));
        out.push_back(std::move(p));
    } else if (type > GEOS_POLYGON) {
        for (int i = 0; i < GEOSGetNumGeometries_r(context(), g); ++i) collect(GEOSGetGeometryN_r(context(), g, i), out);
    }
}

}  // namespace

void GeosPeer::Free::operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(context(), g); }

GeosPeer::Geometry GeosPeer::from(const MultiPolygon& polygons) {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& p : polygons) {
        std::vector<GEOSGeometry*> holes;
        for (const Ring& hole : p.holes) holes.push_back(ring(hole));
        parts.push_back(GEOSGeom_createPolygon_r(context(), ring(p.outer), holes.data(), static_cast<unsigned>(holes.size())));
    }
    return collection(GEOS_MULTIPOLYGON, std::move(parts));
}

MultiPolygon GeosPeer::polygons(const Geometry& ground) {
    MultiPolygon out;
    collect(ground.get(), out);
    return out;
}

GeosPeer::GeosPeer(const Yard& yard, double widest_chord)
    : m_boundary{from(yard.boundary)}, m_setback_segments{segments_for(yard.setback, widest_chord)} {
    m_setback = yard.setback * enlargement(m_setback_segments, widest_chord);
    for (const Keep& keep : yard.keeps) {
        const int segments = segments_for(keep.distance_m, widest_chord);
        m_obstacles.push_back({from_shape(keep.shape), keep.distance_m * enlargement(segments, widest_chord), segments});
    }
}

GeosPeer GeosPeer::inscribed(const Yard& yard, int segments) {
    GeosPeer peer;
    peer.m_boundary = from(yard.boundary);
    peer.m_setback = yard.setback;
    peer.m_setback_segments = segments;
    for (const Keep& keep : yard.keeps) peer.m_obstacles.push_back({from_shape(keep.shape), keep.distance_m, segments});
    return peer;
}

GeosPeer::Geometry GeosPeer::free_ground() const {
    std::vector<GEOSGeometry*> grown;
    for (const Obstacle& o : m_obstacles) {
        grown.push_back(o.radius > 0 ? checked(GEOSBuffer_r(context(), o.shape.get(), o.radius, o.segments)).release()
                                     : GEOSGeom_clone_r(context(), o.shape.get()));
    }
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(grown));
    const Geometry taken = checked(GEOSUnaryUnion_r(context(), all.get()));
    if (!(m_setback > 0)) return checked(GEOSDifference_r(context(), m_boundary.get(), taken.get()));
    const Geometry inner = checked(GEOSBuffer_r(context(), m_boundary.get(), -m_setback, m_setback_segments));
    return checked(GEOSDifference_r(context(), inner.get(), taken.get()));
}

std::vector<double> GeosPeer::distances(const Geometry& ground) const {
    std::vector<double> all;
    for (const Obstacle& o : m_obstacles) {
        double d = 0.0;
        if (GEOSDistance_r(context(), ground.get(), o.shape.get(), &d) != 1) throw std::runtime_error{"GEOS refused a distance"};
        all.push_back(d);
    }
    return all;
}

}  // namespace bench
