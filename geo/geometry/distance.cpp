#include "geo/geometry/distance.hpp"

#include <cmath>

namespace geo {
namespace {

Point nearest_on(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    if (!(length2 > 0.0)) return a;
    const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
    // From the nearer end, so that rounding grows with the way gone and not with the coordinates.
    if (t > 0.5) return {b.x - (1.0 - t) * dx, b.y - (1.0 - t) * dy};
    return {a.x + t * dx, a.y + t * dy};
}

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool cross(Point a, Point b, Point c, Point d) {
    const double c1 = turn(a, b, c), c2 = turn(a, b, d), a1 = turn(c, d, a), a2 = turn(c, d, b);
    return ((c1 > 0 && c2 < 0) || (c1 < 0 && c2 > 0)) && ((a1 > 0 && a2 < 0) || (a1 < 0 && a2 > 0));
}

struct Segment {
    Point a, b;
};

/// Eight neighbouring segments under one box: enough to skip most pairs, small enough to stay tight.
struct Chunk {
    std::size_t first, last;
    Box box;
};

struct Outline {
    std::vector<Segment> segments;
    std::vector<Chunk> chunks;

    explicit Outline(const Shape& shape) {
        const auto close = [&](const Ring& ring) {
            for (std::size_t i = 0; i < ring.size(); ++i) segments.push_back({ring[i], ring[(i + 1) % ring.size()]});
        };
        for (const Polygon& polygon : shape.areas) {
            close(polygon.outer);
            for (const Ring& hole : polygon.holes) close(hole);
        }
        for (const Line& line : shape.lines) {
            if (line.size() == 1) segments.push_back({line[0], line[0]});
            for (std::size_t i = 0; i + 1 < line.size(); ++i) segments.push_back({line[i], line[i + 1]});
        }
        for (Point p : shape.points) segments.push_back({p, p});
        for (std::size_t i = 0; i < segments.size(); i += 8) {
            Chunk chunk{i, std::min(i + 8, segments.size()), {}};
            for (std::size_t j = i; j < chunk.last; ++j) chunk.box.add(segments[j].a), chunk.box.add(segments[j].b);
            chunks.push_back(chunk);
        }
    }
};

double square(double x) { return x * x; }

/// Squared, as all comparisons here: a root each would cost more than the rest.
double gap2(const Box& a, const Box& b) {
    return square(std::max({0.0, a.min_x - b.max_x, b.min_x - a.max_x})) + square(std::max({0.0, a.min_y - b.max_y, b.min_y - a.max_y}));
}

double distance2(Point p, Point a, Point b) {
    const Point n = nearest_on(p, a, b);
    return square(p.x - n.x) + square(p.y - n.y);
}

double distance2(Point a, Point b, Point c, Point d) {
    if (cross(a, b, c, d)) return 0.0;
    return std::min(std::min(distance2(a, c, d), distance2(b, c, d)), std::min(distance2(c, a, b), distance2(d, a, b)));
}

Box box_of(const Segment& s) {
    Box box;
    box.add(s.a), box.add(s.b);
    return box;
}

struct Closest {
    double distance2 = std::numeric_limits<double>::infinity();
    const Segment* a = nullptr;
    const Segment* b = nullptr;
};

class Search {
   public:
    Search(const Outline& a, const Outline& b) : m_a{a}, m_b{b} {}

    Closest run() {
        // The chunks whose boxes are nearest give a distance that most others cannot beat.
        const Chunk *first_a = nullptr, *first_b = nullptr;
        double least = std::numeric_limits<double>::infinity();
        for (const Chunk& ca : m_a.chunks)
            for (const Chunk& cb : m_b.chunks)
                if (const double g = gap2(ca.box, cb.box); g < least) least = g, first_a = &ca, first_b = &cb;
        if (first_a) compare(*first_a, *first_b);
        for (const Chunk& ca : m_a.chunks)
            for (const Chunk& cb : m_b.chunks)
                if (gap2(ca.box, cb.box) < m_best.distance2) compare(ca, cb);
        return m_best;
    }

   private:
    void compare(const Chunk& ca, const Chunk& cb) {
        for (std::size_t i = ca.first; i < ca.last; ++i) {
            const Segment& sa = m_a.segments[i];
            if (gap2(box_of(sa), cb.box) >= m_best.distance2) continue;
            for (std::size_t j = cb.first; j < cb.last; ++j) {
                const Segment& sb = m_b.segments[j];
                const double d = distance2(sa.a, sa.b, sb.a, sb.b);
                if (d < m_best.distance2) m_best = {d, &sa, &sb};
            }
        }
    }

    const Outline& m_a;
    const Outline& m_b;
    Closest m_best;
};

Closest closest(const Outline& a, const Outline& b) { return Search{a, b}.run(); }

std::optional<Point> any_vertex(const Shape& shape) {
    std::optional<Point> found;
    each_vertex(shape, [&](Point p) {
        if (!found) found = p;
    });
    return found;
}

/// A vertex of one part of `inner` that lies in an area of `outer`; with boundaries that do not meet, the part lies there whole.
std::optional<Point> held(const Shape& outer, const Shape& inner) {
    if (outer.areas.empty()) return std::nullopt;
    const auto in = [&](Point p) { return contains(outer.areas, p); };
    for (const Polygon& polygon : inner.areas)
        if (!polygon.outer.empty() && in(polygon.outer.front())) return polygon.outer.front();
    for (const Line& line : inner.lines)
        if (!line.empty() && in(line.front())) return line.front();
    for (Point p : inner.points)
        if (in(p)) return p;
    return std::nullopt;
}

}  // namespace

double distance(Point p, Point a, Point b) { return std::sqrt(distance2(p, a, b)); }

double distance(Point a, Point b, Point c, Point d) {
    return std::sqrt(distance2(a, b, c, d));
}

double distance(const Shape& a, const Shape& b) {
    if (held(a, b) || held(b, a)) return 0.0;
    return std::sqrt(closest(Outline{a}, Outline{b}).distance2);
}

std::optional<std::pair<Point, Point>> nearest_points(const Shape& a, const Shape& b) {
    if (!any_vertex(a) || !any_vertex(b)) return std::nullopt;
    if (const auto p = held(a, b)) return std::pair{*p, *p};
    if (const auto p = held(b, a)) return std::pair{*p, *p};
    const Outline oa{a}, ob{b};
    const Closest best = closest(oa, ob);
    if (!best.a) return std::nullopt;  // coordinates beyond all measure
    const Segment &s = *best.a, &t = *best.b;
    if (cross(s.a, s.b, t.a, t.b)) {
        const double ux = s.b.x - s.a.x, uy = s.b.y - s.a.y, vx = t.b.x - t.a.x, vy = t.b.y - t.a.y;
        const double along = ((t.a.x - s.a.x) * vy - (t.a.y - s.a.y) * vx) / (ux * vy - uy * vx);
        const Point p{s.a.x + along * ux, s.a.y + along * uy};
        return std::pair{p, p};
    }
    std::pair<Point, Point> pair{s.a, nearest_on(s.a, t.a, t.b)};
    const auto length = [](const std::pair<Point, Point>& p) { return std::hypot(p.first.x - p.second.x, p.first.y - p.second.y); };
    for (const auto& other : {std::pair{s.b, nearest_on(s.b, t.a, t.b)}, std::pair{nearest_on(t.a, s.a, s.b), t.a},
                                                std::pair{nearest_on(t.b, s.a, s.b), t.b}}) {
        if (length(other) < length(pair)) pair = other;
    }
    return pair;
}

}  // namespace geo
