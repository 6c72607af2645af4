#include "geo/crs/crs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>
#include <vector>

namespace geo {
namespace {

TEST(CrsInfo, KnowsWhatKindOfCrsANameIs) {
    const CrsInfo degrees = crs_info("EPSG:4490");
    EXPECT_EQ(degrees.name, "EPSG:4490");
    EXPECT_TRUE(degrees.geographic);
    EXPECT_FALSE(degrees.projected);

    const CrsInfo grid = crs_info("EPSG:4544");
    EXPECT_EQ(grid.title, "CGCS2000 / 3-degree Gauss-Kruger CM 105E");
    EXPECT_TRUE(grid.projected);
    EXPECT_EQ(grid.metres_per_unit, 1.0);
    EXPECT_NEAR(crs_info("EPSG:2263").metres_per_unit, 0.3048006, 1e-6);  // New York in US feet
}

TEST(CrsInfo, FindsTheEpsgCodeBehindEsriWkt) {
    for (const char* name : {"EPSG:4544", "EPSG:4525", "EPSG:4326", "EPSG:4490", "EPSG:32632", "EPSG:3857", "EPSG:2360"})
        EXPECT_EQ(crs_info(crs_wkt(name, true)).name, name) << crs_wkt(name, true);
    EXPECT_EQ(crs_info("OGC:CRS84").name, "EPSG:4326");
}

TEST(CrsInfo, KeepsWktOfALocalGrid) {
    const CrsInfo local = crs_info("+proj=tmerc +lat_0=0 +lon_0=106.45 +k=1 +x_0=50000 +y_0=-3000000 +ellps=GRS80 +units=m +type=crs");
    EXPECT_TRUE(local.projected);
    EXPECT_NE(local.name.find("PROJCRS"), std::string::npos) << local.name;
    EXPECT_EQ(crs_info(local.name).name, local.name);
}

TEST(CrsInfo, RefusesWhatIsNoCrs) {
    EXPECT_THROW(crs_info("EPSG:999999"), CrsError);
    EXPECT_THROW(crs_info("GBK"), CrsError);
    EXPECT_THROW(crs_info(""), CrsError);
    EXPECT_THROW(crs_info(std::string{"EPSG:4326\0x", 11}), CrsError);
    EXPECT_THROW(crs_wkt("EPSG:5773"), CrsError) << "a vertical CRS has no ground to stand on";
}

// On the central meridian the easting is the false easting; the equator is the origin of northings.
TEST(Transform, PutsTheCentralMeridianAtTheFalseEasting) {
    const Transform to_grid{"EPSG:4490", "EPSG:4544"};
    const Point p = to_grid({105.0, 30.0});
    EXPECT_NEAR(p.x, 500000.0, 1e-6);
    EXPECT_NEAR(p.y, 3320113.398, 0.001);  // meridian arc of GRS80 to 30° N
    const Transform to_zone{"EPSG:4490", "EPSG:4523"};
    EXPECT_NEAR(to_zone({105.0, 30.0}).x, 35500000.0, 1e-6);
}

TEST(Transform, ReturnsWhereItCameFrom) {
    const Transform there{"EPSG:4326", "EPSG:4549"}, back{"EPSG:4549", "EPSG:4326"};
    const Point p = back(there({121.6, 29.8}));
    EXPECT_NEAR(p.x, 121.6, 1e-10);
    EXPECT_NEAR(p.y, 29.8, 1e-10);
}

TEST(Transform, TakesEastFirstWhateverTheAuthoritySays) {
    const Transform mercator{"EPSG:4326", "EPSG:3857"};
    EXPECT_NEAR(mercator({180.0, 0.0}).x, 20037508.34, 0.01);
}

TEST(Transform, MarksWhatItCannotTransform) {
    const Transform t{"EPSG:4326", "EPSG:4544"};
    Shape shape;
    shape.lines = {{{105.0, 30.0}, {std::nan(""), 30.0}, {1e300, 1e300}, {105.0, 30.0}}};
    t.apply(shape);
    EXPECT_TRUE(std::isfinite(shape.lines[0][0].x));
    EXPECT_FALSE(std::isfinite(shape.lines[0][1].x));
    EXPECT_FALSE(std::isfinite(shape.lines[0][2].x));
    EXPECT_EQ(shape.lines[0][3], shape.lines[0][0]) << "a bad vertex must not spoil the next";
    EXPECT_THROW((Transform{"EPSG:4326", "EPSG:5773"}), CrsError);
}

TEST(Transform, WorksInSeveralThreadsAtOnce) {
    std::vector<double> eastings(8);
    std::vector<std::thread> threads;
    for (double& easting : eastings)
        threads.emplace_back([&easting] { easting = Transform{"EPSG:4326", "EPSG:4544"}({105.5, 29.3}).x; });
    for (auto& thread : threads) thread.join();
    for (const double easting : eastings) EXPECT_EQ(easting, eastings.front());
}

TEST(ScaleFactor, IsOneOnTheMeridianOfGaussKruegerAndUtmsOwn) {
    EXPECT_NEAR(scale_factor("EPSG:4544", {500000, 3320113}), 1.0, 1e-9);  // PROJ differentiates numerically
    EXPECT_NEAR(scale_factor("EPSG:4523", {35500000, 3320113}), 1.0, 1e-9);
    EXPECT_NEAR(scale_factor("EPSG:32632", {500000, 5300000}), 0.9996, 1e-9);
}

// k − 1 ≈ (E − 500 km)² / 2R²: 1.5° off the meridian at 30° N is 144.8 km, so 2.6e-4.
TEST(ScaleFactor, GrowsWithTheSquareOfTheDistanceFromTheMeridian) {
    const Point edge = Transform{"EPSG:4490", "EPSG:4544"}({106.5, 30.0});
    EXPECT_NEAR(edge.x - 500000.0, 144.8e3, 0.1e3);
    EXPECT_NEAR(scale_factor("EPSG:4544", edge) - 1.0, 2.6e-4, 0.05e-4);
}

// Grid distance over ground distance of two places 100 m apart, by PROJ's own geodesic numbers: 0.0009 degrees of latitude.
TEST(ScaleFactor, IsGridMetresPerGroundMetre) {
    const Transform to_grid{"EPSG:4490", "EPSG:4545"};
    const Point a = to_grid({106.6, 29.5}), b = to_grid({106.6, 29.5009});
    const double a_axis = 6378137.0, e2 = 0.00669438002290, rad = 3.14159265358979323846 / 180.0;
    const double s = std::sin(29.50045 * rad);
    const double ground = 0.0009 * rad * a_axis * (1 - e2) / std::pow(1 - e2 * s * s, 1.5);
    EXPECT_NEAR(std::hypot(b.x - a.x, b.y - a.y) / ground, scale_factor("EPSG:4545", a), 1e-8);
}

TEST(ScaleFactor, RefusesDegrees) {
    EXPECT_THROW(scale_factor("EPSG:4326", {105, 30}), CrsError);
    EXPECT_THROW(scale_factor("EPSG:4544", {1e300, 1e300}), CrsError);
}

}  // namespace
}  // namespace geo
