#include "geo/units/convex.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo::units {
namespace {

double cross(Point o, Point a, Point b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

Point unit(Point v) {
    const double length = std::hypot(v.x, v.y);
    return {v.x / length, v.y / length};
}

double support(const Ring& ring, Point normal) {
    double far = -std::numeric_limits<double>::infinity();
    for (Point p : ring) far = std::max(far, normal.x * p.x + normal.y * p.y);
    return far;
}

/// Normals from a to b turning left, none more than 60 degrees after the one before.
void add_normals(std::vector<Point>& normals, Point a, Point b) {
    const double dot = a.x * b.x + a.y * b.y;
    if (dot > 0.5 || normals.size() > 64) {
        normals.push_back(b);
        return;
    }
    Point middle{a.x + b.x, a.y + b.y};
    if (std::hypot(middle.x, middle.y) < 1e-6) middle = {-a.y, a.x};
    middle = unit(middle);
    add_normals(normals, a, middle);
    add_normals(normals, middle, b);
}

/// Crossings of a horizontal line with a ring.
void add_crossings(std::vector<double>& xs, const Ring& ring, double y) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i], b = ring[j];
        if ((a.y > y) != (b.y > y)) xs.push_back(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)));
    }
}

}  // namespace

Ring hull(std::vector<Point> points) {
    std::ranges::sort(points, [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    Ring ring;
    const auto walk = [&](auto first, auto last) {
        const std::size_t base = ring.size();
        for (auto p = first; p != last; ++p) {
            while (ring.size() >= base + 2 && cross(ring[ring.size() - 2], ring.back(), *p) <= 0.0) ring.pop_back();
            ring.push_back(*p);
        }
        ring.pop_back();
    };
    walk(points.begin(), points.end());
    walk(points.rbegin(), points.rend());
    return ring;
}

std::vector<HalfPlane> grown(const Ring& hull, double margin_m) {
    std::vector<Point> sides;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point a = hull[i], b = hull[(i + 1) % hull.size()];
        // Shorter sides have no direction worth keeping; corners are cut off anyway.
        if (std::hypot(b.x - a.x, b.y - a.y) > 0.01) sides.push_back(unit({b.y - a.y, a.x - b.x}));
    }
    if (sides.empty()) sides = {{1, 0}, {-1, 0}};
    std::vector<Point> normals;
    for (std::size_t i = 0; i < sides.size(); ++i) add_normals(normals, sides[i], sides[(i + 1) % sides.size()]);
    std::vector<HalfPlane> planes;
    for (Point n : normals) planes.push_back({n, support(hull, n) + margin_m});
    return planes;
}

Ring corners(std::span<const HalfPlane> planes) {
    Ring ring;
    for (std::size_t i = 0; i < planes.size(); ++i) {
        const HalfPlane &a = planes[i], &b = planes[(i + 1) % planes.size()];
        const double det = a.normal.x * b.normal.y - a.normal.y * b.normal.x;
        if (std::abs(det) < 1e-9) continue;
        ring.push_back({(a.at * b.normal.y - b.at * a.normal.y) / det, (a.normal.x * b.at - b.normal.x * a.at) / det});
    }
    return ring;
}

Ring clipped(const Ring& ring, const HalfPlane& plane) {
    Ring result;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        const double da = plane.beyond(a), db = plane.beyond(b);
        if (da <= 0.0) result.push_back(a);
        if ((da <= 0.0) != (db <= 0.0)) {
            const double t = da / (da - db);
            result.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return result;
}

double area_inside(std::span<const Polygon> polygons, std::span<const HalfPlane> planes) {
    const auto part = [&](Ring ring) {
        for (const HalfPlane& plane : planes) {
            if (ring.empty()) break;
            ring = clipped(ring, plane);
        }
        return std::abs(signed_area(ring));
    };
    double sum = 0.0;
    for (const Polygon& polygon : polygons) {
        sum += part(polygon.outer);
        for (const Ring& hole : polygon.holes) sum -= part(hole);
    }
    return sum;
}

std::optional<std::pair<Point, Point>> clipped(Point a, Point b, std::span<const HalfPlane> planes, double more_m) {
    double from = 0.0, to = 1.0;
    for (const HalfPlane& plane : planes) {
        const double da = plane.beyond(a), db = plane.beyond(b);
        if (da > 0.0 && db > 0.0) return {};
        if (da > 0.0) from = std::max(from, da / (da - db));
        if (db > 0.0) to = std::min(to, da / (da - db));
    }
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (from >= to || length == 0.0) return {};
    const auto at = [&](double t) { return Point{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}; };
    // Ends that are not cut stay the very same points, so that neighbours in a ring meet.
    return std::pair{from > 0.0 ? at(from - more_m / length) : a, to < 1.0 ? at(to + more_m / length) : b};
}

Point inner_point(const Polygon& polygon) {
    const Box box = box_of(polygon.outer);
    Point best = box.centre();
    double width = -1.0;
    // Shares that are no simple fractions keep scan lines off the vertices of symmetric outlines.
    for (double share : std::array{0.4937, 0.2871, 0.7213, 0.0973, 0.8931}) {
        const double y = box.min_y + share * (box.max_y - box.min_y);
        std::vector<double> xs;
        add_crossings(xs, polygon.outer, y);
        for (const Ring& hole : polygon.holes) add_crossings(xs, hole, y);
        std::ranges::sort(xs);
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
            // The middle line wins unless another is clearly wider.
            if (xs[i + 1] - xs[i] > (width > 0.0 ? 1.5 * width : width)) {
                width = xs[i + 1] - xs[i];
                best = {0.5 * (xs[i] + xs[i + 1]), y};
            }
        }
    }
    return best;
}

}  // namespace geo::units
