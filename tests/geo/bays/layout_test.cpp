#include "geo/bays/layout.hpp"

#include "tests/geo/bays/soundness.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace geo::test {
namespace {

const BayModule standard;

std::optional<Site> fit(const Polygon& zone, const MultiPolygon& boundary,
                        const std::vector<MultiPolygon>& no_aisle = {}, const BayModule& module = standard) {
    const auto site = fit_bays(zone_of(zone), module, 1.0, boundary, no_aisle);
    if (site) {
        EXPECT_EQ(faults(*site, {zone}, module, 1.0, boundary, no_aisle), "");
    }
    return site;
}

// The least site is two bays of 0.8 × 2.0 m side by side: 1.6 × 2.0 m, here with a millimetre to spare.
TEST(FitBays, LeastSiteFitsAtAnyAngle) {
    const MultiPolygon zone = box(0, 0, 1.601, 2.001), yard = box(-10, -10, 10, 10);
    for (double degrees : {0.0, 17.0, 45.0, 89.9, 133.7}) {
        const auto site = fit(turned(zone, degrees)[0], turned(yard, degrees));
        ASSERT_TRUE(site) << degrees;
        EXPECT_EQ(site->bay_count, 2) << degrees;
        EXPECT_TRUE(site->has_aisle);
        // 2 × 0.8 m long and 2.0 + 1.5 m deep with its aisle.
        EXPECT_NEAR(site->area_m2, 1.6 * 3.5, 1e-9);
    }
}

TEST(FitBays, NothingFitsIntoOneCentimetreLess) {
    const MultiPolygon yard = box(-10, -10, 10, 10);
    for (double degrees : {0.0, 17.0, 45.0, 89.9}) {
        EXPECT_FALSE(fit(turned(box(0, 0, 1.59, 2.0), degrees)[0], turned(yard, degrees))) << degrees;
        EXPECT_FALSE(fit(turned(box(0, 0, 1.6, 1.99), degrees)[0], turned(yard, degrees))) << degrees;
    }
}

// Rows along the 10 m side hold 12 bays (9.6 m); 8 m of depth hold row 2.0 + aisle 1.5, gap 0.5, row 2.0 + aisle 1.5
// = 7.5 m, or row + shared aisle + row = 6.6 m. Along the 8 m side 10 bays a row, and a third row would need 11.5 m
// with its aisle.
TEST(FitBays, YardOf8By10MetresHoldsTwoRowsOfTwelve) {
    const MultiPolygon yard = box(0, 0, 10, 8);
    for (double degrees : {0.0, 30.0, 77.7}) {
        const auto site = fit(turned(yard, degrees)[0], turned(yard, degrees));
        ASSERT_TRUE(site);
        EXPECT_EQ(site->bay_count, 24) << degrees;
        EXPECT_EQ(site->group_count, 1) << degrees;  // 24 ≤ 30 bays round one aisle
    }
}

// With the ground around free for aisles three rows of ten stand along the 8 m side: 2 + 2 + 2 + 2 + 2 = 10 m, and the
// 1e-5 m of room for rounding make it 10.001.
TEST(FitBays, AislesMayLeaveTheZoneIntoTheYard) {
    const auto site = fit(box(0, 0, 8.001, 10.001)[0], box(-5, -5, 15, 15));
    ASSERT_TRUE(site);
    EXPECT_EQ(site->bay_count, 30);
    BayModule within = standard;
    within.aisle_may_leave_zone = false;
    const auto inside = fit(box(0, 0, 8.001, 10.001)[0], box(-5, -5, 15, 15), {}, within);
    ASSERT_TRUE(inside);
    EXPECT_EQ(inside->bay_count, 24);
}

TEST(FitBays, LongStripSplitsIntoGroupsOf20Metres) {
    // 42 m: 25 bays (20 m), gap 2 m, 25 bays (20 m) would take exactly 42 m; a decimetre more is needed for nothing but
    // rounding.
    const auto site = fit(box(0, 0, 42.1, 2.1)[0], box(-5, -5, 50, 10));
    ASSERT_TRUE(site);
    EXPECT_EQ(site->bay_count, 50);
    EXPECT_EQ(site->group_count, 2);
    EXPECT_EQ(site->outline.size(), 2u);
    const auto shorter = fit(box(0, 0, 41.9, 2.1)[0], box(-5, -5, 50, 10));
    ASSERT_TRUE(shorter);
    EXPECT_EQ(shorter->bay_count, 49);
}

// 25 bays (20 m), a neck of 2.9 × 0.3 m, and a pocket: four bays there (3.2 m) are no group beside 25, seven (5.6 m) are
// one, being more than a quarter.
TEST(FitBays, FurtherGroupsAreNoScraps) {
    const auto strip_and_pocket = [](double pocket) {
        return Polygon{{{0, 0}, {23 + pocket, 0}, {23 + pocket, 2.1}, {23, 2.1}, {23, 0.3}, {20.1, 0.3}, {20.1, 2.1}, {0, 2.1}}, {}};
    };
    const auto without = fit(strip_and_pocket(3.3), box(-5, -5, 32, 8));
    ASSERT_TRUE(without);
    EXPECT_EQ(without->bay_count, 25);
    EXPECT_EQ(without->group_count, 1);
    const auto with = fit(strip_and_pocket(5.7), box(-5, -5, 32, 8));
    ASSERT_TRUE(with);
    EXPECT_EQ(with->bay_count, 32);
    EXPECT_EQ(with->group_count, 2);
    BayModule any = standard;
    any.least_further_bays = 0;
    any.least_further_share = 0.0;
    any.further_group_cost_bays = 0;
    EXPECT_EQ(fit(strip_and_pocket(3.3), box(-5, -5, 32, 8), {}, any)->bay_count, 29);
}

// 60.1 × 4.05 m: along it 25 + 25 + 20 bays in three groups (20 + 2 + 20 + 2 + 16 = 60 m), across it seven pairs of rows of
// five, 8.6 m apart, hold 70 too: the fewer groups are built. Fifteen single rows of five across it, 4 m apart, would be 75.
TEST(FitBays, FewLargeGroupsComeBeforeManySmallOnes) {
    const auto site = fit(box(0, 0, 60.1, 4.05)[0], box(-5, -5, 66, 10));
    ASSERT_TRUE(site);
    EXPECT_EQ(site->bay_count, 70);
    EXPECT_EQ(site->group_count, 3);
}

TEST(FitBays, SiteStopsAtItsLimit) {
    const auto large = fit(box(0, 0, 60, 60)[0], box(0, 0, 60, 60));
    ASSERT_TRUE(large);
    EXPECT_EQ(large->bay_count, 100);
    EXPECT_EQ(large->group_count, 4);
    BayModule seven = standard;
    seven.site_max_bays = 7;
    const auto small = fit(box(0, 0, 60, 60)[0], box(0, 0, 60, 60), {}, seven);
    ASSERT_TRUE(small);
    EXPECT_EQ(small->bay_count, 7);
    EXPECT_EQ(small->group_count, 1);
}

TEST(FitBays, GroupsKeepTheirLimitWhereRowsFaceEachOther) {
    BayModule module = standard;
    module.group_max_bays = 8;
    const auto site = fit(box(0, 0, 8, 7)[0], box(0, 0, 8, 7), {}, module);
    ASSERT_TRUE(site);  // two rows of 8 bays and one in no group of more than 8
    EXPECT_EQ(site->bay_count, 16);
    EXPECT_EQ(site->group_count, 2);
    // With a gap of 3 m, more than the 2.6 m aisle, facing rows can only be one group: three and three of at most six.
    module.group_max_bays = 6;
    module.group_gap_m = 3.0;
    const auto wide = fit(box(0, 0, 3.3, 6.7)[0], box(0, 0, 3.3, 6.7), {}, module);
    ASSERT_TRUE(wide);
    EXPECT_EQ(wide->bay_count, 6);
    EXPECT_EQ(wide->group_count, 1);
}

TEST(FitBays, ScaleTurnsGroundMetresIntoGridMetres) {
    // At 1.01 grid metres a ground metre two bays need 1.616 × 2.02 m of grid.
    const MultiPolygon yard = box(-10, -10, 10, 10);
    EXPECT_FALSE(fit_bays(zone_of(box(0, 0, 1.61, 2.1)[0]), standard, 1.01, yard, {}));
    const auto site = fit_bays(zone_of(box(0, 0, 1.617, 2.021)[0]), standard, 1.01, yard, {});
    ASSERT_TRUE(site);
    EXPECT_NEAR(site->area_m2, 1.6 * 3.5, 1e-9);
    EXPECT_EQ(faults(*site, box(0, 0, 1.617, 2.021), standard, 1.01, yard, {}), "");
}

TEST(FitBays, RobustRingComesFirst) {
    const Polygon legal = box(0, 0, 20, 10)[0];
    const MultiPolygon yard = box(-5, -5, 25, 15);
    const auto robust = fit_bays(zone_of(legal, box(2, 2, 6.1, 4.1)), standard, 1.0, yard, {});
    ASSERT_TRUE(robust);
    EXPECT_TRUE(robust->in_robust);
    EXPECT_EQ(robust->bay_count, 5);  // 4.1 m hold five bays
    EXPECT_EQ(faults(*robust, box(2, 2, 6.1, 4.1), standard, 1.0, yard, {}), "");
    const auto legal_only = fit_bays(zone_of(legal, box(2, 2, 3.5, 4.1)), standard, 1.0, yard, {});
    ASSERT_TRUE(legal_only);
    EXPECT_FALSE(legal_only->in_robust);
    EXPECT_GE(legal_only->bay_count, 48);
}

TEST(FitBays, LegalGroundWithAnAisleComesBeforeRobustGroundWithout) {
    const std::vector<MultiPolygon> lanes{box(-5, -5, 4, 15)};  // all round the robust ground
    const auto site =
        fit_bays(zone_of(box(0, 0, 20, 10)[0], box(0, 0, 3, 10)), standard, 1.0, box(-5, -5, 25, 15), lanes);
    ASSERT_TRUE(site);
    EXPECT_FALSE(site->in_robust);
    EXPECT_TRUE(site->has_aisle);
}

TEST(FitBays, BlockedAisleGoesToTheOtherSide) {
    const MultiPolygon yard = box(-5, -5, 15, 10);
    const std::vector<MultiPolygon> south{box(-5, -5, 15, -0.5)}, north{box(-5, 2.5, 15, 10)};
    for (const auto* blocked : {&south, &north}) {
        const auto site = fit(box(0, 0, 8.1, 2.1)[0], yard, *blocked);
        ASSERT_TRUE(site);
        EXPECT_EQ(site->bay_count, 10);
        EXPECT_TRUE(site->has_aisle);
        const auto aisle =
            std::find_if(site->bays.begin(), site->bays.end(), [](const Bay& bay) { return bay.is_aisle; });
        ASSERT_NE(aisle, site->bays.end());
        EXPECT_EQ(box_of(aisle->outline.outer).centre().y > 1.0, blocked == &south);
    }
}

// A 3.4 × 2.1 m pocket: across it a row and its aisle would need 2.0 + 1.5 m, along it 0.5 m beside it are too few.
TEST(FitBays, PocketWithoutRoomForAnAisleIsSaidToHaveNone) {
    const std::vector<MultiPolygon> all_round{box(-5, -5, 8, -0.5), box(-5, 2.6, 8, 7), box(-5, -5, 0, 7),
                                              box(3.4, -5, 8, 7)};
    const auto bare = fit(box(0, 0, 3.4, 2.1)[0], box(-5, -5, 8, 7), all_round);
    ASSERT_TRUE(bare);
    EXPECT_EQ(bare->bay_count, 4);
    EXPECT_FALSE(bare->has_aisle);
    EXPECT_NEAR(bare->area_m2, 4 * 1.6, 1e-9);
}

TEST(FitBays, OverlappingNoAisleAreasStayClosed) {
    // Two lanes that cover each other must not read as free ground where they overlap.
    const std::vector<MultiPolygon> twice{box(-5, 2.2, 15, 10), box(-5, 2.2, 15, 10)};
    const auto site = fit(box(0, 0, 3.4, 2.1)[0], box(0, 0, 3.4, 10), twice);
    ASSERT_TRUE(site);
    EXPECT_FALSE(site->has_aisle);
}

TEST(FitBays, HoleIsNoGround) {
    // A 14 × 14 m yard round a 9 × 9 m block: the ring is 2.5 m wide.
    Polygon ring = box(0, 0, 14, 14)[0];
    Ring hole = rectangle(2.5, 2.5, 11.5, 11.5);
    std::reverse(hole.begin(), hole.end());
    ring.holes.push_back(hole);
    const auto site =
        fit(turned(ring, 20.0), turned(box(-3, -3, 17, 17), 20.0), {turned(box(2.5, 2.5, 11.5, 11.5), 20.0)});
    ASSERT_TRUE(site);
    EXPECT_GE(site->bay_count, 2 * 17) << "a row of 13.6 m on each of two sides at least";
}

TEST(FitBays, LShapeAndTriangle) {
    const Polygon l{{{0, 0}, {12, 0}, {12, 2.5}, {2.5, 2.5}, {2.5, 9}, {0, 9}}, {}};
    const auto in_l = fit(turned(l, 33.0), turned(box(-3, -3, 15, 12), 33.0));
    ASSERT_TRUE(in_l);
    EXPECT_GE(in_l->bay_count, 15);  // 12.0 m ÷ 0.8
    // Right-angled, 6 × 6 m: a row of depth 2 at the leg has 4 m of length, five bays.
    const Polygon triangle{{{0, 0}, {6.01, 0}, {0, 6.01}}, {}};
    const auto in_triangle = fit(turned(triangle, 71.0), turned(box(-3, -3, 9, 9), 71.0));
    ASSERT_TRUE(in_triangle);
    EXPECT_EQ(in_triangle->bay_count, 5);
}

TEST(FitBays, SiteCarriesTheZonesNames) {
    Zone zone = zone_of(box(0, 0, 8, 8)[0]);
    zone.id = "A-Z-Z12";
    const auto site = fit_bays(zone, standard, 1.0, box(0, 0, 8, 8), {});
    ASSERT_TRUE(site);
    EXPECT_EQ(site->id, "A-Z-S12");
    EXPECT_EQ(site->zone_id, "A-Z-Z12");
    EXPECT_EQ(site->compound, "XQ-001");
    EXPECT_EQ(site->type, ZoneType::OpenAir);
    for (const Bay& bay : site->bays) EXPECT_EQ(bay.site_id, site->id);
}

TEST(FitBays, DegenerateZonesHoldNothing) {
    const MultiPolygon yard = box(-10, -10, 10, 10);
    EXPECT_FALSE(fit({}, yard));
    EXPECT_FALSE(fit({{{0, 0}, {5, 0}, {10, 0}}, {}}, yard));
    EXPECT_FALSE(fit({{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, {}}, yard));
    // A needle 100 m long and at most 1 m wide.
    EXPECT_FALSE(fit({{{0, 0}, {100, 50}, {0, 1}}, {}}, yard));
}

}  // namespace
}  // namespace geo::test
