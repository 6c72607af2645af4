#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace geo {

/// A place in some projected CRS: east, north in metres (or longitude, latitude before projection).
struct Point {
    double x = 0.0;
    double y = 0.0;
    bool operator==(const Point&) const = default;
};

using Ring = std::vector<Point>;  ///< closed without repeating the first point
using Line = std::vector<Point>;

/// Outer ring counter-clockwise, holes clockwise, once repaired.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    bool operator==(const Polygon&) const = default;
};

using MultiPolygon = std::vector<Polygon>;

/// Whatever a feature covers: any mixture of areas, lines and points.
struct Shape {
    MultiPolygon areas;
    std::vector<Line> lines;
    std::vector<Point> points;

    bool empty() const { return areas.empty() && lines.empty() && points.empty(); }
    bool operator==(const Shape&) const = default;
};

struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    bool empty() const { return !(min_x <= max_x && min_y <= max_y); }
    void add(Point p) {
        min_x = std::min(min_x, p.x), min_y = std::min(min_y, p.y);
        max_x = std::max(max_x, p.x), max_y = std::max(max_y, p.y);
    }
    void add(const Box& b) {
        min_x = std::min(min_x, b.min_x), min_y = std::min(min_y, b.min_y);
        max_x = std::max(max_x, b.max_x), max_y = std::max(max_y, b.max_y);
    }
    Box grown(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
    bool meets(const Box& b) const {
        return min_x <= b.max_x && b.min_x <= max_x && min_y <= b.max_y && b.min_y <= max_y;
    }
    bool holds(const Box& b) const { return min_x <= b.min_x && min_y <= b.min_y && b.max_x <= max_x && b.max_y <= max_y; }
    Point centre() const { return {0.5 * (min_x + max_x), 0.5 * (min_y + max_y)}; }
};

/// Applies `f(Point&)` (or `const Point&`) to every vertex.
template <typename S, typename F>
void each_vertex(S& shape, F&& f) {
    for (auto& polygon : shape.areas) {
        for (auto& p : polygon.outer) f(p);
        for (auto& hole : polygon.holes)
            for (auto& p : hole) f(p);
    }
    for (auto& line : shape.lines)
        for (auto& p : line) f(p);
    for (auto& p : shape.points) f(p);
}

/// Calls `f(const Ring&)` with the outer ring, then the holes.
template <typename F>
void each_ring(const Polygon& polygon, F&& f) {
    f(polygon.outer);
    for (const Ring& hole : polygon.holes) f(hole);
}
template <typename F>
void each_ring(const MultiPolygon& polygons, F&& f) {
    for (const Polygon& polygon : polygons) each_ring(polygon, f);
}

/// Calls `f(Point, Point)` with the ends of each edge of a polygon or of several, in the order of `each_ring`.
template <typename Areas, typename F>
void each_edge(const Areas& areas, F&& f) {
    each_ring(areas, [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) f(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
    });
}

Box box_of(const std::vector<Point>& points);
Box box_of(const MultiPolygon& polygons);
Box box_of(const Shape& shape);

double signed_area(const Ring& ring);  ///< > 0 when counter-clockwise
double area(const Polygon& polygon);   ///< outer less holes, whatever the orientation
double area(const MultiPolygon& polygons);

/// Crossing-number test; a point on the boundary may go either way.
bool contains(const Ring& ring, Point p);
bool contains(const Polygon& polygon, Point p);
bool contains(const MultiPolygon& polygons, Point p);

}  // namespace geo
