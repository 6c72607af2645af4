#include "geo/scenario/ground_difference.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/distance.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr int scan_lines = 16;      ///< a polygon
constexpr double rounding_m = 1e-3;  ///< places nearer to an outline may lie on either side of it

/// Middles of what lines of equal height cut out of a polygon.
std::vector<Point> places_in(const Polygon& polygon) {
    std::vector<Point> places;
    const Box box = box_of(polygon.outer);
    std::vector<double> crossings;
    const auto cross = [&](const Ring& ring, double y) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point p = ring[i], q = ring[(i + 1) % ring.size()];
            if ((p.y > y) != (q.y > y)) crossings.push_back(p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x));
        }
    };
    for (int line = 0; line < scan_lines; ++line) {
        const double y = box.min_y + (line + 0.5) / scan_lines * (box.max_y - box.min_y);
        crossings.clear();
        cross(polygon.outer, y);
        for (const Ring& hole : polygon.holes) cross(hole, y);
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) places.push_back({0.5 * (crossings[i] + crossings[i + 1]), y});
    }
    return places;
}

bool is_near_outline(Point p, const MultiPolygon& ground) {
    const auto near = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            if (distance(p, ring[i], ring[(i + 1) % ring.size()]) < rounding_m) return true;
        return false;
    };
    return std::ranges::any_of(ground, [&](const Polygon& polygon) { return near(polygon.outer) || std::ranges::any_of(polygon.holes, near); });
}

/// Every place looked at lies in the one and not in the other.
bool lies_between(const MultiPolygon& part, const MultiPolygon& in, const MultiPolygon& out) {
    for (const Polygon& polygon : part) {
        for (const Point p : places_in(polygon)) {
            if (!contains(in, p) && !is_near_outline(p, in)) return false;
            if (contains(out, p) && !is_near_outline(p, out)) return false;
        }
    }
    return true;
}

std::optional<GroundDifference> by(OverlayEngine engine, const MultiPolygon& a, const MultiPolygon& b) {
    try {
        GroundDifference found{difference(b, a, engine), difference(a, b, engine)};
        if (holds_up(found, a, b)) return found;
    } catch (const GeometryError&) {  // As good as a result that does not hold up.
    }
    return {};
}

}  // namespace

bool holds_up(const GroundDifference& difference, const MultiPolygon& a, const MultiPolygon& b) {
    const double a_m2 = area(a), b_m2 = area(b), added_m2 = area(difference.added), removed_m2 = area(difference.removed);
    const double allowed_m2 = std::max(1e-3, 1e-6 * std::max(a_m2, b_m2));
    return std::abs((added_m2 - removed_m2) - (b_m2 - a_m2)) <= allowed_m2 && lies_between(difference.added, b, a) && lies_between(difference.removed, a, b);
}

std::optional<GroundDifference> ground_difference(const MultiPolygon& a, const MultiPolygon& b) {
    if (auto found = by(OverlayEngine::Boost, a, b)) return found;
    return by(OverlayEngine::Geos, a, b);
}

}  // namespace geo
