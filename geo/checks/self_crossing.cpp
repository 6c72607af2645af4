#include "geo/checks/self_crossing.hpp"

#include "geo/checks/within.hpp"
#include "geo/geometry/distance.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace geo {
namespace {

/// Where an edge of the set belongs.
struct Place {
    const Ring* ring = nullptr;
    std::size_t first = 0;  ///< position of the ring's first edge in the set
};

std::vector<Place> places(const Polygon& polygon) {
    std::vector<Place> result;
    const auto add = [&](const Ring& ring) { result.insert(result.end(), ring.size(), Place{&ring, result.size()}); };
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
    return result;
}

double length(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Where the way along a ring, from a place on its edge `index`, first leaves a disc round that place.
std::optional<Point> way_out(const Ring& ring, std::size_t index, bool forward, Point centre, double radius) {
    Point at = centre;
    for (std::size_t step = 0; step < ring.size(); ++step) {
        const std::size_t to = forward ? index + 1 + step : index + ring.size() - step;
        const Point next = ring[to % ring.size()];
        if (length(centre, next) > radius) {
            double in = 0.0, out = 1.0;  // Shares of the way from `at` to `next`; halving needs no care with roots.
            for (int i = 0; i < 60; ++i) {
                const double middle = 0.5 * (in + out);
                const Point p{at.x + middle * (next.x - at.x), at.y + middle * (next.y - at.y)};
                (length(centre, p) > radius ? out : in) = middle;
            }
            return Point{at.x + out * (next.x - at.x), at.y + out * (next.y - at.y)};
        }
        at = next;
    }
    return std::nullopt;
}

bool is_between(double angle, double from, double to) {
    const auto turned = [&](double a) { return a < from ? a + 2.0 * std::numbers::pi : a; };
    return turned(angle) < turned(to);
}

/// Two edges meet at `centre`: do their rings pass through each other there, or only touch? Looks at ever larger discs
/// until the four ways out lie apart.
bool pass_through(Place p, std::size_t i, Place q, std::size_t j, Point centre, double tolerance) {
    for (double radius = 10.0 * tolerance; radius < 1e4; radius *= 4.0) {
        const std::array ways{
            way_out(*p.ring, i - p.first, false, centre, radius), way_out(*p.ring, i - p.first, true, centre, radius),
            way_out(*q.ring, j - q.first, false, centre, radius), way_out(*q.ring, j - q.first, true, centre, radius)};
        if (std::ranges::any_of(ways, [](const auto& way) { return !way; })) return false;
        if (std::min({length(*ways[0], *ways[2]), length(*ways[0], *ways[3]), length(*ways[1], *ways[2]),
                      length(*ways[1], *ways[3])}) <= tolerance) {
            continue;
        }
        std::array<double, 4> angle{};
        for (std::size_t k = 0; k < 4; ++k) angle[k] = std::atan2(ways[k]->y - centre.y, ways[k]->x - centre.x);
        return is_between(angle[2], angle[0], angle[1]) != is_between(angle[3], angle[0], angle[1]);
    }
    return false;
}

/// A place on both edges, which meet.
Point meeting_point(const Edge& e, const Edge& f) {
    const double ux = e.b.x - e.a.x, uy = e.b.y - e.a.y, vx = f.b.x - f.a.x, vy = f.b.y - f.a.y;
    const double turn = ux * vy - uy * vx;
    Point best = e.a;
    double least = distance(e.a, f.a, f.b);
    const auto try_end = [&](Point p, const Edge& other) {
        if (const double d = distance(p, other.a, other.b); d < least) least = d, best = p;
    };
    try_end(e.b, f), try_end(f.a, e), try_end(f.b, e);
    if (turn == 0.0 || least == 0.0) return best;
    const double along = std::clamp(((f.a.x - e.a.x) * vy - (f.a.y - e.a.y) * vx) / turn, 0.0, 1.0);
    const Point crossing{e.a.x + along * ux, e.a.y + along * uy};
    return distance(crossing, f.a, f.b) < least ? crossing : best;
}

std::optional<Point> misplaced_hole(const Polygon& polygon, double tolerance) {
    for (std::size_t i = 0; i < polygon.holes.size(); ++i) {
        const Point p = inner_point(polygon.holes[i]);
        // A hole without ground has no inside that could be misplaced.
        if (distance(p, EdgeSet{MultiPolygon{{polygon.holes[i], {}}}}) <= tolerance) continue;
        if (!contains(polygon.outer, p)) return p;
        for (std::size_t j = 0; j < polygon.holes.size(); ++j)
            if (j != i && contains(polygon.holes[j], p)) return p;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Point> self_crossing(const Polygon& polygon, double tolerance) {
    constexpr double touching = 1e-9;  // As near as doubles of a northing of some 10,000 km can tell.
    const EdgeSet set{MultiPolygon{polygon}};
    const std::vector<Place> place = places(polygon);
    for (const EdgeRun& run : runs(set)) {
        const std::vector<std::size_t> near = set.meeting(run.box.grown(touching));
        for (std::size_t i = run.first; i < run.first + run.edges.size(); ++i) {
            const Edge& edge = set.edges()[i];
            const Box box = edge.box().grown(touching);
            for (const std::size_t j : near) {
                const Edge& other = set.edges()[j];
                if (j <= i || !box.meets(other.box())) continue;
                const std::size_t count = place[i].ring->size();
                if (place[i].ring == place[j].ring && (j - i == 1 || j - i == count - 1))
                    continue;  // They share a vertex.
                if (!(distance(edge.a, edge.b, other.a, other.b) <= touching)) continue;
                const Point centre = meeting_point(edge, other);
                if (pass_through(place[i], i, place[j], j, centre, tolerance)) return centre;
            }
        }
    }
    return misplaced_hole(polygon, tolerance);
}

}  // namespace geo
