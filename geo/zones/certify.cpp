#include "geo/zones/certify.hpp"

#include "geo/geometry/distance.hpp"

#include <cmath>

namespace geo {
namespace {

constexpr double slack_m = 1e-9;

struct Edge {
    Point a, b;
};

Box box_of_edge(const Edge& e) {
    Box box;
    box.add(e.a), box.add(e.b);
    return box;
}

/// Edges under boxes of sixteen.
class Edges {
   public:
    void add_ring(const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) m_edges.push_back({ring[i], ring[(i + 1) % ring.size()]});
    }
    void add_line(const Line& line) {
        for (std::size_t i = 0; i + 1 < line.size(); ++i) m_edges.push_back({line[i], line[i + 1]});
    }
    void add_point(Point p) { m_edges.push_back({p, p}); }
    void add(const MultiPolygon& polygons) {
        for (const Polygon& polygon : polygons) {
            add_ring(polygon.outer);
            for (const Ring& hole : polygon.holes) add_ring(hole);
        }
    }
    void index() {
        for (std::size_t i = 0; i < m_edges.size(); i += 16) {
            Box box;
            for (std::size_t j = i; j < std::min(i + 16, m_edges.size()); ++j) box.add(box_of_edge(m_edges[j]));
            m_boxes.push_back(box);
        }
    }
    /// Calls `f(const Edge&)` for every edge whose box meets `box`; stops when it returns true. @return whether it did
    template <typename F>
    bool any_meeting(const Box& box, F&& f) const {
        for (std::size_t k = 0; k < m_boxes.size(); ++k) {
            if (!m_boxes[k].meets(box)) continue;
            for (std::size_t i = 16 * k; i < std::min(16 * k + 16, m_edges.size()); ++i)
                if (box_of_edge(m_edges[i]).meets(box) && f(m_edges[i])) return true;
        }
        return false;
    }
    const std::vector<Edge>& all() const { return m_edges; }

   private:
    std::vector<Edge> m_edges;
    std::vector<Box> m_boxes;
};

Edges edges_of(const Shape& shape) {
    Edges edges;
    edges.add(shape.areas);
    for (const Line& line : shape.lines) edges.add_line(line);
    for (Point p : shape.points) edges.add_point(p);
    edges.index();
    return edges;
}

Message too_close(double need, double have) {
    return say("核验未通过：距离 {1:.9f} m 小于 {0:.9f} m", "certificate: distance {1:.9f} m is below {0:.9f} m", need, have);
}

std::optional<Message> keeps_distance(const Edges& ground, const Edges& from, double need) {
    for (const Edge& e : from.all()) {
        double have = 0.0;
        const auto short_of = [&](const Edge& g) {
            have = distance(g.a, g.b, e.a, e.b);
            return have < need - slack_m;
        };
        if (ground.any_meeting(box_of_edge(e).grown(need), short_of)) return too_close(need, have);
    }
    return std::nullopt;
}

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

/// How far two edges run through one another: 0 when they merely touch or miss.
double penetration(const Edge& e, const Edge& f) {
    const double f1 = turn(e.a, e.b, f.a), f2 = turn(e.a, e.b, f.b), e1 = turn(f.a, f.b, e.a), e2 = turn(f.a, f.b, e.b);
    if (f1 * f2 >= 0 || e1 * e2 >= 0) return 0.0;
    return std::min(std::min(distance(e.a, f.a, f.b), distance(e.b, f.a, f.b)), std::min(distance(f.a, e.a, e.b), distance(f.b, e.a, e.b)));
}

/// With a ban of 0 m the ground may touch the thing: no edge may run into it.
std::optional<Message> does_not_enter(const Edges& ground, const Edges& banned) {
    for (const Edge& e : banned.all()) {
        const auto enters = [&](const Edge& g) { return penetration(g, e) > slack_m; };
        if (ground.any_meeting(box_of_edge(e), enters)) return say("核验未通过：进入禁设范围", "certificate: runs into banned ground");
    }
    return std::nullopt;
}

Point middle_of_first_edge(const Ring& ring) { return {0.5 * (ring[0].x + ring[1].x), 0.5 * (ring[0].y + ring[1].y)}; }

bool holds_part(const MultiPolygon& ground, const Box& ground_box, const Shape& shape) {
    const auto inside = [&](Point p) {
        return p.x >= ground_box.min_x && p.x <= ground_box.max_x && p.y >= ground_box.min_y && p.y <= ground_box.max_y &&
               contains(ground, p);
    };
    for (const Polygon& polygon : shape.areas)
        if (inside(middle_of_first_edge(polygon.outer))) return true;
    for (const Line& line : shape.lines)
        if (inside(line.front())) return true;
    return std::ranges::any_of(shape.points, inside);
}

bool lies_in(const MultiPolygon& ground, const Shape& shape) {
    const Box box = box_of(shape.areas);
    return std::ranges::any_of(ground, [&](const Polygon& polygon) {
        const Point p = middle_of_first_edge(polygon.outer);
        return p.x >= box.min_x && p.x <= box.max_x && p.y >= box.min_y && p.y <= box.max_y && contains(shape.areas, p);
    });
}

std::optional<Message> inside_boundary(const MultiPolygon& ground, const Edges& ground_edges, const MultiPolygon& boundary,
                                       double setback) {
    Edges line;
    line.add(boundary);
    line.index();
    if (setback > 0) {
        if (auto wrong = keeps_distance(ground_edges, line, setback)) return wrong;
    } else if (auto wrong = does_not_enter(ground_edges, line)) {
        return wrong;
    }
    const auto on_line = [&](Point p) {
        Box box;
        box.add(p);
        return line.any_meeting(box.grown(slack_m), [&](const Edge& e) { return distance(p, e.a, e.b) <= slack_m; });
    };
    for (const Edge& e : ground_edges.all())
        if (!contains(boundary, e.a) && !on_line(e.a)) return say("核验未通过：超出小区边界", "certificate: leaves the compound");
    // A hole of the compound or a boundary spike could still lie inside the ground without any edge meeting it.
    const Box box = box_of(ground);
    const auto strictly_inside = [&](Point p) {
        if (!(p.x > box.min_x && p.x < box.max_x && p.y > box.min_y && p.y < box.max_y) || !contains(ground, p)) return false;
        Box at;
        at.add(p);
        return !ground_edges.any_meeting(at.grown(1e-6), [&](const Edge& e) { return distance(p, e.a, e.b) <= 1e-6; });
    };
    for (const Edge& e : line.all())
        if (strictly_inside(e.a)) return say("核验未通过：覆盖小区边界线", "certificate: covers the compound's line");
    return std::nullopt;
}

}  // namespace

std::optional<Message> certify(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps,
                               double setback_m) {
    if (ground.empty()) return std::nullopt;
    Edges ground_edges;
    ground_edges.add(ground);
    ground_edges.index();
    const Box ground_box = box_of(ground);
    for (const Keep& keep : keeps) {
        if (!box_of(keep.shape).grown(keep.distance_m).meets(ground_box)) continue;
        const Edges from = edges_of(keep.shape);
        const auto wrong = keep.distance_m > 0 ? keeps_distance(ground_edges, from, keep.distance_m) : does_not_enter(ground_edges, from);
        if (wrong) return wrong;
        if (holds_part(ground, ground_box, keep.shape) || lies_in(ground, keep.shape)) {
            return say("核验未通过：障碍物位于可设地内", "certificate: an obstacle lies inside the ground");
        }
    }
    return inside_boundary(ground, ground_edges, boundary, setback_m);
}

}  // namespace geo
