#include "geo/checks/self_crossing.hpp"

#include "tests/geo/checks/scene.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace geo {
namespace {

constexpr double tolerance = 1e-6;

bool crosses(const Polygon& polygon) { return self_crossing(polygon, tolerance).has_value(); }

Ring circle(Point centre, double radius, int count) {
    Ring ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

TEST(SelfCrossing, FindsAFigureOfEight) {
    EXPECT_FALSE(crosses(rectangle(0, 0, 4, 2)));
    const auto place = self_crossing({{{0, 0}, {4, 0}, {0, 2}, {4, 2}}, {}}, tolerance);
    ASSERT_TRUE(place);
    EXPECT_NEAR(place->x, 2, 1e-9);
    EXPECT_NEAR(place->y, 1, 1e-9);
}

// The way comes down through (2, 0), which is a vertex in the middle of another side.
TEST(SelfCrossing, FindsACrossingInAVertex) {
    EXPECT_TRUE(crosses({{{0, 0}, {4, 0}, {4, 2}, {2, 0}, {1, -2}, {0, -2}}, {}}));
}

TEST(SelfCrossing, LetsRingsTouch) {
    EXPECT_FALSE(crosses({{{0, 0}, {4, 0}, {4, 2}, {2, 0}, {0, 2}}, {}}));          // the outer ring itself, in (2, 0)
    EXPECT_FALSE(crosses({{{0, 0}, {4, 0}, {4, 2}, {2, -1e-10}, {0, 2}}, {}}));     // with rounding
    EXPECT_FALSE(crosses({{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {{{0, 4}, {3, 6}, {3, 2}}}}));  // a hole, in (0, 4)
}

TEST(SelfCrossing, FindsHolesThatCrossOrLieElsewhere) {
    const Ring outer{{0, 0}, {9, 0}, {9, 9}, {0, 9}};
    EXPECT_FALSE(crosses({outer, {{{2, 2}, {2, 4}, {4, 4}, {4, 2}}, {{5, 5}, {5, 7}, {7, 7}, {7, 5}}}}));
    EXPECT_TRUE(crosses({outer, {{{-1, 2}, {-1, 4}, {4, 4}, {4, 2}}}}));
    EXPECT_TRUE(crosses({outer, {{{12, 2}, {12, 4}, {14, 4}, {14, 2}}}}));
    EXPECT_TRUE(crosses({outer, {{{2, 2}, {2, 7}, {7, 7}, {7, 2}}, {{3, 3}, {3, 5}, {5, 5}, {5, 3}}}}));
}

// Far from the origin, as in a working CRS, with enough vertices for the index.
TEST(SelfCrossing, FindsOneVertexMovedThroughTheOtherSide) {
    Polygon polygon{circle({500000, 3270000}, 30, 1000), {circle({500000, 3270000}, 29.9, 1000)}};
    EXPECT_FALSE(crosses(polygon));
    polygon.outer[500].x += 0.2;  // The rings are 0.1 m apart.
    EXPECT_TRUE(crosses(polygon));
}

bool crosses_by_brute_force(const Ring& ring) {
    const auto turn = [](Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); };
    const std::size_t n = ring.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 2; j < n; ++j) {
            if (i == 0 && j == n - 1) continue;
            const Point a = ring[i], b = ring[i + 1], c = ring[j], d = ring[(j + 1) % n];
            if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
        }
    }
    return false;
}

TEST(SelfCrossingProperty, AgreesWithBruteForceOnRandomRings) {
    std::mt19937 random{11};
    std::uniform_real_distribution<double> number{0, 100};
    int simple = 0, crossed = 0;
    for (int i = 0; i < 4000; ++i) {
        const int count = 4 + i % 3;
        Ring ring;
        for (int k = 0; k < count; ++k) ring.push_back({500000 + number(random), 3270000 + number(random)});
        const bool expected = crosses_by_brute_force(ring);
        ASSERT_EQ(crosses({ring, {}}), expected) << "case " << i;
        ++(expected ? crossed : simple);
    }
    EXPECT_GT(simple, 300);
    EXPECT_GT(crossed, 300);
}

}  // namespace
}  // namespace geo
