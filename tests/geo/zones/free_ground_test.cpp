#include "geo/core/parallel.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/zones/certify.hpp"
#include "geo/zones/free_ground.hpp"
#include "tests/geo/zones/random_compound.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <numbers>

namespace geo {
namespace {

using testing::random_compound;

Polygon box(double x0, double y0, double x1, double y1) { return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}; }
Shape area_of(Polygon polygon) { return {{std::move(polygon)}, {}, {}}; }

/// Least exact distance of a ground's outline from a shape.
double least_distance(const MultiPolygon& ground, const Shape& from) {
    Shape outline;
    for (const Polygon& polygon : ground) {
        outline.lines.push_back(polygon.outer);
        outline.lines.back().push_back(polygon.outer.front());
        for (const Ring& hole : polygon.holes) {
            outline.lines.push_back(hole);
            outline.lines.back().push_back(hole.front());
        }
    }
    return distance(outline, from);
}

// A 10 × 30 m building across a 40 × 30 m compound, 6 m clearance: 15 − 6 = 9 m are left on either side.
TEST(FreeGround, KeepsClearanceOnBothSidesOfABuilding) {
    const std::vector<Keep> keeps{{area_of(box(15, 0, 25, 30)), 6.0}};
    const FreeGround found = free_ground({box(0, 0, 40, 30)}, keeps, 0.0);
    ASSERT_TRUE(found.is_certified) << found.reason.en;
    EXPECT_EQ(found.way, first_way);
    ASSERT_EQ(found.ground.size(), 2u);
    EXPECT_NEAR(area(found.ground), 2 * 9.0 * 30.0, 0.02);
    EXPECT_GE(least_distance(found.ground, keeps[0].shape), 6.0 - 1e-9);
}

// A point in the middle of 100 × 100 m with 10 m clearance: the hole is a circle, drawn at most 1 cm too large.
TEST(FreeGround, CutsACircleRoundAPoint) {
    const std::vector<Keep> keeps{{Shape{{}, {}, {{50, 50}}}, 10.0}};
    const FreeGround found = free_ground({box(0, 0, 100, 100)}, keeps, 0.0);
    ASSERT_TRUE(found.is_certified);
    ASSERT_EQ(found.ground.size(), 1u);
    ASSERT_EQ(found.ground[0].holes.size(), 1u);
    const double hole = 10'000 - area(found.ground), pi = std::numbers::pi;
    EXPECT_GE(hole, pi * 100);
    EXPECT_LE(hole, pi * 10.011 * 10.011);
}

TEST(FreeGround, SetbackMovesTheBoundaryInward) {
    const FreeGround found = free_ground({box(0, 0, 40, 30)}, {}, 5.0);
    ASSERT_TRUE(found.is_certified);
    EXPECT_NEAR(area(found.ground), 30.0 * 20.0, 0.05);
}

TEST(FreeGround, IsEmptyWhenABuildingCoversTheCompound) {
    const std::vector<Keep> keeps{{area_of(box(-10, -10, 60, 60)), 6.0}};
    const FreeGround found = free_ground({box(0, 0, 40, 30)}, keeps, 0.0);
    EXPECT_TRUE(found.is_certified);
    EXPECT_TRUE(found.ground.empty());
}

// Obstacle equal to the compound, and one that is its outline.
TEST(FreeGround, HandlesAnObstacleEqualToTheCompound) {
    for (const double need : {0.0, 6.0}) {
        const std::vector<Keep> keeps{{area_of(box(0, 0, 40, 30)), need}};
        const FreeGround found = free_ground({box(0, 0, 40, 30)}, keeps, 0.0);
        EXPECT_TRUE(found.is_certified);
        EXPECT_LT(area(found.ground), 1e-3);
    }
}

// A courtyard 30 × 30 m inside a block: with 6 m clearance 18 × 18 m of it are free.
TEST(FreeGround, FindsTheGroundInACourtyard) {
    Polygon block = box(10, 10, 60, 60);
    block.holes.push_back({{20, 20}, {20, 50}, {50, 50}, {50, 20}});
    const std::vector<Keep> keeps{{area_of(block), 6.0}};
    const FreeGround found = free_ground({box(7, 7, 63, 63)}, keeps, 0.0);
    ASSERT_TRUE(found.is_certified);
    ASSERT_EQ(found.ground.size(), 1u);
    EXPECT_NEAR(area(found.ground), 18.0 * 18.0, 0.02);
}

// A forest of 200 km beside the compound must not take the overlay's digits: its edge at x = 30 with 6 m leaves 24 m.
TEST(FreeGround, IsAsExactBesideAnObstacleOfKilometres) {
    const std::vector<Keep> keeps{{area_of(box(30, -100'000, 200'000, 100'000)), 6.0}, {area_of(box(10, 10, 12, 12)), 2.0}};
    const FreeGround found = free_ground({box(0, 0, 40, 30)}, keeps, 0.0);
    ASSERT_TRUE(found.is_certified) << found.reason.en;
    EXPECT_EQ(found.way, first_way);
    EXPECT_NEAR(area(found.ground), 24.0 * 30.0 - (4 + 16 + 4 * std::numbers::pi), 0.2);
}

// A lane of 0 m clearance bans its own ground: 40·30 − 40·4, to within the millimetre that is added.
TEST(FreeGround, ExcludesABanOfNoDistance) {
    const std::vector<Keep> keeps{{area_of(box(0, 13, 40, 17)), 0.0}};
    const FreeGround found = free_ground({box(0, 0, 40, 30)}, keeps, 0.0);
    ASSERT_TRUE(found.is_certified);
    EXPECT_NEAR(area(found.ground), 40.0 * 26.0, 0.1);
    EXPECT_GT(least_distance(found.ground, keeps[0].shape), 0.0);
}

// Outlines that meet in vertices and along edges, which no single place of them tells apart.
TEST(Certificate, RefusesGroundThatOnlyTouchesWhereItShouldNot) {
    const MultiPolygon parts{box(0, 0, 10, 10), box(11, 0, 20, 10)}, yard{box(-50, -50, 50, 50)};
    const auto banned = [](Shape shape) { return std::vector<Keep>{{std::move(shape), 0.0}}; };
    EXPECT_TRUE(certify({box(0, 0, 20, 10)}, parts, {}, 0.0)) << "over the gap between two parts";
    EXPECT_TRUE(certify({box(0, 0, 10, 10), box(10, 0, 11, 10)}, parts, {}, 0.0)) << "in the gap";
    EXPECT_FALSE(certify(parts, parts, {}, 0.0));
    EXPECT_FALSE(certify({box(2, 0, 8, 10), box(11, 3, 20, 7)}, parts, {}, 0.0));
    const MultiPolygon notched{{{{0, 0}, {10, 0}, {10, 10}, {6, 10}, {5, 5}, {4, 10}, {0, 10}}, {}}};
    EXPECT_TRUE(certify({box(0, 0, 10, 10)}, notched, {}, 0.0)) << "over the notch";
    EXPECT_FALSE(certify(notched, notched, {}, 0.0));
    // Every first vertex and edge of these lies on the ground's outline.
    const Polygon house{{{10, 0}, {10, 10}, {0, 10}, {0, 0}}, {}}, band{{{10, 4}, {10, 6}, {0, 6}, {0, 4}}, {}};
    EXPECT_TRUE(certify({house}, yard, banned({{house}, {}, {}}), 0.0)) << "all of it banned";
    EXPECT_TRUE(certify({box(0, 0, 10, 10)}, yard, banned({{house}, {}, {}}), 0.0));
    EXPECT_TRUE(certify({box(0, 0, 10, 10)}, yard, banned({{band}, {}, {}}), 0.0)) << "a band through it";
    EXPECT_TRUE(certify({box(0, 0, 10, 10)}, yard, banned({{}, {{{10, 5}, {0, 5}}}, {}}), 0.0)) << "a line through it";
    EXPECT_TRUE(certify({box(10, 0, 20, 10)}, yard, banned({{house}, {}, {}}), 0.0)) << "wall to wall";
    EXPECT_FALSE(certify({box(10.001, 0, 20, 10)}, yard, banned({{house}, {}, {}}), 0.0));
}

TEST(Certify, FindsAZoneThatIsAMillimetreTooNear) {
    const std::vector<Keep> keeps{{area_of(box(15, 0, 25, 30)), 6.0}};
    const MultiPolygon compound{box(0, 0, 40, 30)};
    EXPECT_FALSE(certify({box(0, 0, 9, 30)}, compound, keeps, 0.0));
    EXPECT_TRUE(certify({box(0, 0, 9.001, 30)}, compound, keeps, 0.0));
    EXPECT_TRUE(certify({box(0, 0, 8, 30.001)}, compound, keeps, 0.0));       // leaves the compound
    EXPECT_TRUE(certify({box(0, 0, 40, 30)}, compound, std::vector<Keep>{{area_of(box(18, 12, 22, 16)), 2.0}}, 0.0));  // holds the building
    EXPECT_TRUE(certify({box(16, 1, 24, 29)}, compound, keeps, 0.0));         // inside the building
    EXPECT_TRUE(certify({box(0.5, 1, 8, 29)}, compound, keeps, 1.0));         // nearer to the boundary than the setback
}

// Every obstacle that is dropped behind the certificate's back, and every clearance short by 1 mm, is found.
TEST(CertifyMutation, FindsADroppedObstacleAndAShortClearance) {
    int mutated = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto c = random_compound(seed);
        for (std::size_t i = 0; i < c.keeps.size(); i += 7) {
            std::vector<Keep> shorter = c.keeps;
            shorter[i].distance_m -= 0.001 + 0.0101;  // arcs may be up to 1 cm long
            const FreeGround wrong = free_ground(c.boundary, shorter, c.setback);
            ASSERT_TRUE(wrong.is_certified);
            if (least_distance(wrong.ground, c.keeps[i].shape) >= c.keeps[i].distance_m - 1e-9) continue;  // another governs there
            ++mutated;
            EXPECT_TRUE(certify(wrong.ground, c.boundary, c.keeps, c.setback)) << "seed " << seed << " obstacle " << i;
        }
    }
    EXPECT_GT(mutated, 20);
}

// Generated compounds with party walls, duplicates and overlaps: every clearance kept by an independent measurement, and no ground
// missing against GEOS. The long run takes 20,000 of them.
TEST(FreeGroundReference, KeepsEveryClearanceAndLosesNoGround) {
    const char* asked = std::getenv("ANCHONG_COMPOUNDS");
    const std::uint64_t count = asked ? std::strtoull(asked, nullptr, 10) : 150;
    std::map<std::string, int> ways;
    std::uint64_t not_computed = 0;
    for (std::uint64_t seed = 1; seed <= count; ++seed) {
        const auto c = random_compound(seed);
        const FreeGround found = free_ground(c.boundary, c.keeps, c.setback);
        if (!found.is_certified) {
            ++not_computed;
            continue;
        }
        ++ways[found.way];
        for (const Keep& keep : c.keeps) {
            ASSERT_TRUE(found.ground.empty() || least_distance(found.ground, keep.shape) >= keep.distance_m - 1e-9) << "seed " << seed;
        }
        const auto expected = testing::referee(c.boundary, c.keeps, c.setback);
        ASSERT_TRUE(testing::is_complete(area(found.ground), expected))
            << "seed " << seed << ": " << area(found.ground) << " m² of " << expected.area << " m², arcs " << expected.arc_length << " m";
    }
    EXPECT_LE(static_cast<double>(not_computed), 0.001 * static_cast<double>(count));
    for (const auto& [way, n] : ways) RecordProperty(way, n);
}

// The engine keeps its arrays from one compound to the next: nothing of them may show, whatever thread did what before.
TEST(FreeGround, IsTheSameBytesWhateverTheThreadsAndTheOrder) {
    std::vector<testing::RandomCompound> compounds;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) compounds.push_back(random_compound(seed));
    std::vector<MultiPolygon> first(compounds.size());
    const auto compute = [&](std::size_t i) { return free_ground(compounds[i].boundary, compounds[i].keeps, compounds[i].setback).ground; };
    for (std::size_t i = 0; i < compounds.size(); ++i) first[i] = compute(i);
    for (const int threads : {1, 2, 7}) {
        std::vector<MultiPolygon> again(compounds.size());
        in_parallel(compounds.size(), threads, {}, [&](std::size_t i) { again[compounds.size() - 1 - i] = compute(compounds.size() - 1 - i); });
        EXPECT_EQ(again, first) << threads << " threads";
    }
}

}  // namespace
}  // namespace geo
