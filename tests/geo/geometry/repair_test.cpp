#include "geo/geometry/overlay.hpp"
#include "geo/geometry/repair.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace geo {
namespace {

Shape polygon(Ring ring) { return {{{std::move(ring), {}}}, {}, {}}; }

TEST(Repair, LeavesAValidRingAloneButTurnsItCounterClockwise) {
    Shape shape = polygon({{0, 0}, {0, 10}, {10, 10}, {10, 0}});
    const Repair repaired = repair(shape);
    EXPECT_EQ(repaired.kind, Repair::Kind::None);
    EXPECT_DOUBLE_EQ(signed_area(shape.areas[0].outer), 100.0);
}

// Two triangles of 25 m² that meet in the middle.
TEST(Repair, SplitsABowTie) {
    Shape shape = polygon({{0, 0}, {10, 10}, {10, 0}, {0, 10}});
    const Repair repaired = repair(shape);
    EXPECT_EQ(repaired.kind, Repair::Kind::Repaired);
    EXPECT_NE(repaired.reason.find("self-intersection"), std::string::npos) << repaired.reason;
    EXPECT_NEAR(area(shape.areas), 50.0, 1e-9);
    EXPECT_TRUE(is_valid(shape.areas));
}

// Ground that two overlapping rings of one feature both cover must stay covered: 100 + 100 − 25.
TEST(Repair, KeepsTheOverlapOfTwoOuterRings) {
    Shape shape;
    shape.areas.push_back({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}});
    shape.areas.push_back({{{5, 5}, {15, 5}, {15, 15}, {5, 15}}, {}});
    EXPECT_EQ(repair(shape).kind, Repair::Kind::Repaired);
    EXPECT_NEAR(area(shape.areas), 175.0, 1e-9);
    EXPECT_TRUE(contains(shape.areas, {7, 7}));
}

TEST(Repair, DropsVerticesThatAreNoPlace) {
    Shape shape = polygon({{0, 0}, {10, 0}, {std::nan(""), 3}, {10, 10}, {1e300, 1e300}, {0, 10}});
    const Repair repaired = repair(shape);
    EXPECT_EQ(repaired.kind, Repair::Kind::Repaired);
    EXPECT_EQ(repaired.reason, "not finite");
    EXPECT_NEAR(area(shape.areas), 100.0, 1e-9);
}

TEST(Repair, SaysWhenNothingIsLeft) {
    Shape shape = polygon({{std::nan(""), 0}, {1e300, 0}, {INFINITY, 1}});
    EXPECT_EQ(repair(shape).kind, Repair::Kind::Dropped);
    EXPECT_TRUE(shape.empty());
}

// A building that collapsed to a wall still stands there.
TEST(Repair, KeepsAThinRingAsALine) {
    Shape shape = polygon({{0, 0}, {10, 0}, {10, 0}, {0, 0}});
    EXPECT_EQ(repair(shape).kind, Repair::Kind::Hull);
    ASSERT_EQ(shape.lines.size(), 1u);
    EXPECT_TRUE(shape.areas.empty());
}

TEST(Repair, TakesTheHullOfARingWithoutArea) {
    Shape shape = polygon({{0, 0}, {10, 0}, {5, 0}, {20, 0}});
    const Repair repaired = repair(shape);
    EXPECT_EQ(repaired.kind, Repair::Kind::Hull);
    EXPECT_FALSE(shape.empty());
    EXPECT_DOUBLE_EQ(box_of(shape).max_x, 20.0);
}

// Found by fuzzing. The outer ring is lost, but its hole of 4 × 4 m tells where the thing stands.
TEST(Repair, KeepsTheGroundRoundTheHoleOfALostRing) {
    Shape shape{{{{{std::nan(""), 0}, {1, INFINITY}}, {{{2, 2}, {2, 6}, {6, 6}, {6, 2}}}}}, {}, {}};
    EXPECT_EQ(repair(shape).kind, Repair::Kind::Hull);
    EXPECT_NEAR(area(shape.areas), 16.0, 1e-9);
    EXPECT_TRUE(is_valid(shape.areas));
}

// Found by fuzzing: a sliver that is no area any more once it is moved to its compound's origin.
TEST(Repair, TakesTheLineOfASliverThinnerThanCoordinatesCanTell) {
    Shape shape = polygon({{0, -1e-29}, {5, 1e-200}, {10, 1e-300}});
    EXPECT_EQ(repair(shape).kind, Repair::Kind::Hull);
    EXPECT_TRUE(shape.areas.empty());
    ASSERT_EQ(shape.lines.size(), 1u);
    EXPECT_EQ(shape.lines[0].back(), (Point{10, 1e-300}));
    EXPECT_EQ(repair(shape).kind, Repair::Kind::None);
}

TEST(Repair, HoldsAtFullEastings) {
    Shape shape = polygon({{36512345.123, 3274000.456}, {36512355.123, 3274010.456}, {36512355.123, 3274000.456}, {36512345.123, 3274010.456}});
    EXPECT_EQ(repair(shape).kind, Repair::Kind::Repaired);
    EXPECT_NEAR(area(shape.areas), 50.0, 1e-6);
}

TEST(Repair, RemovesRepeatedVerticesSilently) {
    Shape shape = polygon({{0, 0}, {0, 0}, {10, 0}, {10, 10}, {10, 10}, {0, 10}, {0, 0}});
    EXPECT_EQ(repair(shape).kind, Repair::Kind::None);
    EXPECT_EQ(shape.areas[0].outer.size(), 4u);
}

}  // namespace
}  // namespace geo
