#include "app/canvas/map_canvas.hpp"

#include "app/canvas/viewport.hpp"
#include "app/theme/theme.hpp"
#include "tests/app/canvas/town.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <limits>

namespace app {
namespace {

/// A canvas of 600 x 400 px with a town of 10 x 10 buildings, sharp at 0.5 m a pixel about the town's middle.
class ACanvas : public ::testing::Test {
   protected:
    void SetUp() override {
        canvas.resize(600, 400);
        canvas.show();
        canvas.showData(testing::town(10, 10));
        canvas.setCamera({{testing::town_corner.x + 200.0, testing::town_corner.y + 200.0}, 0.5});
        ASSERT_TRUE(testing::becomes_sharp(canvas));
    }
    /// Pixels of the map away from scale bar and edges.
    QImage middle(QPoint shifted_by = {}) { return canvas.grab().toImage().copy(QRect{200, 100, 200, 150}.translated(shifted_by)); }

    MapCanvas canvas;
};

bool has_colour(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour) return true;
    return false;
}

TEST_F(ACanvas, DrawsTheData) {
    const QImage drawn = middle();
    canvas.showData(nullptr);
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    EXPECT_NE(middle(), drawn);
    canvas.showData(testing::town(10, 10));
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    EXPECT_EQ(middle(), drawn);
}

// No event is handled between the move and the grab: what is seen can only be the old picture, moved.
TEST_F(ACanvas, PansAtOnce) {
    const QImage before = middle();
    canvas.setCamera(dragged({canvas.camera(), canvas.size()}, {37.0, -23.0}));
    EXPECT_EQ(middle({37, -23}), before);
    EXPECT_NE(middle(), before);
    EXPECT_TRUE(canvas.isWhole()) << "the margin has it";
}

TEST_F(ACanvas, ZoomsAtOnceAndSharpensLater) {
    const QImage before = middle();
    QSignalSpy busy{&canvas, &MapCanvas::busyChanged};
    canvas.zoomBy(1.3);
    const QImage scaled = middle();
    EXPECT_NE(scaled, before);
    EXPECT_FALSE(canvas.isSharp());
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    EXPECT_NE(middle(), scaled);
    ASSERT_EQ(busy.count(), 2);
    EXPECT_TRUE(busy[0][0].toBool());
    EXPECT_FALSE(busy[1][0].toBool());
}

TEST_F(ACanvas, ResizesAboutTheMiddle) {
    const geo::Camera before = canvas.camera();
    canvas.resize(700, 500);
    EXPECT_EQ(canvas.camera(), before);
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    canvas.resize(1, 1);
    canvas.resize(500, 300);
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    EXPECT_EQ(canvas.camera(), before);
}

TEST_F(ACanvas, ScaleBoxAndCameraCorrespond) {
    canvas.setScaleDenominator(500.0);
    EXPECT_NEAR(canvas.scaleDenominator(), 500.0, 1e-9);
    EXPECT_NEAR(canvas.camera().metres_per_px, 500.0 / 3780.0, 1e-12);
    canvas.setScaleDenominator(3.0);
    EXPECT_NEAR(canvas.scaleDenominator(), 50.0, 1e-9);
    canvas.setScaleDenominator(1e12);
    EXPECT_NEAR(canvas.scaleDenominator(), 5e7, 1e-2);
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    canvas.setScaleDenominator(50.0);
    ASSERT_TRUE(testing::becomes_sharp(canvas));
}

TEST_F(ACanvas, NonsenseIsNotLookedAt) {
    const geo::Camera before = canvas.camera();
    QSignalSpy changed{&canvas, &MapCanvas::cameraChanged};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    canvas.setCamera({{nan, 0.0}, 1.0});
    canvas.setCamera({{0.0, 0.0}, nan});
    canvas.setCamera({{0.0, 0.0}, -1.0});
    canvas.setScaleDenominator(nan);
    canvas.setScaleDenominator(0.0);
    canvas.zoomBy(nan);
    canvas.zoomTo({});
    canvas.setCamera(before);
    EXPECT_EQ(canvas.camera(), before);
    EXPECT_EQ(changed.count(), 0);
}

TEST_F(ACanvas, FullExtentHoldsTheTown) {
    canvas.zoomFull();
    const Viewport view{canvas.camera(), canvas.size()};
    EXPECT_TRUE(view.extent().holds(testing::box_of_town(10, 10)));
    EXPECT_LT(view.extent().max_y - view.extent().min_y, 1.3 * 400.0);
}

TEST_F(ACanvas, WhatItWasFittedToFitsEachNewSizeUntilTheMapIsMoved) {
    canvas.zoomFull();
    for (const QSize size : {QSize{200, 150}, QSize{900, 650}, QSize{800, 500}}) {
        canvas.resize(size);
        ASSERT_TRUE(testing::becomes_sharp(canvas));
        const geo::Box extent = Viewport{canvas.camera(), canvas.size()}.extent();
        EXPECT_TRUE(extent.holds(testing::box_of_town(10, 10)));
        EXPECT_LT(extent.max_y - extent.min_y, 1.8 * 400.0);
    }
    canvas.zoomBy(1.5);
    const geo::Camera moved = canvas.camera();
    canvas.resize(900, 650);
    EXPECT_EQ(canvas.camera(), moved);
}

TEST_F(ACanvas, MarksAreDrawnAtOnce) {
    const QColor accent = colour("accent");
    EXPECT_FALSE(has_colour(middle(), accent));
    const geo::Point place = canvas.camera().centre;
    Marks marks;
    marks.lines.push_back({place, {place.x + 20.0, place.y}, QStringLiteral("7.13 m ≥ 6.00"), true});
    canvas.showMarks(marks);
    EXPECT_TRUE(has_colour(middle(), accent));
    EXPECT_TRUE(canvas.isSharp()) << "the map itself is not painted again";
    canvas.showMarks({});
    EXPECT_FALSE(has_colour(middle(), accent));
}

// Far vertices must not spoil the painter's coordinates.
TEST_F(ACanvas, ASelectionMuchLargerThanTheViewShowsTheEdgeThatIsInIt) {
    canvas.setScaleDenominator(50.0);
    const double x = canvas.camera().centre.x, y = canvas.camera().centre.y;
    Marks marks;
    marks.selected.emplace();
    marks.selected->areas = {{{{x, y - 5e6}, {x + 5e6, y - 5e6}, {x + 5e6, y + 5e6}, {x, y + 5e6}}, {}}};
    canvas.showMarks(marks);
    const QImage image = canvas.grab().toImage();
    for (const int row : {20, 200, 330}) EXPECT_EQ(image.pixelColor(300, row), colour("accent")) << row;
    EXPECT_NE(image.pixelColor(320, 200), colour("accent"));
}

TEST_F(ACanvas, ADarkMapIsPaintedAgain) {
    const QImage light = middle();
    canvas.setDarkMap(true);
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    EXPECT_NE(middle(), light);
}

TEST_F(ACanvas, AnotherLanguageIsPaintedAgain) {
    QEvent change{QEvent::LanguageChange};
    QApplication::sendEvent(&canvas, &change);
    EXPECT_FALSE(canvas.isSharp());
    EXPECT_TRUE(testing::becomes_sharp(canvas));
}

TEST_F(ACanvas, AHiddenLayerIsGone) {
    const QImage all = middle();
    canvas.showLayers({{"building", false, 1.0}});
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    EXPECT_NE(middle(), all);
    canvas.showLayers({});
    ASSERT_TRUE(testing::becomes_sharp(canvas));
    EXPECT_EQ(middle(), all);
}

TEST_F(ACanvas, TheLegendOfTheHeatComesAndGoesWithItsLayer) {
    const auto corner = [&] { return canvas.grab().toImage().copy(400, 290, 190, 100); };
    const QImage without = corner();
    auto heat = std::make_shared<geo::Heat>();
    heat->raster.crs = "EPSG:4544";
    heat->raster.grid = {{testing::town_corner.x, testing::town_corner.y + 10.0}, 10.0, 1, 1};
    heat->raster.values = {80.0F};
    heat->maximum = 80.0F;
    heat->reports = 1;
    canvas.showHeat(heat);
    EXPECT_NE(corner(), without);
    canvas.showLayers({{"heat", false, 1.0}});
    EXPECT_EQ(corner(), without);
}

}  // namespace
}  // namespace app
