#include "geo/bays/strips.hpp"

#include "tests/geo/bays/shapes_for_tests.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace geo::rows {
namespace {

std::vector<Span> free_of(const Terrain& terrain, double angle, double y0, double y1) {
    std::vector<Span> out;
    Frame{terrain, angle}.free(y0, y1, out);
    return out;
}

// A 10 × 6 yard with a block from x = 4 to 6 that reaches up to y = 3.
TEST(Strips, GapsLieBetweenTheEdgesOfTheStrip) {
    Terrain terrain{{0, 0}};
    terrain.require({{{{0, 0}, {4, 0}, {4, 3}, {6, 3}, {6, 0}, {10, 0}, {10, 6}, {0, 6}}, {}}});
    const auto low = free_of(terrain, 0.0, 1.0, 2.0);
    ASSERT_EQ(low.size(), 2u);
    EXPECT_DOUBLE_EQ(low[0].lo, 0.0);
    EXPECT_DOUBLE_EQ(low[0].hi, 4.0);
    EXPECT_DOUBLE_EQ(low[1].lo, 6.0);
    EXPECT_DOUBLE_EQ(low[1].hi, 10.0);
    EXPECT_EQ(free_of(terrain, 0.0, 2.9, 3.1).size(), 2u);
    EXPECT_EQ(free_of(terrain, 0.0, 3.0, 5.0).size(), 1u) << "an edge along the strip's rim does not block it";
    EXPECT_TRUE(free_of(terrain, 0.0, 5.5, 6.5).empty());
    EXPECT_TRUE(free_of(terrain, 0.0, 7.0, 8.0).empty());
}

// In a triangle with legs of 6 a strip from 1 to 3 ends where the slope is at 3: x = 3.
TEST(Strips, SlopesBlockAsFarAsTheyReachIntoTheStrip) {
    Terrain terrain{{0, 0}};
    terrain.require({{{{0, 0}, {6, 0}, {0, 6}}, {}}});
    const auto spans = free_of(terrain, 0.0, 1.0, 3.0);
    ASSERT_EQ(spans.size(), 1u);
    EXPECT_NEAR(spans[0].hi, 3.0, 1e-12);
    // Turned by 90 degrees frame x is y and frame y is -x: between x = 1 and 3 again 3 m.
    const auto across = free_of(terrain, 0.5 * std::numbers::pi, -3.0, -1.0);
    ASSERT_EQ(across.size(), 1u);
    EXPECT_NEAR(across[0].length(), 3.0, 1e-12);
}

TEST(Strips, LayersMustAllHoldAndBansNeverDo) {
    Terrain terrain{{0, 0}};
    terrain.require(test::box(0, 0, 10, 2));
    terrain.require(test::box(2, 0, 12, 2));
    terrain.ban(test::box(5, 0, 6, 2)[0]);
    terrain.ban(test::box(5.5, 0, 7, 2)[0]);
    const auto spans = free_of(terrain, 0.0, 0.5, 1.5);
    // 2–5 and 7–10: what both bans cover stays closed.
    ASSERT_EQ(spans.size(), 2u);
    EXPECT_DOUBLE_EQ(spans[0].lo, 2.0);
    EXPECT_DOUBLE_EQ(spans[0].hi, 5.0);
    EXPECT_DOUBLE_EQ(spans[1].lo, 7.0);
    EXPECT_DOUBLE_EQ(spans[1].hi, 10.0);
}

TEST(Strips, IntersectionKeepsWhatIsLongEnough) {
    std::vector<Span> out;
    intersect({{0, 4}, {5, 9}}, {{3, 6}, {8, 20}}, 1.0, out);
    ASSERT_EQ(out.size(), 3u);
    EXPECT_EQ(out[0].lo, 3.0);
    EXPECT_EQ(out[1].hi, 6.0);
    EXPECT_EQ(out[2].lo, 8.0);
    intersect({{0, 4}}, {{3.5, 6}}, 1.0, out);
    EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace geo::rows
