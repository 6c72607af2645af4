#include "geo/units/ownership.hpp"

#include "geo/units/mosaic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace geo::units {
namespace {

constexpr double depth_m = 0.005;
constexpr double most_clump_m2 = 30'000.0;
constexpr std::size_t most_in_clump = 20;

/// Metres of p left of the line from a to b.
double left_of(Point a, Point b, Point p) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    return length == 0.0 ? 0.0 : (dx * (p.y - a.y) - dy * (p.x - a.x)) / length;
}

bool cross_deeply(Point a, Point b, Point c, Point d) {
    const double pc = left_of(a, b, c), pd = left_of(a, b, d), pa = left_of(c, d, a), pb = left_of(c, d, b);
    const auto apart = [](double x, double y) { return std::min(x, y) < -depth_m && std::max(x, y) > depth_m; };
    return apart(pc, pd) && apart(pa, pb);
}

double distance2(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, l2 = dx * dx + dy * dy;
    const double t = l2 > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / l2, 0.0, 1.0) : 0.0;
    const double x = a.x + t * dx - p.x, y = a.y + t * dy - p.y;
    return x * x + y * y;
}

template <typename F>
bool any_edge(const MultiPolygon& shape, F&& f) {
    const auto in = [&](const Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            if (f(ring[j], ring[i])) return true;
        return false;
    };
    return std::ranges::any_of(shape,
                               [&](const Polygon& p) { return in(p.outer) || std::ranges::any_of(p.holes, in); });
}

bool is_deep_in(const MultiPolygon& shape, Point p) {
    return contains(shape, p) &&
           !any_edge(shape, [p](Point a, Point b) { return distance2(p, a, b) <= depth_m * depth_m; });
}

bool reaches_into(const MultiPolygon& a, const MultiPolygon& b) {
    for (const Polygon& part : a)
        if (is_deep_in(b, inner_point(part))) return true;
    // Middles too: the corners of slabs in a row may lie on each other's long sides.
    return any_edge(a, [&](Point p, Point q) {
        return is_deep_in(b, p) || is_deep_in(b, {0.5 * (p.x + q.x), 0.5 * (p.y + q.y)});
    });
}

}  // namespace

bool meets(const Box& box, Point a, Point b) {
    Box around;
    around.add(a), around.add(b);
    if (!box.meets(around)) return false;
    // The line separates them when all corners lie at one side.
    const auto side = [&](double x, double y) { return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x); };
    const auto [low, high] = std::minmax({side(box.min_x, box.min_y), side(box.max_x, box.min_y),
                                          side(box.min_x, box.max_y), side(box.max_x, box.max_y)});
    return low <= 0.0 && high >= 0.0;
}

bool overlap(const MultiPolygon& a, const MultiPolygon& b) {
    if (!box_of(a).meets(box_of(b))) return false;
    const Box reach = box_of(b);
    const bool crossing = any_edge(a, [&](Point p, Point q) {
        return meets(reach, p, q) && any_edge(b, [&](Point r, Point s) { return cross_deeply(p, q, r, s); });
    });
    return crossing || reaches_into(a, b) || reaches_into(b, a);
}

Drawn drawn_buildings(std::span<const MultiPolygon> buildings, const BoxIndex& index, std::span<const Box> boxes,
                      std::span<const double> m2, std::span<const int> cell_of, const std::vector<bool>& crossing) {
    std::map<std::size_t, int> owner;
    std::set<std::size_t> seen;
    for (std::size_t b = 0; b < buildings.size(); ++b) {
        if (!crossing[b] || seen.contains(b)) continue;
        if (cell_of[b] == nobody) {
            owner[b] = nobody;
            continue;
        }
        // Buildings that overlap one that a boundary crosses go with it, so that they are not cut instead.
        std::vector<std::size_t> clump{b};
        std::set<std::size_t> in_clump{b};
        double sum = 0.0;
        for (std::size_t i = 0; i < clump.size() && clump.size() <= most_in_clump; ++i) {
            sum += m2[clump[i]];
            for (std::size_t other : index.meeting(boxes[clump[i]])) {
                if (cell_of[other] == nobody || in_clump.contains(other) ||
                    !overlap(buildings[clump[i]], buildings[other]))
                    continue;
                in_clump.insert(other);
                clump.push_back(other);
            }
        }
        const std::size_t largest = *std::ranges::max_element(clump, {}, [&](std::size_t i) { return m2[i]; });
        const bool stays_together = clump.size() <= most_in_clump && sum <= most_clump_m2;
        for (std::size_t i : clump) {
            owner[i] = stays_together ? cell_of[largest] : cell_of[i];
            if (stays_together) seen.insert(i);
        }
    }
    Drawn drawn;
    for (const auto& [building, cell] : owner) {
        drawn.buildings.push_back(building);
        drawn.owner.push_back(cell);
    }
    return drawn;
}

}  // namespace geo::units
