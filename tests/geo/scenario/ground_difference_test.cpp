#include "geo/scenario/ground_difference.hpp"

#include <gtest/gtest.h>

namespace geo {
namespace {

Polygon box(double x0, double y0, double x1, double y1) { return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}; }

const MultiPolygon yard{box(0, 0, 20, 10)}, wider{box(0, 0, 30, 10)};

TEST(GroundDifference, HoldsUp) {
    const auto found = ground_difference(yard, wider);
    ASSERT_TRUE(found);
    EXPECT_NEAR(area(found->added), 100.0, 1e-9);
    EXPECT_TRUE(found->removed.empty());
    EXPECT_TRUE(holds_up(*found, yard, wider));
    EXPECT_TRUE(holds_up({{}, {}}, yard, yard));
    EXPECT_TRUE(holds_up({wider, {}}, {}, wider));
}

// What a library did to two grounds of a real town: it found that they share nothing, in both directions, so that the areas add up.
TEST(GroundDifference, SharedGroundThatWasOverlookedIsNoticed) {
    EXPECT_FALSE(holds_up({wider, yard}, yard, wider));
    const MultiPolygon near_by{box(40, 0, 50, 10)};
    MultiPolygon a = near_by, b = near_by;
    a.push_back(yard.front()), b.push_back(wider.front());
    EXPECT_FALSE(holds_up({{box(20, 0, 30, 10), near_by.front()}, near_by}, a, b));
    EXPECT_TRUE(holds_up({{box(20, 0, 30, 10)}, {}}, a, b));
}

TEST(GroundDifference, AreasThatDoNotAddUpAreNoticed) {
    EXPECT_FALSE(holds_up({{}, {}}, yard, wider));
    EXPECT_FALSE(holds_up({{box(20, 0, 29, 10)}, {}}, yard, wider));
    EXPECT_TRUE(holds_up({{box(20, 0, 29.99999, 10)}, {}}, yard, wider)) << "a tenth of a square centimetre is rounding";
}

// A hole that should be there: the part of the yard within it was not taken off.
TEST(GroundDifference, PlacesInHolesAreLookedAt) {
    const MultiPolygon court{box(8, 4, 12, 6)};
    MultiPolygon ring = yard;
    ring.front().holes.push_back({{8, 4}, {8, 6}, {12, 6}, {12, 4}});
    EXPECT_TRUE(holds_up({{}, court}, yard, ring));
    EXPECT_TRUE(holds_up({ring, {}}, court, yard));
    EXPECT_FALSE(holds_up({yard, court}, court, yard));
}

}  // namespace
}  // namespace geo
