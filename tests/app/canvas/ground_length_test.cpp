#include "app/canvas/ground_length.hpp"

#include <gtest/gtest.h>

namespace app {
namespace {

// UTM: 0.9996 grid metres a ground metre on the central meridian, so 300 + 400 m of grid are 700 / 0.9996 m on the ground.
TEST(GroundLength, IsGridOverScaleFactor) {
    const geo::Line line{{500'000.0, 3'000'000.0}, {500'000.0, 3'000'300.0}, {500'400.0, 3'000'300.0}};
    const auto length_m = ground_length_m("EPSG:32650", line);
    ASSERT_TRUE(length_m);
    EXPECT_NEAR(*length_m, 700.0 / 0.9996, 1e-4);
}

// Gauss–Krüger: true on the central meridian.
TEST(GroundLength, IsGridOnTheCentralMeridian) {
    const auto length_m = ground_length_m("EPSG:4544", {{500'000.0, 3'270'000.0}, {500'000.0, 3'271'000.0}});
    ASSERT_TRUE(length_m);
    EXPECT_NEAR(*length_m, 1000.0, 1e-4);
}

// k = 0.9996 (1 + x² / 2R²): along a line from x = 0 to X the mean of 1/k is, to the second order, that of 1 - x²/2R²; its integral is
// X - X³ / 6R². With X = 100 km and R = 0.9996 · 6 367 km: 100 km less 4.11 m, over 0.9996.
TEST(GroundLength, FollowsTheScaleAlongALongSegment) {
    const auto length_m = ground_length_m("EPSG:32650", {{500'000.0, 3'000'000.0}, {600'000.0, 3'000'000.0}});
    ASSERT_TRUE(length_m);
    EXPECT_NEAR(*length_m, (100'000.0 - 4.11) / 0.9996, 0.1);
}

TEST(GroundLength, IsUnknownWhereTheCrsDoesNotReach) {
    EXPECT_FALSE(ground_length_m("", {{0.0, 0.0}, {1.0, 0.0}}));
    EXPECT_FALSE(ground_length_m("EPSG:32650", {{5e9, 3e9}, {6e9, 3e9}}));
    EXPECT_EQ(scale_factor_near("", {0.0, 0.0}), 1.0);
    EXPECT_EQ(scale_factor_near("EPSG:32650", {5e9, 3e9}), 1.0);
    EXPECT_NEAR(scale_factor_near("EPSG:32650", {500'000.0, 3'000'000.0}), 0.9996, 1e-9);
}

TEST(GroundLength, OfOnePointIsNothing) { EXPECT_EQ(ground_length_m("EPSG:4544", {{500'000.0, 3'270'000.0}}), 0.0); }

}  // namespace
}  // namespace app
