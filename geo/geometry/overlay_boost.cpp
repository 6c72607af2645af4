// Boost 1.74 has assertions that abort; here they throw, and the caller tries another way.
#define BOOST_ENABLE_ASSERT_HANDLER

#include "geo/geometry/overlay_boost.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/arcs.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/geometries.hpp>

#include <cmath>
#include <numbers>

namespace boost {
void assertion_failed(char const* expr, char const*, char const*, long) { throw std::logic_error{expr}; }
void assertion_failed_msg(char const* expr, char const*, char const*, char const*, long) { throw std::logic_error{expr}; }
}  // namespace boost

namespace geo::boosted {
namespace {

namespace bg = boost::geometry;
using P = bg::model::d2::point_xy<double>;
using Poly = bg::model::polygon<P>;  // clockwise and closed, as the library is used most
using Multi = bg::model::multi_polygon<Poly>;
using BLine = bg::model::linestring<P>;

double x(const P& p) { return bg::get<0>(p); }
double y(const P& p) { return bg::get<1>(p); }

/// Vertices on the mid-angles of the arc from `from` over `sweep` (signed), so that its chords touch the circle from outside.
template <typename Range>
void circumscribe(Range& out, const P& centre, double radius, double from, double sweep, double tolerance, int least) {
    const int count = arc_steps(radius, std::abs(sweep), tolerance, least);
    const double step = sweep / count, r = radius / std::cos(0.5 * step);
    for (int i = 0; i < count; ++i) {
        const double a = from + (i + 0.5) * step;
        out.push_back(P{x(centre) + r * std::cos(a), y(centre) + r * std::sin(a)});
    }
}

struct Join {
    double tolerance;

    template <typename Point, typename Distance, typename Range>
    bool apply(const Point&, const Point& vertex, const Point& p1, const Point& p2, const Distance& distance, Range& out) const {
        bg::equal_to<Point> same;
        if (same(p1, p2)) return false;
        const double a1 = std::atan2(y(p1) - y(vertex), x(p1) - x(vertex));
        double a2 = std::atan2(y(p2) - y(vertex), x(p2) - x(vertex));
        while (a2 > a1) a2 -= 2 * std::numbers::pi;
        out.push_back(p1);
        circumscribe(out, vertex, std::abs(distance), a1, a2 - a1, tolerance, 1);
        out.push_back(p2);
        return true;
    }
    template <typename Number>
    Number max_distance(const Number& distance) const {
        return std::abs(distance) + tolerance * 1.01;
    }
};

/// The stock strategy has the input simplified by a thousandth of the distance first, which comes out short.
struct Distance : bg::strategy::buffer::distance_symmetric<double> {
    using distance_symmetric::distance_symmetric;
    double simplify_distance() const { return 0; }
};

struct EndCap {
    double tolerance;

    template <typename Point, typename Range, typename DistanceStrategy>
    void apply(const Point& before, const Point& left, const Point& end, const Point& right,
               bg::strategy::buffer::buffer_side_selector, const DistanceStrategy& distances, Range& out) const {
        const double d = std::abs(distances.apply(before, end, bg::strategy::buffer::buffer_side_left));
        const double along = std::atan2(y(before) - y(end), x(before) - x(end));
        out.push_back(left);
        circumscribe(out, end, d, along - std::numbers::pi / 2, -std::numbers::pi, tolerance, 4);
        out.push_back(right);
    }
    template <typename Number>
    Number max_distance(const Number& distance) const {
        return std::abs(distance) * 1.09 + tolerance;
    }
    static bg::strategy::buffer::piece_type get_piece_type() { return bg::strategy::buffer::buffered_round_end; }
};

struct PointCircle {
    double tolerance;

    template <typename Point, typename Range, typename DistanceStrategy>
    void apply(const Point& centre, const DistanceStrategy& distances, Range& out) const {
        const double d = distances.apply(centre, centre, bg::strategy::buffer::buffer_side_left);
        circumscribe(out, centre, d, 0.0, -2 * std::numbers::pi, tolerance, 8);
        out.push_back(out.front());
    }
};

P to_boost(Point p) { return {p.x, p.y}; }

Poly to_boost(const Polygon& polygon) {
    Poly out;
    const auto fill = [](auto& ring, const Ring& from) {
        for (Point p : from) ring.push_back(to_boost(p));
        if (!from.empty()) ring.push_back(to_boost(from.front()));
    };
    fill(out.outer(), polygon.outer);
    for (const Ring& hole : polygon.holes) {
        out.inners().emplace_back();
        fill(out.inners().back(), hole);
    }
    bg::correct(out);
    return out;
}

Multi to_boost(const MultiPolygon& polygons) {
    Multi out;
    for (const Polygon& polygon : polygons)
        if (polygon.outer.size() >= 3) out.push_back(to_boost(polygon));
    return out;
}

template <typename BRing>
Ring from_boost(const BRing& ring) {
    Ring out;
    for (const P& p : ring) out.push_back({x(p), y(p)});
    if (out.size() > 1 && out.front() == out.back()) out.pop_back();
    std::ranges::reverse(out);
    return out;
}

MultiPolygon from_boost(const Multi& polygons) {
    MultiPolygon out;
    for (const Poly& polygon : polygons) {
        Polygon p{from_boost(polygon.outer()), {}};
        if (p.outer.size() < 3) continue;
        for (const auto& hole : polygon.inners())
            if (Ring ring = from_boost(hole); ring.size() >= 3) p.holes.push_back(std::move(ring));
        out.push_back(std::move(p));
    }
    return out;
}

template <typename Geometry>
MultiPolygon grown(const Geometry& geometry, double distance, double tolerance) {
    Multi out;
    bg::buffer(geometry, out, Distance{distance}, bg::strategy::buffer::side_straight{}, Join{tolerance}, EndCap{tolerance},
               PointCircle{tolerance});
    return from_boost(out);
}

/// Calls the library; whatever it throws becomes ours.
template <typename F>
auto guarded(const char* what, F&& f) {
    try {
        return f();
    } catch (const Error&) {
        throw;
    } catch (const std::exception& e) {
        throw GeometryError{say("几何运算“{}”失败：{}。", "The geometry operation “{}” failed: {}.", what, e.what())};
    }
}

}  // namespace

MultiPolygon buffer(const Polygon& polygon, double distance, double tolerance) {
    return guarded("buffer", [&] { return grown(to_boost(polygon), distance, tolerance); });
}

MultiPolygon buffer(const Line& line, double distance, double tolerance) {
    return guarded("buffer", [&] {
        BLine b;
        for (Point p : line) b.push_back(to_boost(p));
        return grown(b, distance, tolerance);
    });
}

MultiPolygon unite(const MultiPolygon& a, const MultiPolygon& b) {
    return guarded("union", [&] {
        Multi out;
        bg::union_(to_boost(a), to_boost(b), out);
        return from_boost(out);
    });
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b) {
    return guarded("difference", [&] {
        Multi out;
        bg::difference(to_boost(a), to_boost(b), out);
        return from_boost(out);
    });
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b) {
    return guarded("intersection", [&] {
        Multi out;
        bg::intersection(to_boost(a), to_boost(b), out);
        return from_boost(out);
    });
}

}  // namespace geo::boosted
