#include "geo/crs/crs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace geo {
namespace {

struct Place {
    const char* name;
    double longitude, latitude;
    const char* crs;
};

TEST(WorkingCrs, IsTheNearestCentralMeridianInChina) {
    const Place places[] = {
        {"Chongqing, Yongchuan", 105.9, 29.35, "EPSG:4544"},  // CM 105
        {"Chongqing, Yuzhong", 106.57, 29.55, "EPSG:4545"},   // CM 108
        {"Shizhu", 108.1, 30.0, "EPSG:4545"},
        {"west of the limit", 106.4999, 29.5, "EPSG:4544"},
        {"at the limit", 106.5, 29.5, "EPSG:4545"},
        {"Ningbo, Yinzhou", 121.55, 29.8, "EPSG:4550"},  // CM 123
        {"Shanghai", 121.49, 31.24, "EPSG:4549"},        // CM 120
        {"Beijing", 116.36, 39.96, "EPSG:4548"},         // CM 117
        {"Shenzhen", 113.93, 22.53, "EPSG:4547"},        // CM 114
        {"Haikou", 110.33, 20.03, "EPSG:4546"},          // CM 111
        {"Sanya", 109.5, 18.25, "EPSG:4546"},            // CM 111
        {"Taipei", 121.53, 25.05, "EPSG:4550"},          // CM 123
        {"Kashgar", 75.99, 39.47, "EPSG:4534"},          // CM 75
        {"Urumqi", 87.6, 43.8, "EPSG:4538"},             // CM 87
        {"Lhasa", 91.1, 29.65, "EPSG:4539"},             // CM 90
        {"Mohe", 122.5, 52.97, "EPSG:4550"},             // CM 123
        {"Fuyuan, far east", 134.3, 48.3, "EPSG:4554"},  // CM 135
        {"Kunming", 102.7, 25.04, "EPSG:4543"},          // CM 102
        {"Hong Kong", 114.17, 22.3, "EPSG:4547"},
    };
    for (const Place& p : places) EXPECT_EQ(working_crs({p.longitude, p.latitude}), p.crs) << p.name;
}

TEST(WorkingCrs, IsUtmElsewhere) {
    const Place places[] = {
        {"Seoul", 126.98, 37.57, "EPSG:32652"},      {"Pyongyang", 125.75, 39.03, "EPSG:32651"}, {"Fukuoka", 130.4, 33.6, "EPSG:32652"},
        {"Naha", 127.68, 26.2, "EPSG:32652"},        {"Ulaanbaatar", 106.9, 47.9, "EPSG:32648"}, {"Hanoi", 105.85, 21.03, "EPSG:32648"},
        {"Delhi", 77.2, 28.6, "EPSG:32643"},         {"Kathmandu", 85.3, 27.7, "EPSG:32645"},    {"Manila", 121.0, 14.6, "EPSG:32651"},
        {"Vladivostok", 131.9, 43.1, "EPSG:32652"},  {"Almaty", 76.9, 43.2, "EPSG:32643"},       {"Vaduz", 9.52, 47.14, "EPSG:32632"},
        {"New York", -73.97, 40.78, "EPSG:32618"},   {"Auckland", 174.8, -36.8, "EPSG:32760"},   {"date line", 180.0, 0.0, "EPSG:32601"},
        {"west of Greenwich", -0.1, 51.5, "EPSG:32630"},
    };
    for (const Place& p : places) EXPECT_EQ(working_crs({p.longitude, p.latitude}), p.crs) << p.name;
}

TEST(WorkingCrs, RefusesThePolesAndNonsense) {
    EXPECT_THROW(working_crs({10, 84.5}), CrsError);
    EXPECT_THROW(working_crs({10, -84.5}), CrsError);
    EXPECT_THROW(working_crs({std::nan(""), 30}), CrsError);
    EXPECT_THROW(working_crs({1e300, 30}), CrsError);
}

std::string guessed(const Box& extent, std::optional<Point> hint = {}) {
    const auto guess = guess_crs(extent, hint);
    return guess ? guess->name : "";
}

TEST(GuessCrs, TellsDegrees) {
    EXPECT_EQ(guessed({106.5, 29.5, 106.6, 29.6}), "EPSG:4490");
    EXPECT_EQ(guessed({9.5, 47.1, 9.6, 47.2}), "EPSG:4326");
    EXPECT_EQ(guessed({0, 0, 140, 80}), "") << "a drawing with its own origin";
}

TEST(GuessCrs, TellsTheZoneInFrontOfTheEasting) {
    EXPECT_EQ(guessed({36363000, 3260000, 36364000, 3261000}), "EPSG:4524");  // zone 36: CM 108
    EXPECT_EQ(guessed({25500000, 4400000, 25500100, 4400100}), "EPSG:4513");  // zone 25: CM 75
    EXPECT_EQ(guessed({45500000, 5300000, 45500100, 5300100}), "EPSG:4533");  // zone 45: CM 135
    EXPECT_EQ(guessed({18550000, 3260000, 18550100, 3261000}), "EPSG:4496");  // 6 degrees, zone 18: CM 105
    EXPECT_EQ(guessed({46500000, 3260000, 46500100, 3261000}), "");
    EXPECT_EQ(guessed({35900000, 3260000, 36100000, 3261000}), "") << "two zones at once";
}

TEST(GuessCrs, TellsTheMeridianOfASixDigitEastingOnlyFromOtherLayers) {
    const Box extent{363000, 3264000, 364000, 3265000};  // 106.59° E on CM 108, 103.59° E on CM 105
    EXPECT_EQ(guessed(extent), "");
    EXPECT_EQ(guessed(extent, Point{106.6, 29.5}), "EPSG:4545");
    EXPECT_EQ(guessed(extent, Point{106.45, 29.5}), "EPSG:4545") << "the hint's own meridian is 105, but the easting lies there on 108";
    EXPECT_EQ(guessed(extent, Point{116.4, 40.0}), "") << "the other layers are elsewhere";
    EXPECT_EQ(guessed({540000, 5220000, 541000, 5221000}, Point{9.53, 47.13}), "EPSG:32632");
    EXPECT_EQ(guessed({300000, 5900000, 301000, 5901000}, Point{174.76, -37.0}), "EPSG:32760");
}

TEST(GuessCrs, TellsNothingOfLocalOrSwappedAxes) {
    EXPECT_EQ(guessed({50000, 30000, 51000, 31000}), "");
    EXPECT_EQ(guessed({3264000, 363000, 3265000, 364000}, Point{106.6, 29.5}), "");
    EXPECT_EQ(guessed({3264000, 36363000, 3265000, 36364000}), "");
    EXPECT_EQ(guessed(Box{}), "");
    const double inf = std::numeric_limits<double>::infinity();
    EXPECT_EQ(guessed({0, 0, inf, 1}), "");
}

}  // namespace
}  // namespace geo
