#include "geo/geometry/outlines.hpp"

#include <cmath>

namespace geo {

Shape line_of(const MultiPolygon& areas) {
    Shape line;
    each_ring(areas, [&](const Ring& ring) {
        if (ring.empty()) return;
        line.lines.push_back(ring);
        line.lines.back().push_back(ring.front());
    });
    return line;
}

double perimeter(const Polygon& polygon) {
    double sum = 0.0;
    each_edge(polygon, [&](Point a, Point b) { sum += std::hypot(b.x - a.x, b.y - a.y); });
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
