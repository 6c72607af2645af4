#include "geo/geometry/distance.hpp"

#include <geos_c.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <random>

namespace geo {
namespace {

/// The referee: GEOS's distance of two linestrings.
class Geos {
   public:
    Geos() : m_handle{GEOS_init_r()} {}
    ~Geos() { GEOS_finish_r(m_handle); }
    double distance(Point a, Point b, Point c, Point d) {
        GEOSGeometry *g = line(a, b), *h = line(c, d);
        double result = -1.0;
        GEOSDistance_r(m_handle, g, h, &result);
        GEOSGeom_destroy_r(m_handle, g);
        GEOSGeom_destroy_r(m_handle, h);
        return result;
    }

   private:
    GEOSGeometry* line(Point a, Point b) {
        if (a == b) return GEOSGeom_createPointFromXY_r(m_handle, a.x, a.y);
        GEOSCoordSequence* s = GEOSCoordSeq_create_r(m_handle, 2, 2);
        GEOSCoordSeq_setXY_r(m_handle, s, 0, a.x, a.y);
        GEOSCoordSeq_setXY_r(m_handle, s, 1, b.x, b.y);
        return GEOSGeom_createLineString_r(m_handle, s);
    }
    GEOSContextHandle_t m_handle;
};

Shape polygon(Ring ring) { return {{{std::move(ring), {}}}, {}, {}}; }
Shape square(double x, double y, double side) { return polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}); }

TEST(Distance, OfAPointFromASegment) {
    EXPECT_DOUBLE_EQ(distance({0, 5}, {-3, 0}, {3, 0}), 5.0);
    EXPECT_DOUBLE_EQ(distance({7, 3}, {-3, 0}, {4, 0}), std::hypot(3.0, 3.0));
    EXPECT_DOUBLE_EQ(distance({3, 4}, {0, 0}, {0, 0}), 5.0);  // a segment of no length is a point
}

TEST(Distance, OfCrossingTouchingAndParallelSegments) {
    EXPECT_EQ(distance({0, 0}, {10, 10}, {0, 10}, {10, 0}), 0.0);
    EXPECT_EQ(distance({0, 0}, {10, 0}, {5, 0}, {5, 7}), 0.0);
    EXPECT_DOUBLE_EQ(distance({0, 0}, {10, 0}, {2, 6}, {8, 6}), 6.0);
    EXPECT_DOUBLE_EQ(distance({0, 0}, {10, 0}, {13, 0}, {20, 0}), 3.0);
    EXPECT_EQ(distance({0, 0}, {10, 0}, {4, 0}, {20, 0}), 0.0);
}

// Two squares of 10 m with 6 m between them; one inside the other; one in a courtyard 4 m from its walls.
TEST(Distance, OfShapes) {
    EXPECT_DOUBLE_EQ(distance(square(0, 0, 10), square(16, 0, 10)), 6.0);
    EXPECT_EQ(distance(square(0, 0, 10), square(4, 4, 2)), 0.0);
    EXPECT_EQ(distance(square(4, 4, 2), square(0, 0, 10)), 0.0);
    Shape courtyard = square(0, 0, 20);
    courtyard.areas[0].holes.push_back({{5, 5}, {5, 15}, {15, 15}, {15, 5}});
    EXPECT_DOUBLE_EQ(distance(courtyard, square(9, 9, 2)), 4.0);
    EXPECT_DOUBLE_EQ(distance(square(0, 0, 10), Shape{{}, {}, {{13, 14}}}), 5.0);
    EXPECT_DOUBLE_EQ(distance(square(0, 0, 10), Shape{{}, {{{12, 0}, {12, 10}}}, {}}), 2.0);
    EXPECT_TRUE(std::isinf(distance(square(0, 0, 1), Shape{})));
}

TEST(Distance, NearestPointsLieOnBothShapes) {
    const auto pair = nearest_points(square(0, 0, 10), square(16, 3, 10));
    ASSERT_TRUE(pair);
    EXPECT_DOUBLE_EQ(pair->first.x, 10.0);
    EXPECT_DOUBLE_EQ(pair->second.x, 16.0);
    EXPECT_DOUBLE_EQ(pair->first.y, pair->second.y);
    const auto crossing = nearest_points(Shape{{}, {{{0, 0}, {10, 10}}}, {}}, Shape{{}, {{{0, 10}, {10, 0}}}, {}});
    ASSERT_TRUE(crossing);
    EXPECT_NEAR(crossing->first.x, 5.0, 1e-12);
    EXPECT_EQ(crossing->first, crossing->second);
}

// Random pairs, and pairs that degenerate: shared ends, parallel, collinear, no length, nearly touching, far-off eastings.
TEST(DistanceReference, AgreesWithGeosOnAMillionPairs) {
    Geos geos;
    std::mt19937_64 random{20240612};
    const auto uniform = [&](double from, double to) { return from + (to - from) * static_cast<double>(random() >> 11) * 0x1.0p-53; };
    double worst = 0.0;
    for (int i = 0; i < 1'000'000; ++i) {
        const double size = std::pow(10.0, uniform(-3, 3));
        const auto point = [&] { return Point{uniform(-size, size), uniform(-size, size)}; };
        Point a = point(), b = point(), c = point(), d = point();
        switch (i % 8) {
            case 1: c = a; break;
            case 2: d = {c.x + (b.x - a.x), c.y + (b.y - a.y)}; break;
            case 3: c = {a.x + 0.25 * (b.x - a.x), a.y + 0.25 * (b.y - a.y)}, d = {a.x + 3 * (b.x - a.x), a.y + 3 * (b.y - a.y)}; break;
            case 4: b = a; break;
            case 5: b = a, d = c; break;
            case 6: c = {b.x + uniform(-1e-9, 1e-9), b.y + uniform(-1e-9, 1e-9)}; break;
            case 7: a.y = b.y = std::round(a.y), c.y = d.y = a.y + std::round(uniform(0, 5)); break;
            default: break;
        }
        const double ours = distance(a, b, c, d), theirs = geos.distance(a, b, c, d);
        worst = std::max(worst, std::abs(ours - theirs) / size);
    }
    EXPECT_LE(worst, 1e-12);
}

}  // namespace
}  // namespace geo
