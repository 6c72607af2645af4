#include "geo/geometry/distance.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/inscribed_circle.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace geo {
namespace {

// A 40 × 10 m rectangle holds a circle of 5 m, a square ring 3 m wide one of 1.5 m and a little more in its corners:
// there the circle touches two walls and the inner corner, r (1 + √2) = 3 √2, r = 1.757.
TEST(InscribedCircle, FindsTheWidestPlace) {
    EXPECT_NEAR(inscribed_circle({{{0, 0}, {40, 0}, {40, 10}, {0, 10}}, {}}, 0.001).radius, 5.0, 0.001);
    const Polygon ring{{{0, 0}, {20, 0}, {20, 20}, {0, 20}}, {{{3, 3}, {3, 17}, {17, 17}, {17, 3}}}};
    EXPECT_NEAR(inscribed_circle(ring, 0.001).radius, 3 * std::sqrt(2.0) / (1 + std::sqrt(2.0)), 0.001);
}

/// The radius that GEOS finds.
double radius_by_geos(const Polygon& polygon, double tolerance) {
    const geos::Geometry g = geos::from(MultiPolygon{polygon});
    const geos::Geometry line{GEOSMaximumInscribedCircle_r(geos::context(), g.get(), tolerance)};
    double length = 0.0;
    GEOSLength_r(geos::context(), line.get(), &length);
    return length;
}

/// A jagged star with a hole in one of two, and with vertices amid its edges, where the nearest place of an edge is a corner that is none.
Polygon star(std::mt19937_64& random) {
    const auto number = [&](double from, double to) { return from + (to - from) * static_cast<double>(random() >> 11) * 0x1.0p-53; };
    const auto ring = [&](Point middle, double least, double most) {
        Ring corners, with_middles;
        const int count = 3 + static_cast<int>(number(0, 30));
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * i / count, radius = number(least, most);
            corners.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
        }
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const Point a = corners[i], b = corners[(i + 1) % corners.size()];
            with_middles.push_back(a);
            with_middles.push_back({0.5 * (a.x + b.x), 0.5 * (a.y + b.y)});
        }
        return with_middles;
    };
    const Point middle{number(-50, 50), number(-50, 50)};
    Polygon polygon{ring(middle, 20, 60), {}};
    if (random() % 2) polygon.holes.push_back(ring(middle, 2, 9));
    return polygon;
}

// Within the tolerance of GEOS's; the circle lies inside and its rim nowhere outside. Turned rings are the same ground.
TEST(InscribedCircleReference, AgreesWithGeos) {
    std::mt19937_64 random{20240612};
    int valid = 0;
    for (int i = 0; i < 1000; ++i) {
        Polygon polygon = star(random);
        if (!is_valid({polygon})) continue;
        ++valid;
        if (i % 3 == 0) std::ranges::reverse(polygon.outer);
        const double tolerance = i % 10 == 0 ? 0.002 : 0.1;
        const Circle circle = inscribed_circle(polygon, tolerance);
        EXPECT_NEAR(circle.radius, radius_by_geos(polygon, tolerance), tolerance) << "star " << i;
        EXPECT_TRUE(contains(polygon, circle.centre)) << "star " << i;
        EXPECT_NEAR(distance(Shape{{}, {}, {circle.centre}}, line_of({polygon})), circle.radius, 1e-9) << "star " << i;
    }
    EXPECT_GT(valid, 900);
}

// Parallel walls 4 m apart and 400 m long: everywhere along the middle is as wide, and the search must not visit it all to a millimetre.
TEST(InscribedCircle, EndsInALongStrip) {
    EXPECT_NEAR(inscribed_circle({{{0, 0}, {400, 1}, {400, 5}, {0, 4}}, {}}, 0.001).radius, 2.0, 0.001);
    EXPECT_EQ(inscribed_circle({}, 0.1).radius, 0.0);
}

}  // namespace
}  // namespace geo
