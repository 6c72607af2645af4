#include "tests/geo/bays/shapes_for_tests.hpp"

#include <cmath>
#include <numbers>

namespace geo::test {

Ring rectangle(double x0, double y0, double x1, double y1) { return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}; }

MultiPolygon box(double x0, double y0, double x1, double y1) { return {{rectangle(x0, y0, x1, y1), {}}}; }

Polygon turned(const Polygon& area, double degrees, Point by) {
    const double c = std::cos(degrees * std::numbers::pi / 180.0), s = std::sin(degrees * std::numbers::pi / 180.0);
    Polygon out = area;
    const auto turn = [&](Ring& ring) {
        for (Point& p : ring) p = {c * p.x - s * p.y + by.x, s * p.x + c * p.y + by.y};
    };
    turn(out.outer);
    for (Ring& hole : out.holes) turn(hole);
    return out;
}

MultiPolygon turned(const MultiPolygon& areas, double degrees, Point by) {
    MultiPolygon out;
    for (const Polygon& area : areas) out.push_back(turned(area, degrees, by));
    return out;
}

Zone zone_of(const Polygon& legal, const MultiPolygon& robust) {
    Zone zone;
    zone.id = "XQ-001-Z1";
    zone.compound = "XQ-001";
    zone.type = ZoneType::OpenAir;
    zone.legal = legal;
    zone.robust = robust;
    return zone;
}

double Random::between(double lo, double hi) {
    m_state ^= m_state << 13, m_state ^= m_state >> 7, m_state ^= m_state << 17;
    return lo + (hi - lo) * static_cast<double>(m_state >> 11) / 9007199254740992.0;
}

Polygon star(Random& random, int corners, double least_m, double most_m) {
    Polygon out;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * (i + random.between(0.1, 0.9)) / corners,
                     r = random.between(least_m, most_m);
        out.outer.push_back({500'123.4 + r * std::cos(angle), 3'300'456.7 + r * std::sin(angle)});
    }
    return out;
}

Polygon free_ground(Random& random, double width_m, double depth_m, int buildings) {
    Polygon out{rectangle(0, 0, width_m, depth_m), {}};
    const double cell = width_m / buildings;
    for (int i = 0; i < buildings; ++i) {
        // A round-cornered slab per cell, so that no two meet and each keeps off the boundary.
        const double half = random.between(0.1, 0.3) * cell, high = random.between(0.1, 0.25) * depth_m, r = 0.1 * cell;
        const double turn = random.between(-0.3, 0.3), cx = (i + 0.5) * cell, cy = random.between(0.45, 0.55) * depth_m;
        Ring hole;
        for (int k = 0; k < 80; ++k) {
            const double a = -2.0 * std::numbers::pi * (k + 0.5) / 80;
            const double x = (std::cos(a) > 0 ? half - r : r - half) + r * std::cos(a);
            const double y = (std::sin(a) > 0 ? high - r : r - high) + r * std::sin(a);
            if (std::hypot(x, y) < 0.4 * std::min(cell, depth_m))
                hole.push_back(
                    {cx + x * std::cos(turn) - y * std::sin(turn), cy + x * std::sin(turn) + y * std::cos(turn)});
        }
        if (hole.size() >= 3) out.holes.push_back(hole);
    }
    return turned(out, random.between(0.0, 180.0));
}

}  // namespace geo::test
