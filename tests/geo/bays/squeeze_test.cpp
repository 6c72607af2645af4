#include "geo/bays/squeeze.hpp"

#include "tests/geo/bays/shapes_for_tests.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace geo::rows {
namespace {

std::optional<Fit> fit_into(const Polygon& area, double length, double depth) {
    Terrain terrain{area.outer.front()};
    terrain.require({area});
    long effort = 50'000'000;
    auto fit = squeeze(
        terrain, length, depth, [](const Fit&) { return true; }, effort);
    EXPECT_GT(effort, 0) << "gave up";
    return fit;
}

// A regular octagon, turned so that no edge points the way: the largest square in one of inradius 1 has the side
// 2·sec(22.5°)·sin(45°) = 1.5307.
TEST(Squeeze, FindsTheSquareInAnOctagon) {
    Polygon octagon;
    const double r = 1.0 / std::cos(M_PI / 8.0), side = std::sqrt(2.0) * r;
    for (int i = 0; i < 8; ++i)
        octagon.outer.push_back({r * std::cos(0.3 + i * M_PI / 4.0), r * std::sin(0.3 + i * M_PI / 4.0)});
    EXPECT_TRUE(fit_into(octagon, side - 0.001, side - 0.001));
    EXPECT_FALSE(fit_into(octagon, side + 0.001, side + 0.001));
}

TEST(Squeeze, FindsADiagonalPlaceInASquare) {
    // A 3.2 × 0.5 m slab needs the diagonal of a 2.7 m square: (3.2 + 0.5) / √2 = 2.616.
    EXPECT_TRUE(fit_into(test::box(0, 0, 2.618, 2.618)[0], 3.2, 0.5));
    EXPECT_FALSE(fit_into(test::box(0, 0, 2.614, 2.614)[0], 3.2, 0.5));
}

TEST(Squeeze, GoesOnWhereAPlaceWillNotDo) {
    Terrain terrain{{0, 0}};
    terrain.require(test::box(0, 0, 10, 10));
    long effort = 1'000'000;
    // Only the upper half will do.
    const auto fit = squeeze(
        terrain, 4.0, 2.0,
        [](const Fit& f) {
            return out_of_frame({0.0, f.y}, f.angle).y > 5.0;
        },
        effort);
    ASSERT_TRUE(fit);
    EXPECT_GT(out_of_frame({0.0, fit->y}, fit->angle).y, 5.0);
}

TEST(Squeeze, StopsWhenItsEffortEnds) {
    Terrain terrain{{0, 0}};
    terrain.require(test::box(0, 0, 1.6, 2.0));
    long effort = 100;
    EXPECT_FALSE(squeeze(
        terrain, 1.6, 2.0, [](const Fit&) { return true; }, effort));
    EXPECT_LE(effort, 0);
}

}  // namespace
}  // namespace geo::rows
