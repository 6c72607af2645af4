#include "geo/geometry/crossings.hpp"

#include "geo/geometry/overlay.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace geo {
namespace {

bool meet(const MultiPolygon& areas) {
    Crossings crossings;
    return !crossings.find(areas).empty();
}

const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

TEST(Crossings, OfSimpleOutlinesAreNone) {
    EXPECT_FALSE(meet({}));
    EXPECT_FALSE(meet({{square, {}}}));
    EXPECT_FALSE(meet({{square, {{{2, 2}, {2, 4}, {4, 4}}, {{6, 6}, {6, 8}, {8, 8}}}}, {{{11, 0}, {12, 0}, {12, 1}}, {}}}));
    EXPECT_FALSE(meet({{{{0, 0}, {5, 0}, {10, 0}, {10, 10}}, {}}}));  // goes straight on
}

TEST(Crossings, AreFoundBetweenRingsAndWithinOne) {
    EXPECT_TRUE(meet({{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}}}));               // a bow-tie
    EXPECT_TRUE(meet({{{{0, 0}, {10, 0}, {4, 0}, {4, 5}}, {}}}));                  // folds back
    EXPECT_TRUE(meet({{square, {{{2, 2}, {2, 4}, {12, 4}}}}}));                    // a hole leaves its part
    EXPECT_TRUE(meet({{square, {{{0, 2}, {2, 4}, {4, 2}}}}}));                     // touches
    EXPECT_TRUE(meet({{square, {}}, {{{10, 10}, {20, 10}, {20, 20}}, {}}}));       // in a corner
    EXPECT_TRUE(meet({{square, {}}, {{{10, 2}, {20, 2}, {20, 5}, {10, 5}}, {}}}));  // along an edge
}

// Crossings that GEOS sees are all found; what is found beyond, touches.
TEST(CrossingsReference, InvalidOutlinesCross) {
    std::mt19937 random{11};
    std::uniform_real_distribution<double> wobble{-1, 1};
    int crossing = 0;
    for (int round = 0; round < 400; ++round) {
        Ring ring;
        const int n = 8 + round % 90;
        for (int i = 0; i < n; ++i) {
            const double a = 6.283185307 * (i + 0.8 * wobble(random)) / n;
            ring.push_back({10 * std::cos(a), 10 * std::sin(a) * (1 + 0.01 * wobble(random))});
        }
        const bool valid = is_valid({{ring, {}}});
        crossing += !valid;
        ASSERT_EQ(meet({{ring, {}}}), !valid) << "round " << round;
    }
    EXPECT_GT(crossing, 50);
    EXPECT_LT(crossing, 390);
}

TEST(SureSide, IsSilentWhereRoundingCouldDecide) {
    EXPECT_EQ(sure_side({0, 0}, {1, 0}, {0.5, 1e-9}), 1);
    EXPECT_EQ(sure_side({0, 0}, {1, 0}, {0.5, -1e-9}), -1);
    EXPECT_EQ(sure_side({0, 0}, {3, 3}, {1, 1}), 0);
    EXPECT_EQ(sure_side({0.1, 0.1}, {0.3, 0.3}, {0.7, 0.7}), 0);
}

}  // namespace
}  // namespace geo
