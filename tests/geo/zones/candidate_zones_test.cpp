#include "geo/zones/candidate_zones.hpp"

#include "geo/rules/pack_file.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace geo {
namespace {

/// A compound of 100 m × 60 m, a house of 20 m × 10 m in its middle that keeps 6 m, no setback; on the central meridian, where grid metres are ground metres.
struct Scene {
    Compound compound;
    Obstacle house{.id = "B1", .name = {}, .what = {}, .shape = {}};
    RulePack pack = load_pack("cn-base");

    Scene(double compound_accuracy_m, double house_accuracy_m) {
        compound.id = "C1";
        compound.boundary = {rectangle(0, 0, 100, 60)};
        compound.accuracy_m = compound_accuracy_m;
        house.shape.areas = {rectangle(40, 25, 60, 35)};
        house.accuracy_m = house_accuracy_m;
        pack.parameters.at("setback").value = 0.0;
    }
    static Polygon rectangle(double x0, double y0, double x1, double y1) {
        const double x = 500'000, y = 3'270'000;
        return {{{x + x0, y + y0}, {x + x1, y + y0}, {x + x1, y + y1}, {x + x0, y + y1}}, {}};
    }
    Ground zones() const {
        const Kept kept{&house, {.rule = nullptr, .need_m = 6.0}};
        return candidate_zones(compound, std::span{&kept, 1}, CrsName{"EPSG:4544"}, ZoneType::Shed, pack);
    }
};

/// The compound less the house grown by a distance, `inset` metres within its line.
double free_m2(double keep_m, double inset_m) {
    return (100 - 2 * inset_m) * (60 - 2 * inset_m) - (200 + 60 * keep_m + std::numbers::pi * keep_m * keep_m);
}

TEST(CandidateZones, KeepAccuracyInTheRobustRing) {
    const Ground ground = Scene{0.5, 2.0}.zones();
    ASSERT_EQ(ground.zones.size(), 1u);
    EXPECT_NEAR(ground.zones.front().legal_m2, free_m2(6.0, 0.0), 0.5);
    EXPECT_NEAR(ground.zones.front().robust_m2, free_m2(8.0, 0.5), 0.5);
}

TEST(CandidateZones, OfExactPlacesHaveOneRing) {
    const Ground ground = Scene{0.0, 0.0}.zones();
    ASSERT_EQ(ground.zones.size(), 1u);
    const Zone& zone = ground.zones.front();
    EXPECT_NEAR(zone.legal_m2, free_m2(6.0, 0.0), 0.5);
    ASSERT_EQ(zone.robust.size(), 1u);
    EXPECT_EQ(zone.robust.front(), zone.legal);
    EXPECT_EQ(zone.robust_m2, zone.legal_m2);
    EXPECT_EQ(zone.robust_width_m, zone.legal_width_m);
    EXPECT_EQ(ground.way, "coverage");
}

TEST(CandidateZones, HaveTwoRingsWhereOnlyOnePlaceIsExact) {
    const double line = Scene{0.5, 0.0}.zones().zones.front().robust_m2, house = Scene{0.0, 2.0}.zones().zones.front().robust_m2;
    EXPECT_NEAR(line, free_m2(6.0, 0.5), 0.5);
    EXPECT_NEAR(house, free_m2(8.0, 0.0), 0.5);
}

}  // namespace
}  // namespace geo
