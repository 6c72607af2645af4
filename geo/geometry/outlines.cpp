#include "geo/geometry/outlines.hpp"

#include <cmath>

namespace geo {
namespace {

template <typename F>
void each_ring(const Polygon& polygon, F&& f) {
    f(polygon.outer);
    for (const Ring& hole : polygon.holes) f(hole);
}

}  // namespace

Shape line_of(const MultiPolygon& areas) {
    Shape line;
    for (const Polygon& polygon : areas) {
        each_ring(polygon, [&](const Ring& ring) {
            if (ring.empty()) return;
            line.lines.push_back(ring);
            line.lines.back().push_back(ring.front());
        });
    }
    return line;
}

double perimeter(const Polygon& polygon) {
    double sum = 0.0;
    each_ring(polygon, [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i], b = ring[(i + 1) % ring.size()];
            sum += std::hypot(b.x - a.x, b.y - a.y);
        }
    });
    return sum;
}

double perimeter(const MultiPolygon& polygons) {
    double sum = 0.0;
    for (const Polygon& polygon : polygons) sum += perimeter(polygon);
    return sum;
}

MultiPolygon moved(MultiPolygon areas, double dx, double dy) {
    return moved(Shape{std::move(areas), {}, {}}, dx, dy).areas;
}

Shape moved(Shape shape, double dx, double dy) {
    each_vertex(shape, [&](Point& p) { p.x += dx, p.y += dy; });
    return shape;
}

}  // namespace geo
