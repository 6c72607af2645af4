#include "geo/checks/within.hpp"

#include "geo/geometry/distance.hpp"

#include <cmath>

namespace geo {
namespace {

/// Deepest place of the edges on the wanted side of a set of edges. Neighbouring edges that do not come near the set
/// lie on the same side, so most edges need no look at the areas.
/// @param counts  what else must hold of a place, asked of each
template <typename OnSide, typename Counts>
double deepest(const std::vector<Edge>& edges, const EdgeSet& set, double tolerance, OnSide&& on_side,
               Counts&& counts) {
    double depth = 0.0;
    bool known = false, side = false;
    const Edge* before = nullptr;
    for (const Edge& edge : edges) {
        if (before && !(before->b == edge.a)) known = false;
        before = &edge;
        const std::vector<FreePart> parts = parts_off(edge, set, tolerance);
        if (parts.empty() || !parts.front().from_start) known = false;
        for (const FreePart& part : parts) {
            if (!(known && part.from_start)) side = on_side(part.middle);
            if (side && counts(part.middle)) depth = std::max(depth, distance(part.middle, set));
            known = part.to_end;
        }
    }
    return depth;
}

constexpr auto anywhere = [](Point) { return true; };

std::vector<Edge> edges_near(const EdgeSet& set, const Box& box) {
    std::vector<Edge> near;
    for (const std::size_t i : set.meeting(box)) near.push_back(set.edges()[i]);
    return near;
}

/// Ends of the intervals in which a horizontal line is inside, by crossing number.
void add_crossings(const Ring& ring, double y, std::vector<double>& xs) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        if ((a.y > y) != (b.y > y)) xs.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
}

}  // namespace

double depth_outside(const MultiPolygon& inner, const MultiPolygon& outer, const EdgeSet& outer_edges,
                     double tolerance) {
    const EdgeSet inner_edges{inner};
    const double out = deepest(
        inner_edges.edges(), outer_edges, tolerance, [&](Point p) { return !contains(outer, p); }, anywhere);
    // A hole or a gap of the outer areas may lie wholly in the inner ones; an edge between two outer areas parts
    // nothing.
    const double step = 0.5 * tolerance;
    const double in = deepest(
        edges_near(outer_edges, inner_edges.box()), inner_edges, tolerance, [&](Point p) { return contains(inner, p); },
        [&](Point p) {
            return !(contains(outer, {p.x + step, p.y}) && contains(outer, {p.x - step, p.y}) &&
                     contains(outer, {p.x, p.y + step}) && contains(outer, {p.x, p.y - step}));
        });
    double elsewhere = 0.0;
    for (const Polygon& polygon : inner) {
        const Point p = inner_point(polygon);
        if (!contains(outer, p)) elsewhere = std::max(elsewhere, distance(p, outer_edges));
    }
    return std::max({out, in, elsewhere > tolerance ? elsewhere : 0.0});
}

double overlap_depth(const MultiPolygon& areas, const EdgeSet& edges, const Shape& shape, double tolerance) {
    const EdgeSet shape_edges{shape}, area_edges{shape.areas};
    if (!edges.box().grown(tolerance).meets(shape_edges.box())) return 0.0;
    double depth = deepest(
        edges_near(edges, area_edges.box()), area_edges, tolerance, [&](Point p) { return contains(shape.areas, p); },
        anywhere);
    depth = std::max(depth, deepest(
                                edges_near(shape_edges, edges.box()), edges, tolerance,
                                [&](Point p) { return contains(areas, p); }, anywhere));
    // Equal outlines have no part off each other.
    const auto held = [&](const MultiPolygon& inner, const MultiPolygon& outer, const EdgeSet& outer_edges) {
        for (const Polygon& polygon : inner) {
            const Point p = inner_point(polygon);
            const double off = contains(outer, p) ? distance(p, outer_edges) : 0.0;
            if (off > tolerance) depth = std::max(depth, off);
        }
    };
    held(areas, shape.areas, area_edges);
    held(shape.areas, areas, edges);
    return depth;
}

Point inner_point(const Polygon& polygon) {
    std::vector<double> ys;
    for (Point p : polygon.outer) ys.push_back(p.y);
    for (const Ring& hole : polygon.holes)
        for (Point p : hole) ys.push_back(p.y);
    std::ranges::sort(ys);
    double y = 0.0, widest = 0.0;
    for (std::size_t i = 0; i + 1 < ys.size(); ++i)
        if (ys[i + 1] - ys[i] > widest) widest = ys[i + 1] - ys[i], y = 0.5 * (ys[i] + ys[i + 1]);
    std::vector<double> xs;
    add_crossings(polygon.outer, y, xs);
    for (const Ring& hole : polygon.holes) add_crossings(hole, y, xs);
    std::ranges::sort(xs);
    Point best = polygon.outer.empty() ? Point{} : polygon.outer.front();
    double span = 0.0;
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2)
        if (xs[i + 1] - xs[i] > span) span = xs[i + 1] - xs[i], best = {0.5 * (xs[i] + xs[i + 1]), y};
    return best;
}

Point inner_point(const Ring& ring) { return inner_point(Polygon{ring, {}}); }

}  // namespace geo
