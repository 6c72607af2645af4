#include "app/canvas/viewport.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace app {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();

// 800 x 600 px at 0.5 m a pixel about (1000, 2000): 400 m wide, 300 m high.
const Viewport view{{{1000.0, 2000.0}, 0.5}, {800.0, 600.0}};

TEST(Viewport, PlacesAndPixelsCorrespond) {
    EXPECT_EQ(view.to_screen({1000.0, 2000.0}), QPointF(400.0, 300.0));
    EXPECT_EQ(view.to_screen({1010.0, 2010.0}), QPointF(420.0, 280.0)) << "north is up";
    const geo::Point corner = view.to_map({0.0, 0.0});
    EXPECT_DOUBLE_EQ(corner.x, 800.0);
    EXPECT_DOUBLE_EQ(corner.y, 2150.0);
    const geo::Box extent = view.extent();
    EXPECT_DOUBLE_EQ(extent.max_x - extent.min_x, 400.0);
    EXPECT_DOUBLE_EQ(extent.max_y - extent.min_y, 300.0);
}

TEST(Viewport, ZoomKeepsThePlaceUnderTheCursor) {
    const QPointF cursor{123.0, 456.0};
    const geo::Point before = view.to_map(cursor);
    for (const double factor : {2.0, 0.5, 1.19, 0.013}) {
        const Viewport zoomed{zoomed_about(view, cursor, factor), view.size};
        EXPECT_NEAR(zoomed.camera.metres_per_px, 0.5 / factor, 1e-12);
        EXPECT_NEAR(zoomed.to_map(cursor).x, before.x, 1e-9) << factor;
        EXPECT_NEAR(zoomed.to_map(cursor).y, before.y, 1e-9) << factor;
    }
}

TEST(Viewport, ZoomStopsAtTheLimitsWithoutDrifting) {
    geo::Camera camera = view.camera;
    for (int i = 0; i < 200; ++i) camera = zoomed_about({camera, view.size}, {10.0, 10.0}, 1.5);
    EXPECT_NEAR(scale_of(camera.metres_per_px), 50.0, 1e-9);
    EXPECT_EQ(zoomed_about({camera, view.size}, {700.0, 10.0}, 3.0), camera);
    for (int i = 0; i < 200; ++i) camera = zoomed_about({camera, view.size}, {10.0, 10.0}, 1.0 / 1.5);
    EXPECT_NEAR(scale_of(camera.metres_per_px), 5e7, 1e-3);
    EXPECT_EQ(zoomed_about({camera, view.size}, {700.0, 10.0}, 0.2), camera);
    EXPECT_TRUE(is_usable(camera));
}

TEST(Viewport, NonsenseFactorsChangeNothing) {
    for (const double factor : {0.0, -2.0, nan, inf}) EXPECT_EQ(zoomed_about(view, {5.0, 5.0}, factor), view.camera);
    EXPECT_FALSE(is_usable({{nan, 0.0}, 1.0}));
    EXPECT_FALSE(is_usable({{0.0, inf}, 1.0}));
    EXPECT_FALSE(is_usable({{0.0, 0.0}, 0.0}));
    EXPECT_FALSE(is_usable({{0.0, 0.0}, nan}));
    EXPECT_TRUE(is_usable({{0.0, 0.0}, 1.0}));
}

TEST(Viewport, TheMapFollowsTheHand) {
    const geo::Camera moved = dragged(view, {30.0, -20.0});
    EXPECT_EQ((Viewport{moved, view.size}.to_screen(view.to_map({100.0, 100.0}))), QPointF(130.0, 80.0));
    EXPECT_EQ(moved.metres_per_px, view.camera.metres_per_px) << "exactly: the picture at hand stays in use";
}

// 400 x 100 m into 840 x 640 px with 20 px free all round: 800 px for 400 m.
TEST(Viewport, FitsABoxWithRoom) {
    const geo::Camera camera = fitting({0.0, 0.0, 400.0, 100.0}, {840.0, 640.0}, 20.0);
    EXPECT_EQ(camera.centre, (geo::Point{200.0, 50.0}));
    EXPECT_DOUBLE_EQ(camera.metres_per_px, 0.5);
    EXPECT_DOUBLE_EQ(fitting({0.0, 0.0, 10.0, 600.0}, {840.0, 640.0}, 20.0).metres_per_px, 1.0);
}

TEST(Viewport, FitsWhatHasNoExtentAndIntoNoRoom) {
    EXPECT_NEAR(scale_of(fitting({5.0, 5.0, 5.0, 5.0}, {800.0, 600.0}, 20.0).metres_per_px), 250.0, 1e-9);
    EXPECT_TRUE(is_usable(fitting({0.0, 0.0, 100.0, 100.0}, {0.0, 0.0}, 20.0)));
    EXPECT_TRUE(is_usable(fitting({-1e9, -1e9, 1e9, 1e9}, {800.0, 600.0}, 20.0)));
}

// 3.78 px a millimetre: at 1:1000 a pixel is 1 / 3.78 m.
TEST(Viewport, ScaleAndCameraCorrespond) {
    EXPECT_NEAR(metres_per_px_at(1000.0), 1.0 / 3.78, 1e-12);
    for (const double scale : {50.0, 500.0, 1650.0, 5e7}) EXPECT_NEAR(scale_of(metres_per_px_at(scale)), scale, 1e-6 * scale);
}

}  // namespace
}  // namespace app
