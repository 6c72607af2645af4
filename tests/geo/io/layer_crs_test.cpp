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
