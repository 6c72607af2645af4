#include "geo/bays/rectangle.hpp"

#include <algorithm>
#include <cmath>

namespace geo::rows {
namespace {

constexpr double rounding_m = 1e-6;

struct Axis {
    Point direction;
    double half;

    double along(Point p) const { return p.x * direction.x + p.y * direction.y; }
};

/// Of a rectangle: its centre, and half its sides.
struct Stance {
    Point centre;
    Axis axes[2];
    Box box;
};

Stance stance(const Rectangle& r) {
    const auto axis = [](Point a, Point b) {
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        return Axis{{(b.x - a.x) / length, (b.y - a.y) / length}, 0.5 * length + rounding_m};
    };
    return {{0.5 * (r[0].x + r[2].x), 0.5 * (r[0].y + r[2].y)},
            {axis(r[0], r[1]), axis(r[1], r[2])},
            box_of(r).grown(rounding_m)};
}

bool meets(const Stance& s, Point a, Point b) {
    if (std::max(a.x, b.x) < s.box.min_x || std::min(a.x, b.x) > s.box.max_x || std::max(a.y, b.y) < s.box.min_y ||
        std::min(a.y, b.y) > s.box.max_y)
        return false;
    double from = 0.0, to = 1.0;  // part of the segment within both pairs of sides
    for (const Axis& axis : s.axes) {
        const double u = axis.along({a.x - s.centre.x, a.y - s.centre.y}),
                     v = axis.along({b.x - s.centre.x, b.y - s.centre.y});
        if (std::abs(v - u) < 1e-12) {
            if (std::abs(u) > axis.half) return false;
            continue;
        }
        const double t0 = (-axis.half - u) / (v - u), t1 = (axis.half - u) / (v - u);
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
    }
    return from <= to;
}

bool meets(const Stance& s, const Ring& ring) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if (meets(s, ring[j], ring[i])) return true;
    return false;
}

bool meets(const Stance& s, const Polygon& area) {
    if (!box_of(area.outer).meets(s.box)) return false;
    return meets(s, area.outer) ||
           std::any_of(area.holes.begin(), area.holes.end(), [&](const Ring& hole) { return meets(s, hole); });
}

}  // namespace

bool lies_in(const Rectangle& rectangle, const MultiPolygon& areas) {
    const Stance s = stance(rectangle);
    if (std::any_of(areas.begin(), areas.end(), [&](const Polygon& area) { return meets(s, area); })) return false;
    return contains(areas, s.centre);
}

bool stays_out_of(const Rectangle& rectangle, const Polygon& area) {
    const Stance s = stance(rectangle);
    if (!box_of(area.outer).meets(s.box)) return true;
    return !meets(s, area) && !contains(area, s.centre);
}

}  // namespace geo::rows
