#pragma once

#include "geo/geometry/shapes.hpp"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace geo::units {

/// The side of a line where normal · p <= at. The normal has length 1.
struct HalfPlane {
    Point normal;
    double at = 0.0;

    /// Metres beyond the line; negative inside.
    double beyond(Point p) const { return normal.x * p.x + normal.y * p.y - at; }
    HalfPlane flipped() const { return {{-normal.x, -normal.y}, -at}; }
};

inline bool holds(std::span<const HalfPlane> planes, Point p) {
    return std::ranges::all_of(planes, [p](const HalfPlane& h) { return h.beyond(p) <= 0.0; });
}

/// Convex hull, counter-clockwise, without collinear vertices; fewer than three where all points lie on a line.
Ring hull(std::vector<Point> points);

/// A convex polygon that holds everything nearer than `margin_m` to the hull: its sides moved out, sharp corners cut
/// off.
std::vector<HalfPlane> grown(const Ring& hull, double margin_m);

/// Corners of the polygon that `grown` describes, counter-clockwise; edge i lies on plane i and ends at corner i.
Ring corners(std::span<const HalfPlane> planes);

/// Part of a ring inside a half plane. Of a ring that is not convex, the parts stay joined by edges along the line,
/// which leaves the signed area right.
Ring clipped(const Ring& ring, const HalfPlane& plane);

/// Area of the polygons inside all the half planes.
double area_inside(std::span<const Polygon> polygons, std::span<const HalfPlane> planes);

/// The part of a segment inside all the half planes; cut ends are drawn out by `more_m`, so that they surely cross the
/// line.
std::optional<std::pair<Point, Point>> clipped(Point a, Point b, std::span<const HalfPlane> planes, double more_m);

/// A point inside a polygon, far from its boundary where that is cheap to find: the middle of the widest of some scan
/// lines.
Point inner_point(const Polygon& polygon);

}  // namespace geo::units
