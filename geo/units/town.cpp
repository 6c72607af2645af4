#include "geo/units/town.hpp"

#include <algorithm>
#include <cmath>

namespace geo::units {
namespace {

constexpr double whole_m2 = 30'000.0;        // A building above this may be cut; below, it stays in one unit.
constexpr double whole_reach_m2 = 50'000.0;  // Likewise of its grown hull: a ring wall is no house.

/// Sum of the walls' directions, four times the angle, weighted by length.
Point direction4(const MultiPolygon& building) {
    Point sum;
    for (const Polygon& part : building) {
        const Ring& ring = part.outer;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point b = ring[(i + 1) % ring.size()];
            const double x = b.x - ring[i].x, y = b.y - ring[i].y, length = std::hypot(x, y);
            if (length == 0.0) continue;
            const double x2 = (x * x - y * y) / length, y2 = 2.0 * x * y / length;
            sum.x += (x2 * x2 - y2 * y2) / length;
            sum.y += 2.0 * x2 * y2 / length;
        }
    }
    return sum;
}

}  // namespace

Town town_of(std::span<const MultiPolygon> buildings, const UnitLimits& limits) {
    Town town{buildings, {}, {}, {}};
    for (std::size_t b = 0; b < buildings.size(); ++b) {
        town.boxes.push_back(box_of(buildings[b]));
        town.m2.push_back(area(buildings[b]));
        if (!(town.m2[b] > 0.0) || !std::isfinite(town.m2[b])) continue;
        const Polygon& main = *std::ranges::max_element(buildings[b], {}, [](const Polygon& p) { return area(p); });
        std::vector<Point> points;
        for (const Polygon& part : buildings[b]) points.insert(points.end(), part.outer.begin(), part.outer.end());
        Item item{b, inner_point(main), hull(std::move(points)), direction4(buildings[b]), true};
        const Ring reach = corners(grown(item.outline, limits.margin_m));
        item.is_whole = town.m2[b] <= std::min(whole_m2, 0.3 * limits.most_m2) &&
                        signed_area(reach) <= std::min(whole_reach_m2, 0.5 * limits.most_m2);
        if (!item.is_whole) item.outline = main.outer;
        town.items.push_back(std::move(item));
        // Each part of a building that may be cut is cut alone.
        for (const Polygon& part : buildings[b]) {
            if (town.items.back().is_whole || &part == &main) continue;
            town.items.push_back({b, inner_point(part), part.outer, {}, false});
        }
    }
    return town;
}

}  // namespace geo::units
