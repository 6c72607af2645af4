#include "geo/checks/edges.hpp"

#include "geo/geometry/distance.hpp"

#include <cmath>

namespace geo {
namespace {

constexpr std::size_t run_length = 16;
constexpr std::size_t worth_an_index = 64;

struct Interval {
    double from = std::numeric_limits<double>::infinity();
    double to = -std::numeric_limits<double>::infinity();
    bool empty() const { return !(from <= to); }
    void add(Interval i) {
        if (!i.empty()) from = std::min(from, i.from), to = std::max(to, i.to);
    }
};

/// Where `low ≤ start + slope·t ≤ high`.
Interval where_between(double start, double slope, double low, double high) {
    constexpr double all = std::numeric_limits<double>::infinity();
    if (slope == 0.0) return start >= low && start <= high ? Interval{-all, all} : Interval{};
    const double t = (low - start) / slope, u = (high - start) / slope;
    return {std::min(t, u), std::max(t, u)};
}

/// The part of the line `from + t·(ux, uy)` within `radius` of an edge: one interval, as the capsule round an edge is
/// convex.
Interval within(Point from, double ux, double uy, const Edge& edge, double radius) {
    Interval result;
    const auto disc = [&](Point c) {
        const double along = (c.x - from.x) * ux + (c.y - from.y) * uy;
        const double off = (c.x - from.x) * uy - (c.y - from.y) * ux;
        if (std::abs(off) > radius) return;
        const double half = std::sqrt(radius * radius - off * off);
        result.add({along - half, along + half});
    };
    disc(edge.a);
    disc(edge.b);
    const double length = std::hypot(edge.b.x - edge.a.x, edge.b.y - edge.a.y);
    if (!(length > 0.0)) return result;
    const double vx = (edge.b.x - edge.a.x) / length, vy = (edge.b.y - edge.a.y) / length;
    const double dx = from.x - edge.a.x, dy = from.y - edge.a.y;
    const Interval beside = where_between(dx * vx + dy * vy, ux * vx + uy * vy, 0.0, length);
    const Interval close = where_between(dx * vy - dy * vx, ux * vy - uy * vx, -radius, radius);
    result.add({std::max(beside.from, close.from), std::min(beside.to, close.to)});
    return result;
}

}  // namespace

Box Edge::box() const {
    Box result;
    result.add(a), result.add(b);
    return result;
}

EdgeSet::EdgeSet(const Shape& shape) {
    add(shape.areas);
    for (const Line& line : shape.lines) {
        if (line.size() == 1) m_edges.push_back({line[0], line[0]});
        for (std::size_t i = 0; i + 1 < line.size(); ++i) m_edges.push_back({line[i], line[i + 1]});
    }
    for (Point p : shape.points) m_edges.push_back({p, p});
    finish();
}

EdgeSet::EdgeSet(const MultiPolygon& areas) {
    add(areas);
    finish();
}

void EdgeSet::add(const MultiPolygon& areas) {
    const auto add_ring = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) m_edges.push_back({ring[i], ring[(i + 1) % ring.size()]});
    };
    for (const Polygon& polygon : areas) {
        add_ring(polygon.outer);
        for (const Ring& hole : polygon.holes) add_ring(hole);
    }
}

void EdgeSet::finish() {
    for (const Edge& edge : m_edges) m_box.add(edge.box());
    if (m_edges.size() <= worth_an_index) return;
    std::vector<Box> boxes;
    boxes.reserve(m_edges.size());
    for (const Edge& edge : m_edges) boxes.push_back(edge.box());
    m_index.emplace(boxes);
}

std::vector<std::size_t> EdgeSet::meeting(const Box& box) const {
    if (m_index) return m_index->meeting(box);
    std::vector<std::size_t> found;
    if (!m_box.meets(box)) return found;
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_edges[i].box().meets(box)) found.push_back(i);
    return found;
}

std::vector<EdgeRun> runs(const EdgeSet& set) {
    const std::span<const Edge> all{set.edges()};
    std::vector<EdgeRun> result;
    for (std::size_t i = 0; i < all.size(); i += run_length) {
        EdgeRun run{all.subspan(i, std::min(run_length, all.size() - i)), i, {}};
        for (const Edge& edge : run.edges) run.box.add(edge.box());
        result.push_back(run);
    }
    return result;
}

double least_distance(const EdgeSet& a, const EdgeSet& b, double reach, std::size_t& pairs) {
    double least = std::numeric_limits<double>::infinity();
    if (!a.box().grown(reach).meets(b.box())) return least;
    for (const EdgeRun& run : runs(b)) {
        for (const std::size_t i : a.meeting(run.box.grown(reach))) {
            const Edge& edge = a.edges()[i];
            const Box near = edge.box().grown(reach);
            for (const Edge& other : run.edges) {
                if (!near.meets(other.box())) continue;
                ++pairs;
                least = std::min(least, distance(edge.a, edge.b, other.a, other.b));
            }
        }
    }
    return least;
}

double distance(Point p, const EdgeSet& set) {
    double least = std::numeric_limits<double>::infinity();
    for (const Edge& edge : set.edges()) least = std::min(least, distance(p, edge.a, edge.b));
    return least;
}

std::vector<FreePart> parts_off(const Edge& edge, const EdgeSet& set, double tolerance) {
    const double length = std::hypot(edge.b.x - edge.a.x, edge.b.y - edge.a.y);
    const double ux = length > 0.0 ? (edge.b.x - edge.a.x) / length : 1.0;
    const double uy = length > 0.0 ? (edge.b.y - edge.a.y) / length : 0.0;
    std::vector<Interval> near;
    for (const std::size_t i : set.meeting(edge.box().grown(tolerance))) {
        const Interval covered = within(edge.a, ux, uy, set.edges()[i], tolerance);
        if (!covered.empty() && covered.to >= 0.0 && covered.from <= length) near.push_back(covered);
    }
    if (!(length > 0.0)) return near.empty() ? std::vector{FreePart{edge.a, true, true}} : std::vector<FreePart>{};
    std::ranges::sort(near, {}, &Interval::from);
    const double least = 1e-3 * tolerance;
    std::vector<FreePart> parts;
    double at = 0.0;
    const auto leave = [&](double until) {
        const double middle = 0.5 * (at + until);
        if (until - at > least)
            parts.push_back({{edge.a.x + middle * ux, edge.a.y + middle * uy}, at == 0.0, until == length});
    };
    for (const Interval& covered : near) {
        if (covered.from > at) leave(covered.from);
        at = std::max(at, covered.to);
    }
    if (at < length) leave(length);
    return parts;
}

}  // namespace geo
