#include "app/canvas/map_canvas.hpp"
#include "app/canvas/viewport.hpp"
#include "tests/app/canvas/town.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace app {
namespace {

/// 600 x 400 px at 0.5 m a pixel.
class CanvasTools : public ::testing::Test {
   protected:
    void SetUp() override {
        canvas.resize(600, 400);
        canvas.show();
        canvas.showData(testing::town(10, 10));
        canvas.setCamera(start);
    }
    Viewport view() const { return {canvas.camera(), canvas.size()}; }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(&canvas, button, {}, from);
        move((from + to) / 2, button);
        move(to, button);
        QTest::mouseRelease(&canvas, button, {}, to);
    }
    /// QTest::mouseMove says no buttons.
    void move(QPoint to, Qt::MouseButtons buttons = Qt::NoButton) {
        QMouseEvent event{QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton, buttons, {}};
        QApplication::sendEvent(&canvas, &event);
    }
    void wheel(QPointF at, int angle, Qt::KeyboardModifiers modifiers = {}, QPoint pixels = {}, Qt::ScrollPhase phase = Qt::NoScrollPhase) {
        QWheelEvent event{at, canvas.mapToGlobal(at), pixels, {0, angle}, Qt::NoButton, modifiers, phase, false};
        QApplication::sendEvent(&canvas, &event);
    }
    void click(QPoint at) { QTest::mouseClick(&canvas, Qt::LeftButton, {}, at); }
    void expect_moved_by(double x_px, double y_px) const {
        EXPECT_NEAR(canvas.camera().centre.x, start.centre.x - 0.5 * x_px, 1e-9);
        EXPECT_NEAR(canvas.camera().centre.y, start.centre.y + 0.5 * y_px, 1e-9);
        EXPECT_EQ(canvas.camera().metres_per_px, 0.5);
    }

    const geo::Camera start{{testing::town_corner.x + 200.0, testing::town_corner.y + 200.0}, 0.5};
    MapCanvas canvas;
};

TEST_F(CanvasTools, PanFollowsTheHand) {
    ASSERT_EQ(canvas.tool(), Tool::Pan);
    EXPECT_EQ(canvas.cursor().shape(), Qt::OpenHandCursor);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 100});
    EXPECT_EQ(canvas.cursor().shape(), Qt::ClosedHandCursor);
    move({160, 90}, Qt::LeftButton);
    expect_moved_by(60, -10);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {170, 90});
    expect_moved_by(70, -10);
    EXPECT_EQ(canvas.cursor().shape(), Qt::OpenHandCursor);
    move({300, 300});
    expect_moved_by(70, -10);
}

// From (100, 100) to (400, 200): 150 m wide fill 600 px, so 0.25 m a pixel.
TEST_F(CanvasTools, ZoomBoxShowsTheBox) {
    canvas.setTool(Tool::ZoomBox);
    EXPECT_EQ(canvas.cursor().shape(), Qt::CrossCursor);
    const geo::Point middle = view().to_map({250.0, 150.0});
    drag({400, 200}, {100, 100});
    EXPECT_NEAR(canvas.camera().metres_per_px, 0.25, 1e-12);
    EXPECT_NEAR(canvas.camera().centre.x, middle.x, 1e-9);
    EXPECT_NEAR(canvas.camera().centre.y, middle.y, 1e-9);
}

TEST_F(CanvasTools, ZoomBoxOfAClickZoomsAboutIt) {
    canvas.setTool(Tool::ZoomBox);
    const geo::Point place = view().to_map({150.0, 120.0});
    click({150, 120});
    EXPECT_DOUBLE_EQ(canvas.camera().metres_per_px, 0.25);
    EXPECT_NEAR(view().to_map({150.0, 120.0}).x, place.x, 1e-9);
}

TEST_F(CanvasTools, EscapeDropsTheZoomBox) {
    canvas.setTool(Tool::ZoomBox);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 100});
    move({300, 300}, Qt::LeftButton);
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {300, 300});
    EXPECT_EQ(canvas.camera(), start);
}

TEST_F(CanvasTools, IdentifyTellsPlaceAndTolerance) {
    canvas.setTool(Tool::Identify);
    std::vector<std::pair<geo::Point, double>> told;
    QObject::connect(&canvas, &MapCanvas::identified, &canvas, [&](const geo::Point& place, double within_m) { told.emplace_back(place, within_m); });
    click({350, 180});
    ASSERT_EQ(told.size(), 1u);
    EXPECT_NEAR(told[0].first.x, start.centre.x + 25.0, 1e-9);
    EXPECT_NEAR(told[0].first.y, start.centre.y + 10.0, 1e-9);
    EXPECT_NEAR(told[0].second, 5 * 0.5, 1e-9);
    drag({350, 180}, {250, 180});
    EXPECT_EQ(told.size(), 1u) << "a drag asks nothing";
    expect_moved_by(-100, 0);
}

// 200 px and 100 px at 0.5 m a pixel: 100 m and 50 m; on the central meridian a grid metre is a ground metre.
TEST_F(CanvasTools, MeasureAddsUpTheClicks) {
    canvas.setTool(Tool::Measure);
    QSignalSpy measured{&canvas, &MapCanvas::measured};
    click({100, 100});
    click({300, 100});
    click({300, 200});
    EXPECT_EQ(measured.count(), 0);
    QTest::keyClick(&canvas, Qt::Key_Return);
    ASSERT_EQ(measured.count(), 1);
    EXPECT_NEAR(measured[0][0].toDouble(), 150.0, 1e-3);
    // The next click begins anew.
    click({100, 100});
    click({100, 140});
    QTest::keyClick(&canvas, Qt::Key_Enter);
    ASSERT_EQ(measured.count(), 2);
    EXPECT_NEAR(measured[1][0].toDouble(), 20.0, 1e-3);
}

TEST_F(CanvasTools, MeasureEndsWithADoubleClick) {
    canvas.setTool(Tool::Measure);
    QSignalSpy measured{&canvas, &MapCanvas::measured};
    click({100, 100});
    click({300, 100});
    click({300, 200});
    QTest::mouseDClick(&canvas, Qt::LeftButton, {}, {300, 200});  // Of a widget it makes the second press alone.
    ASSERT_EQ(measured.count(), 1);
    EXPECT_NEAR(measured[0][0].toDouble(), 150.0, 1e-3) << "its first press lays the last vertex, its second none";
}

TEST_F(CanvasTools, MeasureTakesBackAndDrops) {
    canvas.setTool(Tool::Measure);
    QSignalSpy measured{&canvas, &MapCanvas::measured};
    const QImage before = canvas.grab().toImage();
    click({100, 100});
    click({300, 100});
    EXPECT_NE(canvas.grab().toImage(), before);
    click({300, 300});
    QTest::keyClick(&canvas, Qt::Key_Backspace);
    QTest::keyClick(&canvas, Qt::Key_Return);
    ASSERT_EQ(measured.count(), 1);
    EXPECT_NEAR(measured[0][0].toDouble(), 100.0, 1e-3);
    QTest::keyClick(&canvas, Qt::Key_Escape);
    click({100, 100});
    click({300, 100});
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QTest::keyClick(&canvas, Qt::Key_Return);
    EXPECT_EQ(measured.count(), 1);
}

TEST_F(CanvasTools, TheLineStaysOverItsPlacesWhileTheMapMoves) {
    canvas.setTool(Tool::Measure);
    QSignalSpy measured{&canvas, &MapCanvas::measured};
    click({100, 100});
    wheel({300.0, 200.0}, -240);
    canvas.setCamera(start);
    click({200, 100});
    QTest::keyClick(&canvas, Qt::Key_Return);
    ASSERT_EQ(measured.count(), 1);
    EXPECT_NEAR(measured[0][0].toDouble(), 50.0, 1e-3);
}

TEST_F(CanvasTools, MiddleButtonAndSpacePanInEveryTool) {
    for (const Tool tool : {Tool::Pan, Tool::ZoomBox, Tool::Identify, Tool::Measure}) {
        SCOPED_TRACE(static_cast<int>(tool));
        canvas.setTool(tool);
        QSignalSpy asked{&canvas, &MapCanvas::identified};
        canvas.setCamera(start);
        drag({300, 200}, {340, 210}, Qt::MiddleButton);
        expect_moved_by(40, 10);
        canvas.setCamera(start);
        QTest::keyPress(&canvas, Qt::Key_Space);
        EXPECT_EQ(canvas.cursor().shape(), Qt::OpenHandCursor);
        drag({300, 200}, {270, 180});
        QTest::keyRelease(&canvas, Qt::Key_Space);
        expect_moved_by(-30, -20);
        EXPECT_EQ(asked.count(), 0);
    }
}

TEST_F(CanvasTools, AnotherButtonDuringAGestureChangesNothing) {
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 100});
    QTest::mousePress(&canvas, Qt::MiddleButton, {}, {100, 100});
    QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, {100, 100});
    move({120, 100}, Qt::LeftButton);
    expect_moved_by(20, 0);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {120, 100});
}

TEST_F(CanvasTools, TheWheelZoomsAboutTheCursor) {
    const QPointF cursor{420.0, 90.0};
    const geo::Point place = view().to_map(cursor);
    wheel(cursor, 120);
    const double step = 0.5 / canvas.camera().metres_per_px;
    EXPECT_GT(step, 1.2);
    EXPECT_NEAR(view().to_map(cursor).x, place.x, 1e-9);
    EXPECT_NEAR(view().to_map(cursor).y, place.y, 1e-9);
    wheel(cursor, -120);
    EXPECT_NEAR(canvas.camera().metres_per_px, 0.5, 1e-12);
    for (const Qt::KeyboardModifier fine : {Qt::ShiftModifier, Qt::ControlModifier}) {
        canvas.setCamera(start);
        wheel(cursor, 120, fine);
        EXPECT_GT(0.5 / canvas.camera().metres_per_px, 1.01);
        EXPECT_LT(0.5 / canvas.camera().metres_per_px, 1.0 + 0.5 * (step - 1.0));
    }
}

TEST_F(CanvasTools, ATouchpadZoomsSmoothly) {
    wheel({300.0, 200.0}, 24, {}, {0, 6}, Qt::ScrollUpdate);
    const double small = 0.5 / canvas.camera().metres_per_px;
    EXPECT_GT(small, 1.0);
    EXPECT_LT(small, 1.1);
    wheel({300.0, 200.0}, 24, {}, {0, 6}, Qt::ScrollUpdate);
    EXPECT_NEAR(0.5 / canvas.camera().metres_per_px, small * small, 1e-9);
}

TEST_F(CanvasTools, KeysMoveTheMap) {
    QTest::keyClick(&canvas, Qt::Key_Right);
    EXPECT_GT(canvas.camera().centre.x, start.centre.x);
    QTest::keyClick(&canvas, Qt::Key_Left);
    QTest::keyClick(&canvas, Qt::Key_Up);
    EXPECT_GT(canvas.camera().centre.y, start.centre.y);
    QTest::keyClick(&canvas, Qt::Key_Down);
    EXPECT_EQ(canvas.camera(), start);
    QTest::keyClick(&canvas, Qt::Key_Plus);
    EXPECT_LT(canvas.camera().metres_per_px, 0.5);
    QTest::keyClick(&canvas, Qt::Key_Minus);
    EXPECT_NEAR(canvas.camera().metres_per_px, 0.5, 1e-12);
    canvas.zoomFull();
    const geo::Camera full = canvas.camera();
    canvas.setCamera(start);
    QTest::keyClick(&canvas, Qt::Key_Home);
    EXPECT_EQ(canvas.camera(), full);
}

TEST_F(CanvasTools, ThePointerIsTold) {
    std::vector<geo::Point> told;
    QObject::connect(&canvas, &MapCanvas::pointerMoved, &canvas, [&](const geo::Point& place) { told.push_back(place); });
    QSignalSpy left{&canvas, &MapCanvas::pointerLeft};
    move({310, 200});
    ASSERT_EQ(told.size(), 1u);
    EXPECT_NEAR(told[0].x, start.centre.x + 5.0, 1e-9);
    QEvent leave{QEvent::Leave};
    QApplication::sendEvent(&canvas, &leave);
    EXPECT_EQ(left.count(), 1);
}

TEST_F(CanvasTools, ChangingTheToolIsToldAndEndsItsGesture) {
    QSignalSpy changed{&canvas, &MapCanvas::toolChanged};
    canvas.setTool(Tool::Measure);
    canvas.setTool(Tool::Measure);
    EXPECT_EQ(changed.count(), 1);
    QSignalSpy measured{&canvas, &MapCanvas::measured};
    click({100, 100});
    click({200, 100});
    canvas.setTool(Tool::Pan);
    canvas.setTool(Tool::Measure);
    QTest::keyClick(&canvas, Qt::Key_Return);
    EXPECT_EQ(measured.count(), 0);
}

TEST_F(CanvasTools, AsksForAMenuWhereTheRightButtonIsPressed) {
    geo::Point place;
    QPoint global;
    int asked = 0;
    QObject::connect(&canvas, &MapCanvas::contextMenuAsked, [&](const geo::Point& at, double within_m, const QPoint& where) {
        ++asked, place = at, global = where;
        EXPECT_DOUBLE_EQ(within_m, 2.5);
    });
    const auto ask = [this](QContextMenuEvent::Reason reason, QPoint at) {
        QContextMenuEvent event{reason, at, canvas.mapToGlobal(at)};
        QApplication::sendEvent(&canvas, &event);
    };
    ask(QContextMenuEvent::Mouse, {100, 50});
    EXPECT_EQ(asked, 1);
    EXPECT_NEAR(place.x, start.centre.x - 100.0, 1e-9);
    EXPECT_NEAR(place.y, start.centre.y + 75.0, 1e-9);
    EXPECT_EQ(global, canvas.mapToGlobal(QPoint{100, 50}));
    ask(QContextMenuEvent::Keyboard, {0, 0});  // The key's place says nothing: the middle is meant.
    EXPECT_EQ(global, canvas.mapToGlobal(canvas.rect().center()));
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {100, 100});
    ask(QContextMenuEvent::Mouse, {100, 50});
    EXPECT_EQ(asked, 2);  // Not while something is dragged.
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {100, 100});
}

}  // namespace
}  // namespace app
