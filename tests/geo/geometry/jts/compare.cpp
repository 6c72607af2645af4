#include "tests/geo/geometry/jts/compare.hpp"

#include "geo/geometry/geos.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/repair.hpp"

#include <cmath>
#include <numbers>

namespace geo::jts {

std::string difference_of(const MultiPolygon& ours, const MultiPolygon& expected, double tolerance) {
    if (ours.empty() && expected.empty()) return {};
    if (expected.empty()) return area(ours) <= tolerance * perimeter(ours) ? "" : "ground where there is to be none";
    if (ours.empty()) return "no ground";
    if (std::abs(area(ours) - area(expected)) > tolerance * std::max(perimeter(ours), perimeter(expected))) return "another area";
    double distance = 0.0;
    if (GEOSHausdorffDistanceDensify_r(geos::context(), geos::from(ours).get(), geos::from(expected).get(), 0.25, &distance) != 1) return "not comparable";
    return distance <= tolerance ? "" : "another outline";
}

double buffer_tolerance(const Case& one) {
    const double quarter = one.numbers.size() > 1 ? one.numbers[1] : 8, widest = 1.5 * std::numbers::pi / (2 * quarter);
    return std::abs(one.numbers.at(0)) * (0.01 + 1 - std::cos(0.5 * widest));
}

Shape prepared(Shape shape, Point origin) {
    repair(shape);
    each_vertex(shape, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
    return shape;
}

MultiPolygon prepared(const MultiPolygon& areas, Point origin) { return prepared(Shape{areas, {}, {}}, origin).areas; }

Point origin_of(const Shape& a, const Shape& b) {
    Box box = box_of(a);
    box.add(box_of(b));
    return box.empty() ? Point{} : Point{std::floor(box.min_x), std::floor(box.min_y)};
}

}  // namespace geo::jts
