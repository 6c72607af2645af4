#include "tests/geo/zones/random_compound.hpp"

#include <geos_c.h>

#include <cmath>
#include <numbers>

namespace geo::testing {
namespace {

constexpr double pi = std::numbers::pi;

Ring turned(Ring ring, double angle, Point to) {
    const double c = std::cos(angle), s = std::sin(angle);
    for (Point& p : ring) p = {to.x + c * p.x - s * p.y, to.y + s * p.x + c * p.y};
    return ring;
}

Ring slab(double l, double d) { return {{-l / 2, -d / 2}, {l / 2, -d / 2}, {l / 2, d / 2}, {-l / 2, d / 2}}; }

Ring footprint(Dice& dice, double l, double d) {
    const double kind = dice.uniform(0, 1);
    if (kind < 0.6) return slab(l, d);
    if (kind < 0.85) return {{-l / 2, -d / 2}, {l / 2, -d / 2}, {l / 2, d / 2}, {0, d / 2}, {0, 1.4 * d}, {-l / 2, 1.4 * d}};
    Ring teeth{{-l / 2, d / 2}};  // balconies along one façade: many right angles
    const int count = dice.whole(2, 5);
    for (int i = 0; i < count; ++i) {
        const double x0 = -l / 2 + l * i / count, x1 = x0 + l / count / 2;
        for (const Point p : {Point{x0, -d / 2}, Point{x0, -d / 2 - 1.2}, Point{x1, -d / 2 - 1.2}, Point{x1, -d / 2}}) teeth.push_back(p);
    }
    teeth.push_back({l / 2, -d / 2});
    teeth.push_back({l / 2, d / 2});
    return teeth;
}

Shape area_of(Ring ring) { return {{{std::move(ring), {}}}, {}, {}}; }

class Geos {
   public:
    Geos() : m_h{GEOS_init_r()} {}
    ~Geos() { GEOS_finish_r(m_h); }

    GEOSCoordSequence* sequence(const std::vector<Point>& points, bool close) {
        const auto n = static_cast<unsigned>(points.size() + (close ? 1 : 0));
        GEOSCoordSequence* s = GEOSCoordSeq_create_r(m_h, n, 2);
        for (unsigned i = 0; i < n; ++i) GEOSCoordSeq_setXY_r(m_h, s, i, points[i % points.size()].x, points[i % points.size()].y);
        return s;
    }
    GEOSGeometry* ring(const Ring& r) { return GEOSGeom_createLinearRing_r(m_h, sequence(r, true)); }
    GEOSGeometry* polygons(const MultiPolygon& all) {
        std::vector<GEOSGeometry*> parts;
        for (const Polygon& p : all) {
            std::vector<GEOSGeometry*> holes;
            for (const Ring& hole : p.holes) holes.push_back(ring(hole));
            parts.push_back(GEOSGeom_createPolygon_r(m_h, ring(p.outer), holes.data(), static_cast<unsigned>(holes.size())));
        }
        return GEOSGeom_createCollection_r(m_h, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size()));
    }
    void add_grown(const Shape& shape, double d, std::vector<GEOSGeometry*>& to) {
        const auto grow = [&](GEOSGeometry* g) {
            to.push_back(d > 0 ? GEOSBuffer_r(m_h, g, d, 256) : GEOSGeom_clone_r(m_h, g));
            GEOSGeom_destroy_r(m_h, g);
        };
        if (!shape.areas.empty()) grow(polygons(shape.areas));
        for (const Line& line : shape.lines) grow(GEOSGeom_createLineString_r(m_h, sequence(line, false)));
        for (Point p : shape.points) grow(GEOSGeom_createPointFromXY_r(m_h, p.x, p.y));
    }
    Referee free_ground(const MultiPolygon& boundary, const std::vector<Keep>& keeps, double setback) {
        std::vector<GEOSGeometry*> grown;
        for (const Keep& keep : keeps) add_grown(keep.shape, keep.distance_m, grown);
        GEOSGeometry* compound = polygons(boundary);
        GEOSGeometry* inner = setback > 0 ? GEOSBuffer_r(m_h, compound, -setback, 256) : GEOSGeom_clone_r(m_h, compound);
        GEOSGeometry* all = GEOSGeom_createCollection_r(m_h, GEOS_GEOMETRYCOLLECTION, grown.data(), static_cast<unsigned>(grown.size()));
        GEOSGeometry* taken = GEOSUnaryUnion_r(m_h, all);
        GEOSGeometry* ground = GEOSDifference_r(m_h, inner, taken);
        Referee result;
        GEOSArea_r(m_h, ground, &result.area);
        add_arcs(ground, result.arc_length);
        for (GEOSGeometry* g : {compound, inner, all, taken, ground}) GEOSGeom_destroy_r(m_h, g);
        return result;
    }

   private:
    /// Edges as short as the chords of a 256-segment quarter up to 60 m are taken for arcs.
    void add_arcs(const GEOSGeometry* g, double& length) {
        if (GEOSGeomTypeId_r(m_h, g) > GEOS_POLYGON) {
            for (int i = 0; i < GEOSGetNumGeometries_r(m_h, g); ++i) add_arcs(GEOSGetGeometryN_r(m_h, g, i), length);
            return;
        }
        if (GEOSGeomTypeId_r(m_h, g) != GEOS_POLYGON || GEOSisEmpty_r(m_h, g)) return;
        add_ring(GEOSGetExteriorRing_r(m_h, g), length);
        for (int i = 0; i < GEOSGetNumInteriorRings_r(m_h, g); ++i) add_ring(GEOSGetInteriorRingN_r(m_h, g, i), length);
    }
    void add_ring(const GEOSGeometry* r, double& length) {
        const GEOSCoordSequence* s = GEOSGeom_getCoordSeq_r(m_h, r);
        unsigned n = 0;
        GEOSCoordSeq_getSize_r(m_h, s, &n);
        Point last;
        for (unsigned i = 0; i < n; ++i) {
            Point p;
            GEOSCoordSeq_getXY_r(m_h, s, i, &p.x, &p.y);
            const double edge = std::hypot(p.x - last.x, p.y - last.y);
            if (i > 0 && edge < 60 * pi / 512) length += edge;
            last = p;
        }
    }
    GEOSContextHandle_t m_h;
};

}  // namespace

RandomCompound random_compound(std::uint64_t seed) {
    Dice dice{seed};
    RandomCompound c;
    const double radius = dice.uniform(110, 230), base = dice.uniform(0, pi);
    const int corners = dice.whole(5, 14);
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double a = 2 * pi * (i + dice.uniform(-0.3, 0.3)) / corners, r = radius * dice.uniform(0.72, 1.05);
        ring.push_back({250 + r * std::cos(a), 250 + r * std::sin(a)});
    }
    c.boundary = {{ring, {}}};
    c.setback = dice.chance(0.5) ? 0.0 : dice.uniform(1, 8);
    const double l = dice.uniform(28, 62), d = dice.uniform(11, 17), gap_y = dice.uniform(16, 40), gap_x = dice.uniform(6, 20);
    const double needs[] = {6, 6, 6, 9, 9, 13};
    for (int row = -8; row <= 8; ++row) {
        for (int column = -6; column <= 6; ++column) {
            if (dice.chance(0.25)) continue;
            const double x = column * (l + gap_x), y = row * (d + gap_y);
            const Point at{250 + x * std::cos(base) - y * std::sin(base), 250 + x * std::sin(base) + y * std::cos(base)};
            // Neighbours up to a little beyond the boundary count too.
            if (std::hypot(at.x - 250, at.y - 250) > radius + 40) continue;
            const double angle = base + (dice.chance(0.3) ? dice.uniform(-0.02, 0.02) : 0.0);
            const double length = l * dice.uniform(0.55, 1.0), depth = d * dice.uniform(0.8, 1.1);
            const Ring shape = footprint(dice, length, depth);
            const double need = needs[dice.whole(0, 5)];
            c.keeps.push_back({area_of(turned(shape, angle, at)), need});
            const double odd = dice.uniform(0, 1);
            const auto beside = [&](double dx, double dy) {
                Ring moved = shape;
                for (Point& p : moved) p.x += dx, p.y += dy;
                return area_of(turned(moved, angle, at));
            };
            if (odd < 0.05) c.keeps.push_back({beside(length, 0), needs[dice.whole(0, 5)]});         // party wall
            else if (odd < 0.07) c.keeps.push_back({beside(0, 0), needs[dice.whole(0, 5)]});          // duplicate
            else if (odd < 0.10) c.keeps.push_back({beside(0.3 * length, 0.37 * depth), need});       // overlap
        }
    }
    for (int i = dice.whole(0, 3); i > 0; --i) {
        const double r = radius * std::sqrt(dice.uniform(0, 1)), a = dice.uniform(0, 2 * pi);
        c.keeps.push_back({Shape{{}, {}, {{250 + r * std::cos(a), 250 + r * std::sin(a)}}}, static_cast<double>(dice.whole(2, 25))});
    }
    for (int i = dice.whole(1, 3); i > 0; --i) {
        double heading = dice.uniform(0, 2 * pi);
        Line line{{250 - radius * std::cos(heading), 250 - radius * std::sin(heading)}};
        for (int k = dice.whole(2, 7); k > 0; --k) {
            const double step = dice.uniform(20, 90);
            line.push_back({line.back().x + step * std::cos(heading), line.back().y + step * std::sin(heading)});
            heading += dice.chance(0.5) ? 0.0 : dice.chance(0.5) ? pi / 2 : -pi / 2;
        }
        c.keeps.push_back({Shape{{}, {line}, {}}, dice.chance(0.5) ? 2.0 : 3.5});
    }
    return c;
}

Referee referee(const MultiPolygon& boundary, const std::vector<Keep>& keeps, double setback) {
    Geos geos;
    return geos.free_ground(boundary, keeps, setback);
}

bool is_complete(double area, const Referee& expected) {
    return area >= 0.999 * expected.area || expected.area - area <= 0.01 * expected.arc_length;
}

}  // namespace geo::testing
