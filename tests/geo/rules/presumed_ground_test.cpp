#include "geo/rules/presumed_ground.hpp"

#include "geo/crs/crs.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/requirement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace geo;
using testing::ElementsAre;
using testing::IsEmpty;

using Attributes = std::vector<std::pair<const char*, Value>>;

constexpr double east = 500000.0, north = 3270000.0;
const double k = scale_factor("EPSG:4544", {east, north});  // On the central meridian: 1 to within a micrometre here.

Shape box(double x0, double y0, double x1, double y1) {
    return {{{{{east + x0, north + y0}, {east + x1, north + y0}, {east + x1, north + y1}, {east + x0, north + y1}}, {}}}, {}, {}};
}
Shape lane(const Line& line) {
    Line moved;
    for (const Point p : line) moved.push_back({east + p.x, north + p.y});
    return {{}, {moved}, {}};
}

Feature feature(Role role, const std::string& id, Shape shape, const Attributes& attributes = {}) {
    Feature result{.id = id, .name = {}, .shape = std::move(shape), .values = std::vector<Value>(role_info(role).fields.size()), .source = {}};
    for (const auto& [name, value] : attributes) result.values[field_index(role, name).value()] = value;
    return result;
}

struct Place {
    Inputs inputs{.crs = "EPSG:4544", .layers = {}};
    std::vector<Finding> findings;

    Place& with(Role role, std::vector<Feature> features) {
        inputs.layers.push_back({.role = role, .crs = "EPSG:4544", .provenance = {}, .features = std::move(features)});
        inputs.layers.back().provenance.accuracy_m = 0.5;
        return *this;
    }
    std::vector<PresumedPlace> grounds() {
        static const RulePack pack = load_pack("cn-base");
        return presumed_places(inputs, pack, findings);
    }
    std::vector<std::string> ids() {
        std::vector<std::string> result;
        for (const PresumedPlace& ground : grounds()) result.push_back(ground.id);
        return result;
    }
    std::vector<Obstacle> obstacles() {
        static const RulePack pack = load_pack("cn-base");
        return obstacles_of(inputs, pack, findings);
    }
    const Finding* finding(std::string_view code) const {
        const auto found = std::ranges::find(findings, code, &Finding::code);
        return found == findings.end() ? nullptr : &*found;
    }
};

// A slab of 40 x 12 m, 33 m high: 5 m off its long sides, 10 m deep, as long as the side.
TEST(AerialStrips, LieAlongBothLongSidesOfAHighRise) {
    Place place;
    place.with(Role::Building, {feature(Role::Building, "B12", box(0, 0, 40, 12), {{"height", 33.0}})});
    const auto grounds = place.grounds();
    ASSERT_EQ(grounds.size(), 2u);
    EXPECT_EQ(grounds[0].id, "B12/strip-1");
    EXPECT_EQ(grounds[1].id, "B12/strip-2");
    EXPECT_NEAR(grounds[0].azimuth_deg, 0.0, 1e-6);
    EXPECT_NEAR(grounds[1].azimuth_deg, 180.0, 1e-6);
    const Box first = box_of(grounds[0].ground), second = box_of(grounds[1].ground);
    EXPECT_NEAR(first.min_x - east, 0.0, 1e-6);
    EXPECT_NEAR(first.max_x - east, 40.0, 1e-6);
    EXPECT_NEAR(first.min_y - north, 12 + 5 * k, 1e-6);
    EXPECT_NEAR(first.max_y - north, 12 + 15 * k, 1e-6);
    EXPECT_NEAR(second.min_y - north, -15 * k, 1e-6);
    EXPECT_NEAR(second.max_y - north, -5 * k, 1e-6);
    EXPECT_DOUBLE_EQ(grounds[0].accuracy_m, 0.5);
    EXPECT_EQ(presumed_words(grounds[0]), (Message{"B12 北侧登高操作条带", "aerial strip north of B12"}));
    ASSERT_TRUE(place.finding("strips-derived"));
}

// 12 m wide is too short to operate from: 15 m, and 20 m beside what is above 50 m; a square has four long sides.
TEST(AerialStrips, AreNeverShorterThanALeastArea) {
    for (const auto& [height, length] : {std::pair{30.0, 15.0}, {51.0, 20.0}}) {
        Place place;
        place.with(Role::Building, {feature(Role::Building, "T", box(0, 0, 12, 12), {{"height", height}})});
        const auto grounds = place.grounds();
        ASSERT_EQ(grounds.size(), 4u);
        const Box north_side = box_of(grounds[0].ground), east_side = box_of(grounds[1].ground);
        EXPECT_NEAR(north_side.max_x - north_side.min_x, length * k, 1e-6);
        EXPECT_NEAR(east_side.max_y - east_side.min_y, length * k, 1e-6);
        EXPECT_NEAR(0.5 * (north_side.min_x + north_side.max_x) - east, 6.0, 1e-6);
    }
}

TEST(AerialStrips, BelongToHighRisesOnly) {
    Place place;
    place.with(Role::Building, {feature(Role::Building, "low", box(0, 0, 40, 12), {{"floors", std::int64_t{9}}}),
                                feature(Role::Building, "unknown", box(0, 100, 40, 112)),
                                feature(Role::Building, "high", box(0, 200, 40, 212), {{"floors", std::int64_t{11}}}),
                                feature(Role::Building, "podium", box(0, 300, 40, 312), {{"height", 33.0}, {"part", std::string{"裙房"}}})});
    EXPECT_THAT(place.ids(), ElementsAre("high/strip-1", "high/strip-2"));
    EXPECT_TRUE(place.finding("strips-height-unknown"));
}

TEST(AerialStrips, GiveWayToAreasOfTheData) {
    const auto tower = [](const char* id, double x) { return feature(Role::Building, id, box(x, 0, x + 40, 12), {{"height", 33.0}}); };
    Place named;
    named.with(Role::Building, {tower("A", 0), tower("B", 200)});
    named.with(Role::AerialSite, {feature(Role::AerialSite, "S", box(500, 500, 515, 510), {{"building", std::string{"A"}}})});
    EXPECT_THAT(named.ids(), ElementsAre("B/strip-1", "B/strip-2"));
    Place beside;
    beside.with(Role::Building, {tower("A", 0), tower("B", 200)});
    beside.with(Role::AerialSite, {feature(Role::AerialSite, "S", box(205, 20, 220, 30))});  // 8 m off
    EXPECT_THAT(beside.ids(), ElementsAre("A/strip-1", "A/strip-2"));
}

// A neighbour 16 m to the south leaves 15 m free; one 10 m away takes half of the depth; one that stands before 24 of the 40 m leaves room beside it.
TEST(AerialStrips, AreNoneWhereOtherBuildingsStand) {
    for (const auto& [gap, count] : {std::pair{16.0, 2u}, {10.0, 1u}}) {
        Place place;
        place.with(Role::Building, {feature(Role::Building, "A", box(0, 0, 40, 12), {{"height", 33.0}}),
                                    feature(Role::Building, "low", box(0, -gap - 10, 40, -gap), {{"floors", std::int64_t{2}}})});
        EXPECT_EQ(place.grounds().size(), count) << gap;
    }
    for (const auto& [width, count] : {std::pair{24.0, 2u}, {26.0, 1u}}) {
        Place place;
        place.with(Role::Building, {feature(Role::Building, "A", box(0, 0, 40, 12), {{"height", 33.0}}),
                                    feature(Role::Building, "low", box(0, -20, width, -10), {{"floors", std::int64_t{2}}})});
        EXPECT_EQ(place.grounds().size(), count) << width;
    }
}

// A block that has no wall on the southern strip but all of its ground; one that holds the strip in its courtyard takes nothing of it.
TEST(AerialStrips, AreNoneInsideOfOtherBuildings) {
    Shape courtyard = box(-60, -80, 100, 80);
    courtyard.areas[0].holes.push_back(box(-20, -40, 60, 60).areas[0].outer);
    for (const auto& [block, count] : {std::pair{box(-50, -60, 90, -1), 1u}, {courtyard, 2u}}) {
        Place place;
        place.with(Role::Building, {feature(Role::Building, "A", box(0, 0, 40, 12), {{"height", 33.0}}), feature(Role::Building, "low", block, {{"floors", std::int64_t{2}}})});
        EXPECT_EQ(place.grounds().size(), count);
    }
}

TEST(PresumedGround, TakesGroundOnceConfirmedAndNoneOnceDismissed) {
    Place place;
    place.with(Role::Building, {feature(Role::Building, "B", box(0, 0, 40, 12), {{"height", 33.0}})});
    place.with(Role::AerialSite, {feature(Role::AerialSite, "far", box(500, 500, 515, 510), {{"surveyed", std::int64_t{0}}})});
    ASSERT_THAT(place.ids(), ElementsAre("far", "B/strip-1", "B/strip-2"));
    const auto presumed = [&] {
        std::vector<std::pair<std::string, bool>> result;
        for (const Obstacle& o : place.obstacles())
            if (o.what.role == Role::AerialSite) result.emplace_back(o.id, o.is_presumed);
        return result;
    };
    EXPECT_THAT(presumed(), ElementsAre(std::pair{"far", true}, std::pair{"B/strip-1", true}, std::pair{"B/strip-2", true}));
    place.inputs.strips = {{"far", StripDecision::Confirmed}, {"B/strip-1", StripDecision::Dismissed}, {"B/strip-2", StripDecision::Confirmed}};
    EXPECT_THAT(presumed(), ElementsAre(std::pair{"far", false}, std::pair{"B/strip-2", false}));
    EXPECT_EQ(place.grounds()[1].decision, StripDecision::Dismissed);
}

// A right angle of a lane 4 m wide, radius 9 m: between its inner edges and the arc lie r² (1 − π/4) = 17.38 m².
TEST(LaneRoom, IsKeptInsideABend) {
    Place place;
    place.with(Role::FireLane, {feature(Role::FireLane, "L", lane({{0, 0}, {15, 0}, {15, 15}}), {{"width", 4.0}})});
    const auto grounds = place.grounds();
    ASSERT_EQ(grounds.size(), 1u);
    EXPECT_EQ(grounds[0].id, "L/turn-1");
    EXPECT_NEAR(area(grounds[0].ground), 17.38, 0.15);
    EXPECT_GE(area(grounds[0].ground), 81.0 * (1 - 3.14159265 / 4));
    const Box corner = box_of(grounds[0].ground);
    EXPECT_NEAR(corner.max_x - east, 13.0, 1e-3);
    EXPECT_NEAR(corner.min_y - north, 2.0, 1e-3);
    EXPECT_NEAR(corner.min_x - east, 4.0, 1e-2);
    EXPECT_NEAR(corner.max_y - north, 11.0, 1e-2);
}

TEST(LaneRoom, IsNotAskedOfStraightLanesAndSmoothCurves) {
    Line curve;
    for (int i = 0; i <= 30; ++i) curve.push_back({30 * std::cos(i * 0.05), 30 * std::sin(i * 0.05)});
    Place place;
    place.with(Role::FireLane, {feature(Role::FireLane, "straight", lane({{0, 100}, {15, 100}, {30, 100}})), feature(Role::FireLane, "curve", lane(curve))});
    for (const PresumedPlace& ground : place.grounds()) EXPECT_NE(ground.kind, PresumedKind::LaneTurn) << ground.id;
}

// Where lanes meet in a T there are two corners, which are one ground.
TEST(LaneRoom, IsKeptAtJunctionsOfLanes) {
    Place place;
    place.with(Role::FireLane, {feature(Role::FireLane, "main", lane({{-30, 0}, {30, 0}})), feature(Role::FireLane, "side", lane({{0.2, 0.1}, {0.2, 30}}))});
    const auto grounds = place.grounds();
    ASSERT_EQ(grounds.size(), 1u);
    EXPECT_EQ(grounds[0].kind, PresumedKind::LaneTurn);
    EXPECT_EQ(grounds[0].ground.size(), 2u);
}

// A blind lane of 41 m needs a place to turn, one of 39 m does not, nor does one that ends at a road or leaves the compound.
TEST(LaneRoom, IsKeptAtLongDeadEnds) {
    const auto ends = [](double length, bool has_road) {
        Place place;
        place.with(Role::Compound, {feature(Role::Compound, "C", box(0, -50, 200, 50))});
        place.with(Role::FireLane, {feature(Role::FireLane, "L", lane({{0, 0}, {length, 0}}))});
        if (has_road) place.with(Role::Path, {feature(Role::Path, "P", lane({{length, -20}, {length, 20}}), {{"width", 3.0}})});
        return place.grounds();
    };
    EXPECT_THAT(ends(39, false), IsEmpty());
    EXPECT_THAT(ends(41, true), IsEmpty());
    const auto grounds = ends(41, false);
    ASSERT_EQ(grounds.size(), 1u);
    EXPECT_EQ(grounds[0].id, "L/end-1");
    const Box square = box_of(grounds[0].ground);
    EXPECT_NEAR(square.max_x - east, 41.0, 1e-6);
    EXPECT_NEAR(square.min_x - east, 29.0, 1e-5);
    EXPECT_NEAR(square.min_y - north, -6.0, 1e-5);
    EXPECT_NEAR(square.max_y - north, 6.0, 1e-5);
}

TEST(PresumedGround, IsNoneByAPackThatSaysNothingOfIt) {
    RulePack pack = load_pack("cn-base");
    std::erase_if(pack.parameters, [](const auto& each) { return each.first.starts_with("aerial_site.") || each.first == "fire_lane.turning_radius"; });
    Place place;
    place.with(Role::Building, {feature(Role::Building, "B", box(0, 0, 40, 12), {{"height", 33.0}})});
    place.with(Role::FireLane, {feature(Role::FireLane, "L", lane({{0, 50}, {30, 50}, {30, 90}}))});
    EXPECT_THAT(presumed_places(place.inputs, pack, place.findings), IsEmpty());
}

}  // namespace
