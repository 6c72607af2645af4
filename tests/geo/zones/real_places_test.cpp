#include "tests/geo/zones/place_compounds.hpp"
#include "tests/geo/zones/zone_tally.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace geo {
namespace {

struct Place {
    const char* name;
    const char* file;
    bool is_quick;  ///< looked at in every run
};

constexpr Place places[] = {{"Bupt", "osm/beijing-bupt.gpkg", true},
                            {"Wuhan", "buildings/wuhan-guanggu.gpkg", true},
                            {"Lujiazui", "buildings/shanghai-lujiazui.gpkg", true},
                            {"Helsinki", "osm/helsinki-centre.gpkg", true},
                            {"Monaco", "osm/monaco.gpkg", false},
                            {"FinnishTown", "osm/pyrosm-test.gpkg", false},
                            {"NorthBayreuth", "osm/north-bayreuth.gpkg", false},
                            {"Liechtenstein", "osm/liechtenstein.gpkg", false},
                            {"Shenzhen", "buildings/shenzhen-nanshan.gpkg", false},
                            {"Taipei", "buildings/taipei.gpkg", false},
                            {"NewYork", "buildings/nyc-north.gpkg", false}};

class RealPlaces : public ::testing::TestWithParam<Place> {};

// Every compound of a place: distances measured anew, the area against GEOS with 256 segments a quarter.
TEST_P(RealPlaces, KeepEveryClearanceAndLoseNoGround) {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder || !*folder) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    if (!GetParam().is_quick && !std::getenv("ANCHONG_ALL_PLACES")) GTEST_SKIP() << "of the long run";
    const auto compounds = testing::place_compounds(std::filesystem::path{folder} / GetParam().file);
    ASSERT_FALSE(compounds.empty());
    testing::ZoneTally tally;
    for (std::size_t i = 0; i < compounds.size(); ++i) {
        SCOPED_TRACE("compound " + std::to_string(i + 1));
        ASSERT_NO_FATAL_FAILURE(tally.add(compounds[i]));
    }
    tally.conclude(2.0);
}

INSTANTIATE_TEST_SUITE_P(, RealPlaces, ::testing::ValuesIn(places), [](const auto& place) { return std::string{place.param.name}; });

}  // namespace
}  // namespace geo
