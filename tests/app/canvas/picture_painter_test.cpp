#include "app/canvas/picture_painter.hpp"

#include "tests/app/canvas/town.hpp"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace app {
namespace {

MapScene content_of(std::shared_ptr<const MapData> data) {
    MapScene scene;
    scene.data = std::move(data);
    return scene;
}

Viewport view_at(double x, double metres_per_px = 0.5) {
    return {{{testing::town_corner.x + x, testing::town_corner.y + 200.0}, metres_per_px}, {600.0, 400.0}};
}

bool is_done(const PicturePainter& painter) {
    return QTest::qWaitFor([&] { return !painter.isPainting(); }, 30'000);
}

/// Looks at a view and waits for its picture. @return false where none came
bool looks_at(PicturePainter& painter, const Viewport& view, double device_ratio = 1.0) {
    painter.look(view, device_ratio);
    return is_done(painter);
}

TEST(PicturePainter, PaintsMoreThanTheView) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    ASSERT_TRUE(looks_at(painter, view_at(200.0), 2.0));
    EXPECT_TRUE(painter.isSharp());
    const Picture& picture = painter.picture();
    EXPECT_EQ(picture.image.devicePixelRatio(), 2.0);
    EXPECT_EQ(picture.image.size(), (picture.view.size * 2.0).toSize());
    EXPECT_GE(picture.view.size.width(), 1.5 * 600.0);
    EXPECT_GE(picture.view.size.height(), 1.5 * 400.0);
    EXPECT_TRUE(picture.view.extent().holds(view_at(200.0).extent()));
}

TEST(PicturePainter, PanningInsideTheMarginNeedsNoNewPicture) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    ASSERT_TRUE(looks_at(painter, view_at(200.0)));
    painter.look(view_at(200.0 + 20 * 0.5), 1.0);
    EXPECT_FALSE(painter.isPainting());
    EXPECT_TRUE(painter.isSharp());
}

// 150 px lie beyond the view; with less than 120 left ahead the next picture is begun, and reaches further ahead than behind.
TEST(PicturePainter, PaintsAheadOfAPan) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    ASSERT_TRUE(looks_at(painter, view_at(200.0)));
    QSignalSpy painted{&painter, &PicturePainter::painted};
    const Viewport moved = view_at(200.0 + 60 * 0.5);
    painter.look(moved, 1.0);
    EXPECT_TRUE(painter.isPainting());
    EXPECT_TRUE(painter.isWhole()) << "what is seen is there all the while";
    ASSERT_TRUE(is_done(painter));
    EXPECT_EQ(painted.count(), 1);
    const geo::Box picture = painter.picture().view.extent(), view = moved.extent();
    EXPECT_GE(picture.max_x - view.max_x, 2.0 * (view.min_x - picture.min_x));
    EXPECT_TRUE(picture.holds(view));
}

// A pan faster than the worker: the picture that it is at will do as long as the view is within it.
TEST(PicturePainter, APanDoesNotCancelThePictureThatItNeeds) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    ASSERT_TRUE(looks_at(painter, view_at(200.0)));
    QSignalSpy painted{&painter, &PicturePainter::painted};
    for (int i = 1; i <= 6; ++i) painter.look(view_at(200.0 + 30 * 0.5 * i), 1.0);
    const double begun_at = 200.0 + 30 * 0.5 * 2;  // The second step leaves less than 120 px.
    ASSERT_TRUE(QTest::qWaitFor([&] { return painted.count() == 1; }, 30'000));
    EXPECT_NEAR(painter.picture().view.extent().min_x, view_at(begun_at).extent().min_x - 60 * 0.5, 1.0);
}

TEST(PicturePainter, TheNewestNeedWins) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    QSignalSpy painted{&painter, &PicturePainter::painted};
    for (int i = 0; i < 20; ++i) painter.look(view_at(200.0, 0.5 + 0.01 * i), 1.0);
    ASSERT_TRUE(is_done(painter));
    EXPECT_EQ(painted.count(), 2) << "of twenty only the last is seen: the view, then its margin";
    EXPECT_EQ(painter.picture().view.camera.metres_per_px, 0.5 + 0.19);
}

TEST(PicturePainter, GoingBackToWhatIsAtHandStopsTheWorker) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    ASSERT_TRUE(looks_at(painter, view_at(200.0)));
    QSignalSpy painted{&painter, &PicturePainter::painted};
    QSignalSpy busy{&painter, &PicturePainter::busyChanged};
    painter.look(view_at(200.0, 0.7), 1.0);
    EXPECT_FALSE(painter.isSharp());
    painter.look(view_at(200.0), 1.0);
    EXPECT_TRUE(painter.isSharp());
    QTest::qWait(200);
    EXPECT_EQ(painted.count(), 0);
    ASSERT_EQ(busy.count(), 2);
    EXPECT_TRUE(busy[0][0].toBool());
    EXPECT_FALSE(busy[1][0].toBool());
}

TEST(PicturePainter, TheOldPictureStaysUntilTheNewContentIsPainted) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    ASSERT_TRUE(looks_at(painter, view_at(200.0)));
    const QImage old = painter.picture().image;
    MapScene dark = content_of(testing::town(10, 10));
    dark.is_dark = true;
    painter.showContent(std::move(dark));
    EXPECT_FALSE(painter.isSharp());
    EXPECT_EQ(painter.picture().image, old);
    ASSERT_TRUE(is_done(painter));
    EXPECT_NE(painter.picture().image, old);
}

TEST(PicturePainter, AWiderPictureIsKeptBehind) {
    PicturePainter painter;
    painter.showContent(content_of(testing::town(10, 10)));
    ASSERT_TRUE(looks_at(painter, view_at(200.0, 1.0)));
    EXPECT_TRUE(painter.backdrop().image.isNull());
    ASSERT_TRUE(looks_at(painter, view_at(200.0, 0.25)));
    EXPECT_EQ(painter.backdrop().view.camera.metres_per_px, 1.0);
    ASSERT_TRUE(looks_at(painter, view_at(200.0, 4.0)));
    EXPECT_TRUE(painter.backdrop().image.isNull()) << "nothing of it would be seen";
}

TEST(PicturePainter, NothingToShowIsAnEmptySheet) {
    PicturePainter painter;
    painter.look({{{0.0, 0.0}, 1.0}, {0.0, 0.0}}, 1.0);
    EXPECT_FALSE(painter.isPainting()) << "no room";
    ASSERT_TRUE(looks_at(painter, {{{0.0, 0.0}, 1.0}, {1.0, 1.0}}));
    EXPECT_TRUE(painter.isSharp());
}

// The hazards' density stands for more than 200 of them in view. 150 are in the view and 196 more in its margin:
// they are drawn.
TEST(PicturePainter, TheMarginDoesNotCountAsSeen) {
    PicturePainter painter;
    MapScene scene = content_of(testing::hazards(20, 20));
    auto heat = std::make_shared<geo::Heat>();
    heat->raster.crs = "EPSG:4544";
    heat->raster.grid = {{testing::town_corner.x, testing::town_corner.y + 10.0}, 10.0, 1, 1};
    heat->raster.values = {1.0F};
    heat->maximum = 1.0F;
    scene.heat = heat;
    painter.showContent(scene);
    // 600 x 400 px at 1 m: 15 x 10 of one every 40 m, and at 1.4 m 21 x 14.
    const QColor hazard{"#E86A17"};
    const auto has_hazards = [&] {
        const QImage& image = painter.picture().image;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == hazard) return true;
        return false;
    };
    const geo::Point middle{testing::town_corner.x + 400.0, testing::town_corner.y + 400.0};
    ASSERT_TRUE(looks_at(painter, {{middle, 1.0}, {600.0, 400.0}}));
    EXPECT_TRUE(has_hazards());
    ASSERT_TRUE(looks_at(painter, {{middle, 1.4}, {600.0, 400.0}}));
    EXPECT_FALSE(has_hazards());
}

// A picture that takes long ends at once with its painter, as the worker looks often whether it should.
TEST(PicturePainter, EndsWhilePainting) {
    const auto data = testing::large_town();
    const Viewport all{{data->extent().centre(), 8.0}, {1440.0, 900.0}};
    QElapsedTimer clock;
    double whole_ms = 0.0;
    {
        PicturePainter painter;
        painter.showContent(content_of(data));
        ASSERT_TRUE(looks_at(painter, all, 2.0));
        whole_ms = painter.picture().paint_ms;
    }
    auto painter = std::make_unique<PicturePainter>();
    QSignalSpy painted{painter.get(), &PicturePainter::painted};
    painter->showContent(content_of(data));
    painter->look(all, 2.0);
    QTest::qWait(20);
    ASSERT_TRUE(painter->isPainting());
    clock.start();
    painter.reset();
    EXPECT_LT(static_cast<double>(clock.elapsed()), 0.5 * whole_ms);
    EXPECT_EQ(painted.count(), 0);
}

}  // namespace
}  // namespace app
