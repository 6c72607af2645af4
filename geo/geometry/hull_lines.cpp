#include "geo/geometry/hull_lines.hpp"

#include "geo/geometry/repair.hpp"
#include "geo/geometry/vectors.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace geo {
namespace {

constexpr std::size_t most_lines = 16;

}  // namespace

HullLines::HullLines(const MultiPolygon& area) {
    std::vector<std::pair<Point, Point>> edges;
    MultiPolygon hull = convex_hull({area, {}, {}}).areas;
    if (!hull.empty() && signed_area(hull.front().outer) < 0) std::ranges::reverse(hull.front().outer);
    each_edge(hull, [&](Point a, Point b) { edges.emplace_back(a, b); });
    std::ranges::sort(edges, std::greater{}, [](const auto& edge) { return length2(edge.second - edge.first); });
    if (edges.size() > most_lines) edges.resize(most_lines);
    for (const auto& [a, b] : edges)
        if (length2(b - a) > 0) m_lines.push_back({a, right_of(unit(b - a))});
}

bool HullLines::is_beyond(const Box& box, double distance) const {
    return std::ranges::any_of(m_lines, [&](const Line& line) {
        const Point nearest{line.outward.x > 0 ? box.min_x : box.max_x, line.outward.y > 0 ? box.min_y : box.max_y};
        return dot(nearest - line.place, line.outward) > distance;
    });
}

}  // namespace geo
