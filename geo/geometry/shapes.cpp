#include "geo/geometry/shapes.hpp"

#include <cmath>

namespace geo {

Box box_of(const std::vector<Point>& points) {
    Box box;
    for (Point p : points) box.add(p);
    return box;
}

Box box_of(const MultiPolygon& polygons) {
    Box box;
    for (const Polygon& polygon : polygons) box.add(box_of(polygon.outer));
    return box;
}

Box box_of(const Shape& shape) {
    Box box = box_of(shape.areas);
    for (const Line& line : shape.lines) box.add(box_of(line));
    for (Point p : shape.points) box.add(p);
    return box;
}

double signed_area(const Ring& ring) {
    if (ring.size() < 3) return 0.0;
    const Point o = ring.front();  // Differences keep eastings of 500 km from swallowing the digits.
    double twice = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += (ring[i].x - o.x) * (ring[i + 1].y - o.y) - (ring[i + 1].x - o.x) * (ring[i].y - o.y);
    }
    return 0.5 * twice;
}

double area(const Polygon& polygon) {
    double sum = std::abs(signed_area(polygon.outer));
    for (const Ring& hole : polygon.holes) sum -= std::abs(signed_area(hole));
    return sum;
}

double area(const MultiPolygon& polygons) {
    double sum = 0.0;
    for (const Polygon& polygon : polygons) sum += area(polygon);
    return sum;
}

bool contains(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i], b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

bool contains(const Polygon& polygon, Point p) {
    if (!contains(polygon.outer, p)) return false;
    return std::ranges::none_of(polygon.holes, [&](const Ring& hole) { return contains(hole, p); });
}

bool contains(const MultiPolygon& polygons, Point p) {
    return std::ranges::any_of(polygons, [&](const Polygon& polygon) { return contains(polygon, p); });
}

}  // namespace geo
