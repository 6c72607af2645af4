#include "geo/units/mosaic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace geo::units {
namespace {

bool less(Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
}

/// Angle of v counted counter-clockwise from r, 0 exclusive to full turn inclusive.
double turn(Point r, Point v) {
    const double angle = std::atan2(r.x * v.y - r.y * v.x, r.x * v.x + r.y * v.y);
    return angle > 0.0 ? angle : angle + 2.0 * M_PI;
}

}  // namespace

Mosaic::Mosaic(MultiPolygon faces) : m_faces{std::move(faces)} {
    for (Polygon& face : m_faces) {
        if (signed_area(face.outer) < 0.0) std::ranges::reverse(face.outer);
        for (Ring& hole : face.holes)
            if (signed_area(hole) > 0.0) std::ranges::reverse(hole);
        m_points.insert(m_points.end(), face.outer.begin(), face.outer.end());
        for (const Ring& hole : face.holes) m_points.insert(m_points.end(), hole.begin(), hole.end());
    }
    std::ranges::sort(m_points, less);
    m_points.erase(std::unique(m_points.begin(), m_points.end()), m_points.end());

    const auto number = [this](Point p) {
        return static_cast<std::size_t>(std::ranges::lower_bound(m_points, p, less) - m_points.begin());
    };
    const auto add = [&](const Ring& ring, std::size_t face) {
        std::vector<std::size_t> numbers;
        for (Point p : ring) numbers.push_back(number(p));
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const std::size_t to = numbers[(i + 1) % numbers.size()];
            if (numbers[i] != to) m_edges.push_back({numbers[i], to, face});
        }
    };
    for (std::size_t f = 0; f < m_faces.size(); ++f) {
        add(m_faces[f].outer, f);
        for (const Ring& hole : m_faces[f].holes) add(hole, f);
    }
    const auto key = [](const Edge& e) { return std::pair{e.from, e.to}; };
    std::ranges::sort(m_edges, {}, key);
    for (Edge& e : m_edges) {
        const auto twin = std::ranges::lower_bound(m_edges, std::pair{e.to, e.from}, {}, key);
        if (twin != m_edges.end() && key(*twin) == std::pair{e.to, e.from}) e.twin = twin->face;
    }

    std::map<std::pair<std::size_t, std::size_t>, double> lengths;
    for (const Edge& e : m_edges) {
        const Point a = m_points[e.from], b = m_points[e.to];
        if (e.twin != e.face) lengths[{e.face, e.twin}] += std::hypot(b.x - a.x, b.y - a.y);
    }
    for (const auto& [pair, length] : lengths) m_borders.push_back({pair.first, pair.second, length});
}

std::vector<int> Mosaic::parts(std::span<const int> labels) const {
    std::vector<std::size_t> parent(m_faces.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (const Border& border : m_borders) {
        if (border.other == outside || labels[border.face] != labels[border.other]) continue;
        const std::size_t a = root(parent, border.face), b = root(parent, border.other);
        parent[std::max(a, b)] = std::min(a, b);
    }
    std::vector<int> result(m_faces.size(), nobody);
    int count = 0;
    for (std::size_t f = 0; f < m_faces.size(); ++f) {
        const std::size_t first = root(parent, f);
        result[f] = first == f ? count++ : result[first];
    }
    return result;
}

std::vector<MultiPolygon> Mosaic::dissolved(std::span<const int> labels, int count) const {
    std::vector<std::vector<Edge>> rims(static_cast<std::size_t>(count));
    for (const Edge& e : m_edges) {
        const int label = labels[e.face];
        if (label != nobody && (e.twin == outside || labels[e.twin] != label))
            rims[static_cast<std::size_t>(label)].push_back(e);
    }
    std::vector<MultiPolygon> result;
    for (const std::vector<Edge>& rim : rims) {
        std::vector<bool> used(rim.size(), false);
        MultiPolygon ground;
        std::vector<Ring> holes;
        for (std::size_t start = 0; start < rim.size(); ++start) {
            if (used[start]) continue;
            Ring ring;
            for (std::size_t at = start; !used[at];) {
                used[at] = true;
                const Edge& e = rim[at];
                ring.push_back(m_points[e.from]);
                // Where rings touch in a vertex, hug the ground outside: holes that touch the outer ring stay holes.
                const Point here = m_points[e.to], back{m_points[e.from].x - here.x, m_points[e.from].y - here.y};
                double best = std::numeric_limits<double>::infinity();
                auto next = std::ranges::lower_bound(rim, e.to, {}, &Edge::from);
                for (; next != rim.end() && next->from == e.to; ++next) {
                    const auto i = static_cast<std::size_t>(next - rim.begin());
                    const double angle = turn(back, {m_points[next->to].x - here.x, m_points[next->to].y - here.y});
                    if (angle < best && (!used[i] || i == start)) best = angle, at = i;
                }
            }
            if (signed_area(ring) > 0.0)
                ground.push_back({std::move(ring), {}});
            else
                holes.push_back(std::move(ring));
        }
        for (Ring& hole : holes) {
            const auto owner =
                ground.size() == 1 ? ground.begin() : std::ranges::find_if(ground, [&](const Polygon& p) {
                    return contains(p.outer, {0.5 * (hole[0].x + hole[1].x), 0.5 * (hole[0].y + hole[1].y)});
                });
            if (owner != ground.end()) owner->holes.push_back(std::move(hole));
        }
        result.push_back(std::move(ground));
    }
    return result;
}

std::vector<Line> Mosaic::edges_between(std::span<const int> labels) const {
    std::vector<Line> lines;
    for (const Edge& e : m_edges) {
        const int here = labels[e.face], there = e.twin == outside ? nobody : labels[e.twin];
        if (here > there) lines.push_back({m_points[e.from], m_points[e.to]});
    }
    return lines;
}

}  // namespace geo::units
