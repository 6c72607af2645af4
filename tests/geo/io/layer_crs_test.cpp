#include "geo/io/layer_crs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace geo::reading {
namespace {

const Box degrees{106.5, 29.5, 106.6, 29.6};
const Box zoned{36363000, 3260000, 36364000, 3261000};
const Box local{100, 200, 900, 800};

CrsQuestion question(const Box& extent) { return {.shown = "a.shp", .role = "building", .option = {}, .wkt = {}, .extent = extent, .hint = {}}; }

TEST(LayerCrs, PrefersTheOptionThenTheFile) {
    CrsQuestion q = question(degrees);
    q.wkt = crs_wkt("EPSG:4490");
    EXPECT_EQ(layer_crs(q).name, "EPSG:4490");
    EXPECT_EQ(layer_crs(q).from, "file");
    q.option = "EPSG:4326";
    EXPECT_EQ(layer_crs(q).name, "EPSG:4326");
    EXPECT_EQ(layer_crs(q).from, "option");
    EXPECT_TRUE(layer_crs(q).findings.empty());
}

TEST(LayerCrs, SaysWhenItGuesses) {
    const CrsAnswer answer = layer_crs(question(zoned));
    EXPECT_EQ(answer.name, "EPSG:4524");
    EXPECT_EQ(answer.from, "guessed");
    ASSERT_EQ(answer.findings.size(), 1u);
    EXPECT_EQ(answer.findings[0].code, "crs-guessed");
    EXPECT_THAT(answer.findings[0].text.zh, testing::HasSubstr("--crs building=EPSG:n"));
}

TEST(LayerCrs, NamesTheOptionWhenItCannotTell) {
    try {
        layer_crs(question(local));
        FAIL();
    } catch (const CrsError& error) {
        EXPECT_THAT(error.message().en, testing::HasSubstr("--crs building=EPSG:n"));
    }
}

TEST(LayerCrs, OffersASwapOfAxes) {
    try {
        layer_crs(question({3260000, 36363000, 3261000, 36364000}));
        FAIL();
    } catch (const CrsError& error) {
        EXPECT_THAT(error.message().zh, testing::HasSubstr("坐标轴可能颠倒"));
    }
}

TEST(LayerCrs, DoesNotTrustDegreesThatAreNone) {
    CrsQuestion q = question(zoned);
    q.wkt = crs_wkt("EPSG:4326");
    q.by_format = true;
    EXPECT_EQ(layer_crs(q).name, "EPSG:4524");
    EXPECT_EQ(layer_crs(q).from, "guessed");
    q.option = "EPSG:4490";
    EXPECT_THROW(layer_crs(q), CrsError);
    q = question(local);
    q.wkt = crs_wkt("EPSG:4326");
    EXPECT_THROW(layer_crs(q), CrsError);
}

TEST(LayerCrs, RefusesDegreesWithAProjectedOption) {
    for (const Box& extent : {degrees, Box{29.5, 106.5, 29.6, 106.6}}) {
        CrsQuestion q = question(extent);
        q.option = "EPSG:4544";
        try {
            layer_crs(q);
            ADD_FAILURE();
        } catch (const CrsError& error) {
            EXPECT_THAT(error.message().zh, testing::HasSubstr("坐标（"));
            EXPECT_THAT(error.message().zh, testing::HasSubstr("是经纬度。请改正 --crs building=EPSG:n"));
            EXPECT_THAT(error.message().en, testing::HasSubstr("are degrees. Correct --crs building=EPSG:n"));
        }
    }
    CrsQuestion q = question({500'050, 3'270'000, 500'150, 3'270'080});
    q.option = "EPSG:4544";
    EXPECT_EQ(layer_crs(q).name, "EPSG:4544");
    // A grid that begins at the site, where so many metres are no degrees.
    q.extent = {10, 20, 110, 80};
    q.option = "+proj=tmerc +lat_0=29.5 +lon_0=106.5 +ellps=GRS80 +units=m +type=crs";
    EXPECT_EQ(layer_crs(q).from, "option");
}

TEST(RobustBox, LeavesStraysOut) {
    std::vector<Point> places;
    for (int i = 0; i < 20; ++i) places.push_back({106.0 + 0.01 * i, 29.0 + 0.01 * i});
    places.push_back({0, 0});
    places.push_back({std::numeric_limits<double>::quiet_NaN(), 1});
    const Box box = robust_box(places);
    EXPECT_GE(box.min_x, 106.0);
    EXPECT_LE(box.max_x, 106.19);
    EXPECT_NEAR(robust_centre(places)->x, 106.095, 0.01);
    EXPECT_TRUE(robust_box({}).empty());
    EXPECT_FALSE(robust_centre({}));
}

}  // namespace
}  // namespace geo::reading
