#include "geo/checks/within.hpp"

#include "tests/geo/checks/scene.hpp"

#include <gtest/gtest.h>

#include <random>

namespace geo {
namespace {

constexpr double tolerance = 1e-6;

double outside(const MultiPolygon& inner, const MultiPolygon& outer) {
    return depth_outside(inner, outer, EdgeSet{outer}, tolerance);
}
double overlap(const MultiPolygon& areas, const Shape& shape) { return overlap_depth(areas, EdgeSet{areas}, shape, tolerance); }

// A 10 m edge along y = 0; another from x = 4 on: within 1 m of it from x = 3 on.
TEST(PartsOff, AreFurtherThanTheToleranceFromEveryEdge) {
    const Edge edge{{0, 0}, {10, 0}};
    const EdgeSet set{line_shape({{4, 0}, {20, 0}})};
    const auto parts = parts_off(edge, set, 1.0);
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_DOUBLE_EQ(parts[0].middle.x, 1.5);
    EXPECT_TRUE(parts[0].from_start);
    EXPECT_FALSE(parts[0].to_end);
    EXPECT_TRUE(parts_off({{5, 0.5}, {9, -0.5}}, set, 1.0).empty());
}

// Crossed at a right angle at x = 5: 4 m left on both sides of the 1 m capsule.
TEST(PartsOff, LieOnBothSidesOfACrossing) {
    const auto parts = parts_off({{0, 0}, {10, 0}}, EdgeSet{line_shape({{5, -5}, {5, 5}})}, 1.0);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_DOUBLE_EQ(parts[0].middle.x, 2.0);
    EXPECT_DOUBLE_EQ(parts[1].middle.x, 8.0);
}

TEST(PartsOff, OfAPointAreThePointOrNothing) {
    const EdgeSet set{line_shape({{0, 0}, {10, 0}})};
    EXPECT_TRUE(parts_off({{5, 0.5}, {5, 0.5}}, set, 1.0).empty());
    EXPECT_EQ(parts_off({{5, 2}, {5, 2}}, set, 1.0).size(), 1u);
}

TEST(DepthOutside, IsNothingInsideOrAlongTheEdge) {
    const MultiPolygon outer{rectangle(0, 0, 10, 10)};
    EXPECT_EQ(outside({rectangle(2, 2, 5, 5)}, outer), 0.0);
    EXPECT_EQ(outside(outer, outer), 0.0);
    EXPECT_EQ(outside({rectangle(0, 0, 10, 4)}, outer), 0.0);
    EXPECT_EQ(outside({rectangle(-1e-7, 0, 10, 4)}, outer), 0.0);
}

// The midpoint of the part that sticks out is as far out as any.
TEST(DepthOutside, SaysHowFar) {
    const MultiPolygon outer{rectangle(0, 0, 10, 10)};
    EXPECT_NEAR(outside({rectangle(2, 2, 10.001, 5)}, outer), 0.001, 1e-9);
    EXPECT_GT(outside({rectangle(20, 20, 30, 30)}, outer), 10.0);
    EXPECT_GT(outside({rectangle(-5, -5, 15, 15)}, outer), 4.9);
}

// Both ends of the east side stand inside; only its middle leaves through a notch.
TEST(DepthOutside, SeesWhatNoVertexShows) {
    const MultiPolygon notched{{{{0, 0}, {10, 0}, {10, 4}, {8, 5}, {10, 6}, {10, 10}, {0, 10}}, {}}};
    EXPECT_EQ(outside({rectangle(2, 2, 7.9, 8)}, notched), 0.0);
    EXPECT_GT(outside({rectangle(2, 2, 8.5, 8)}, notched), 0.1);
}

TEST(DepthOutside, SeesAHoleWithinTheInnerArea) {
    const MultiPolygon holed{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{4, 4}, {4, 6}, {6, 6}, {6, 4}}}}};
    EXPECT_EQ(outside({rectangle(1, 1, 4, 9)}, holed), 0.0);
    EXPECT_GT(outside({rectangle(1, 1, 9, 9)}, holed), 1.0);
    EXPECT_GT(outside({rectangle(4, 4, 6, 6)}, holed), 0.9);
}

TEST(DepthOutside, MindsNoEdgeBetweenTwoParts) {
    const MultiPolygon two{rectangle(0, 0, 5, 10), rectangle(5, 0, 10, 10)};
    EXPECT_EQ(outside({rectangle(1, 1, 9, 9)}, two), 0.0);
}

TEST(WithinProperty, BoxesAgreeWithTheirCoordinates) {
    std::mt19937 random{7};
    std::uniform_int_distribution<int> pick{0, 6};  // Few values: touching and equal sides are common.
    int inside = 0, apart = 0;
    for (int i = 0; i < 5000; ++i) {
        const auto box = [&] {
            const double x = pick(random), y = pick(random);
            return Box{x, y, x + 1 + pick(random), y + 1 + pick(random)};
        };
        const Box a = box(), b = box();
        const Polygon pa = rectangle(a.min_x, a.min_y, a.max_x, a.max_y), pb = rectangle(b.min_x, b.min_y, b.max_x, b.max_y);
        const bool is_in = a.min_x >= b.min_x && a.max_x <= b.max_x && a.min_y >= b.min_y && a.max_y <= b.max_y;
        const bool share = a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y;
        ASSERT_EQ(outside({pa}, {pb}) == 0.0, is_in) << "case " << i;
        ASSERT_EQ(overlap({pa}, area_shape(pb)) > 0.0, share) << "case " << i;
        inside += is_in, apart += !share;
    }
    EXPECT_GT(inside, 100);
    EXPECT_GT(apart, 100);
}

TEST(InnerPoint, LiesInsideAndOutOfHoles) {
    const Polygon holed{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{{1, 1}, {1, 9}, {9, 9}, {9, 1}}}};
    EXPECT_TRUE(contains(holed, inner_point(holed)));
    const Polygon horseshoe{{{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 2}, {3, 2}, {3, 9}, {0, 9}}, {}};
    EXPECT_TRUE(contains(horseshoe, inner_point(horseshoe)));
}

}  // namespace
}  // namespace geo
