#include "geo/units/planning_units.hpp"

#include "tests/geo/units/contract.hpp"

#include <gmock/gmock.h>

using geo::Line;
using geo::MultiPolygon;
using geo::planning_units;
using testing::IsEmpty;

namespace {

MultiPolygon house(double x, double y, double width = 10.0, double depth = 10.0) {
    return {{{{x, y}, {x + width, y}, {x + width, y + depth}, {x, y + depth}}, {}}};
}

/// Two rows of five houses, 10 × 10 m each, every 20 m; the rows 30 m apart: y 0…10 and 40…50.
std::vector<MultiPolygon> two_rows() {
    std::vector<MultiPolygon> buildings;
    for (int i = 0; i < 5; ++i) buildings.push_back(house(20.0 * i, 0)), buildings.push_back(house(20.0 * i, 40));
    return buildings;
}

}  // namespace

TEST(PlanningUnits, NoBuildingsNoUnits) {
    const std::vector<Line> road{{{0, 0}, {100, 0}}};
    EXPECT_THAT(planning_units({}, road), IsEmpty());
}

// A house without ground, as a broken ring becomes, asks for no unit.
TEST(PlanningUnits, BuildingsWithoutAreaAreLeftOut) {
    const std::vector<MultiPolygon> buildings{{}, {{{{0, 0}, {10, 0}, {20, 0}}, {}}}};
    EXPECT_THAT(planning_units(buildings, {}), IsEmpty());
}

// 10 m house, 15 m margin: 40 × 40 m less cut-off corners. The octagon that holds the rounded square leaves
// 4 corners of (15 · (2 − √2))² / 2 = 38.6 m² each: 1600 − 154.4 = 1445.6 m².
TEST(PlanningUnits, OneBuildingGetsItsMargin) {
    const std::vector<MultiPolygon> buildings{house(0, 0)};
    const auto units = planning_units(buildings, {});
    ASSERT_EQ(units.size(), 1u);
    EXPECT_EQ(units[0].id, "U0001");
    EXPECT_NEAR(geo::area(units[0].boundary), 1445.6, 0.1);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
}

TEST(PlanningUnits, RowsWithoutARoadStayTogether) {
    const auto buildings = two_rows();
    const auto units = planning_units(buildings, {});
    EXPECT_EQ(units.size(), 1u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
}

TEST(PlanningUnits, ARoadPartsTwoRows) {
    const auto buildings = two_rows();
    const std::vector<Line> roads{{{-500, 25}, {500, 25}}};
    const auto units = planning_units(buildings, roads);
    ASSERT_EQ(units.size(), 2u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
    EXPECT_DOUBLE_EQ(geo::box_of(units[0].boundary).min_y, 25.0);  // the northern row first
    EXPECT_DOUBLE_EQ(geo::box_of(units[1].boundary).max_y, 25.0);
    EXPECT_EQ(test::buildings_in(units[0], buildings), 5u);
}

// A dead end bounds no block.
TEST(PlanningUnits, ADeadEndPartsNothing) {
    const std::vector<Line> roads{{{-10, 25}, {60, 25}}};
    EXPECT_EQ(planning_units(two_rows(), roads).size(), 1u);
}

// A footpath round one house leaves a block of one building, which joins its neighbour.
TEST(PlanningUnits, ABlockOfOneHouseJoinsItsNeighbour) {
    const std::vector<Line> roads{{{15, -100}, {15, 25}, {-100, 25}}, {{-90, -90}, {-90, 90}}, {{-95, -80}, {95, -80}}};
    const auto buildings = two_rows();
    const auto units = planning_units(buildings, roads);
    EXPECT_EQ(units.size(), 1u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
}

// 20 × 15 houses: three units at least, as 120 is the most; each below 10 ha.
TEST(PlanningUnits, AGridOf300HousesKeepsTheLimits) {
    std::vector<MultiPolygon> buildings;
    for (int i = 0; i < 20; ++i)
        for (int j = 0; j < 15; ++j) buildings.push_back(house(500'000 + 20.0 * i, 3'000'000 + 25.0 * j));
    const auto units = planning_units(buildings, {});
    EXPECT_GE(units.size(), 3u);
    EXPECT_LE(units.size(), 6u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
    EXPECT_EQ(test::cut_buildings(buildings, units), 0u);
}

// Two villages, 100 m of fields between them: no estate reaches across.
TEST(PlanningUnits, AWideEmptyStripParts) {
    auto buildings = two_rows();
    for (int i = 0; i < 5; ++i) buildings.push_back(house(190 + 20.0 * i, 0));
    const auto units = planning_units(buildings, {});
    ASSERT_EQ(units.size(), 2u);
    EXPECT_EQ(test::buildings_in(units[0], buildings), 10u);
    EXPECT_EQ(test::buildings_in(units[1], buildings), 5u);
}

// A 20 × 10 m house, 12 m of it north of the road: wholly the northern unit's.
TEST(PlanningUnits, ABuildingAcrossARoadStaysWhole) {
    auto buildings = two_rows();
    buildings.push_back(house(120, 17, 10, 20));
    const std::vector<Line> roads{{{-500, 25}, {500, 25}}};
    const auto units = planning_units(buildings, roads);
    ASSERT_EQ(units.size(), 2u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
    EXPECT_EQ(test::cut_buildings(buildings, units), 0u);
    EXPECT_EQ(test::buildings_in(units[0], buildings), 6u);
    EXPECT_TRUE(geo::contains(units[0].boundary, {125, 18}));
    EXPECT_FALSE(geo::contains(units[1].boundary, {125, 18}));
}

// An annex over the road that overlaps a hall goes with the hall.
TEST(PlanningUnits, OverlappingBuildingsStayTogether) {
    auto buildings = two_rows();
    buildings.push_back(house(120, 28, 30, 30));  // hall, north
    buildings.push_back(house(130, 10, 10, 20));  // annex, mostly south, 2 m into the hall
    const std::vector<Line> roads{{{-500, 25}, {500, 25}}};
    const auto units = planning_units(buildings, roads);
    ASSERT_EQ(units.size(), 2u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
    EXPECT_EQ(test::cut_buildings(buildings, units), 0u);
    EXPECT_TRUE(geo::contains(units[0].boundary, {135, 11}));
}

// 50 towers on a podium of 90 × 45 m that the road cuts: each tower stays whole, and no unit has more than 30 of them,
// so the podium, which overlaps too many, is what is cut.
TEST(PlanningUnits, TowersOnAPodiumStayWhole) {
    std::vector<MultiPolygon> buildings{house(0, 0, 90, 45)};
    for (int i = 0; i < 10; ++i)
        for (int j = 0; j < 5; ++j) buildings.push_back(house(9.0 * i + 2, 9.0 * j + 2, 5, 5));
    const std::vector<Line> roads{{{-500, 22}, {500, 22.5}}};
    geo::UnitLimits limits;
    limits.most_buildings = 31;
    const auto units = planning_units(buildings, roads, limits);
    EXPECT_THAT(test::breaches(buildings, units, limits), IsEmpty());
    const std::vector<MultiPolygon> towers(buildings.begin() + 1, buildings.end());
    EXPECT_EQ(test::cut_buildings(towers, units), 0u);
}

TEST(PlanningUnits, DuplicatesCountEach) {
    std::vector<MultiPolygon> buildings;
    for (int copy = 0; copy < 3; ++copy)
        for (int i = 0; i < 50; ++i) buildings.push_back(house(15.0 * (i % 10), 15.0 * (i / 10)));
    const auto units = planning_units(buildings, {});
    EXPECT_GE(units.size(), 2u);  // 150 buildings at 50 places
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
    EXPECT_EQ(test::cut_buildings(buildings, units), 0u);
}

// 500 × 400 m: no unit may hold it whole.
TEST(PlanningUnits, ABuildingOf20HectaresIsCut) {
    const std::vector<MultiPolygon> buildings{house(0, 0, 500, 400), house(-30, 0), house(-30, 20)};
    const auto units = planning_units(buildings, {});
    EXPECT_GE(units.size(), 3u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
    EXPECT_EQ(test::cut_buildings(buildings, units), 1u);
}

// The same with a road through it, and a courtyard with a house in it.
TEST(PlanningUnits, ALargeBuildingIsCutAtARoad) {
    std::vector<MultiPolygon> buildings{house(0, 0, 500, 400), house(245, 195)};
    buildings[0][0].holes.push_back({{200, 150}, {200, 250}, {300, 250}, {300, 150}});
    const std::vector<Line> roads{{{120, -200}, {130, 700}}};
    const auto units = planning_units(buildings, roads);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
}

// A house inside the ring of another block: polygons with holes.
TEST(PlanningUnits, ARingRoadGivesAHole) {
    std::vector<MultiPolygon> buildings;
    for (int i = 0; i < 8; ++i)
        for (int j = 0; j < 8; ++j) buildings.push_back(house(30.0 * i, 30.0 * j, 12, 12));
    const std::vector<Line> roads{{{80, 80}, {142, 80}, {142, 142}, {80, 142}, {80, 80}}};
    const auto units = planning_units(buildings, roads);
    ASSERT_EQ(units.size(), 2u);
    EXPECT_EQ(units[0].boundary[0].holes.size() + units[1].boundary[0].holes.size(), 1u);
    EXPECT_THAT(test::breaches(buildings, units), IsEmpty());
}

TEST(PlanningUnits, UnitsAreNumberedFromNorthWestToSouthEast) {
    const std::vector<MultiPolygon> buildings{house(1000, 0), house(0, 1000), house(500, 500)};
    const auto units = planning_units(buildings, {});
    ASSERT_EQ(units.size(), 3u);
    EXPECT_TRUE(geo::contains(units[0].boundary, {5, 1005}));
    EXPECT_TRUE(geo::contains(units[1].boundary, {505, 505}));
    EXPECT_TRUE(geo::contains(units[2].boundary, {1005, 5}));
}

TEST(PlanningUnits, ACancelledRunThrows) {
    const auto buildings = two_rows();
    const geo::Progress stopped{[](double) {}, [] { return true; }};
    EXPECT_THROW(planning_units(buildings, {}, {}, stopped), geo::Cancelled);
}
