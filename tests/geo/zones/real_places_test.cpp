#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/zones/free_ground.hpp"
#include "tests/geo/zones/place_compounds.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace geo {
namespace {

struct Place {
    const char* name;
    const char* file;
    const char* layer;
    bool is_quick;  ///< looked at in every run
};

constexpr Place places[] = {{"Bupt", "osm/beijing-bupt.gpkg", "buildings", true},
                            {"Wuhan", "buildings/wuhan-guanggu.gpkg", "buildings", true},
                            {"Lujiazui", "buildings/shanghai-lujiazui.gpkg", "buildings", true},
                            {"Helsinki", "osm/helsinki-centre.gpkg", "buildings", true},
                            {"Monaco", "osm/monaco.gpkg", "buildings", false},
                            {"FinnishTown", "osm/pyrosm-test.gpkg", "buildings", false},
                            {"NorthBayreuth", "osm/north-bayreuth.gpkg", "buildings", false},
                            {"Liechtenstein", "osm/liechtenstein.gpkg", "buildings", false},
                            {"Shenzhen", "buildings/shenzhen-nanshan.gpkg", "buildings", false},
                            {"Taipei", "buildings/taipei.gpkg", "buildings", false},
                            {"NewYork", "buildings/nyc-north.gpkg", "buildings", false}};

class RealPlaces : public ::testing::TestWithParam<Place> {};

// Every compound of a place: distances measured anew, the area against GEOS with 256 segments a quarter.
TEST_P(RealPlaces, KeepEveryClearanceAndLoseNoGround) {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder || !*folder) GTEST_SKIP() << "ANCHONG_REAL_DATA is not set";
    if (!GetParam().is_quick && !std::getenv("ANCHONG_ALL_PLACES")) GTEST_SKIP() << "of the long run";
    const auto compounds = testing::place_compounds(std::filesystem::path{folder} / GetParam().file, GetParam().layer);
    ASSERT_FALSE(compounds.empty());
    std::map<std::string, int> ways;
    std::size_t not_computed = 0, fallbacks = 0;
    for (std::size_t i = 0; i < compounds.size(); ++i) {
        SCOPED_TRACE("compound " + std::to_string(i + 1));
        const auto& c = compounds[i];
        const FreeGround found = free_ground(c.boundary, c.keeps, c.setback);
        if (!found.is_certified) {
            ++not_computed;
            continue;
        }
        ++ways[found.way];
        fallbacks += found.way != first_way;
        ASSERT_TRUE(is_valid(found.ground));
        const Shape outline = line_of(found.ground);
        for (const Keep& keep : c.keeps) ASSERT_GE(distance(outline, keep.shape), keep.distance_m - 1e-9);
        const auto expected = testing::referee(c.boundary, c.keeps, c.setback);
        ASSERT_TRUE(testing::is_complete(area(found.ground), expected)) << area(found.ground) << " m² of " << expected.area << " m², arcs " << expected.arc_length << " m";
    }
    EXPECT_LE(static_cast<double>(not_computed), 0.001 * static_cast<double>(compounds.size()));
    EXPECT_LE(static_cast<double>(fallbacks), 2.0 + 0.01 * static_cast<double>(compounds.size()));
    for (const auto& [way, n] : ways) RecordProperty(way, n);
}

INSTANTIATE_TEST_SUITE_P(, RealPlaces, ::testing::ValuesIn(places), [](const auto& place) { return std::string{place.param.name}; });

}  // namespace
}  // namespace geo
