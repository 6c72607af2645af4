#include "geo/geometry/hull_lines.hpp"

#include "geo/geometry/repair.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace geo {
namespace {

constexpr std::size_t most_lines = 16;

}  // namespace

HullLines::HullLines(const MultiPolygon& area) {
    struct Edge {
        Point from, along;
        double length;
    };
    std::vector<Edge> edges;
    const MultiPolygon hull = convex_hull({area, {}, {}}).areas;
    each_edge(hull, [&](Point a, Point b) {
        const Point along{b.x - a.x, b.y - a.y};
        if (const double length = std::hypot(along.x, along.y); length > 0) edges.push_back({a, along, length});
    });
    std::ranges::sort(edges, std::greater{}, &Edge::length);
    if (edges.size() > most_lines) edges.resize(most_lines);
    const double turn = hull.empty() || signed_area(hull.front().outer) > 0 ? 1.0 : -1.0;
    for (const Edge& edge : edges) m_lines.push_back({edge.from, {turn * edge.along.y / edge.length, -turn * edge.along.x / edge.length}});
}

bool HullLines::is_beyond(const Box& box, double distance) const {
    return std::ranges::any_of(m_lines, [&](const Line& line) {
        // The corner of the box that comes nearest.
        const double x = (line.outward.x > 0 ? box.min_x : box.max_x) - line.place.x, y = (line.outward.y > 0 ? box.min_y : box.max_y) - line.place.y;
        return x * line.outward.x + y * line.outward.y > distance;
    });
}

}  // namespace geo
