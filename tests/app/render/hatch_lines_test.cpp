#include "app/render/hatch_lines.hpp"

#include "app/render/free_space.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace {

const QRectF view{0.0, 0.0, 200.0, 200.0};

std::vector<QLineF> hatch_lines(std::span<const QPolygonF> rings, double angle_deg, double spacing, QPointF origin,
                                bool is_nonzero = false) {
    const app::HatchRaster raster{angle_deg, spacing, origin, view};
    return app::hatch_lines(app::hatch_spans(rings, raster, is_nonzero), raster);
}

QPolygonF box(double x, double y, double w, double h) { return {{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}}; }

double total_length(const std::vector<QLineF>& lines) {
    double sum = 0.0;
    for (const QLineF& line : lines) sum += line.length();
    return sum;
}

// Level lines 4 apart over a box 40 x 20: five of them, 40 long each.
TEST(HatchLines, CoverABox) {
    const QPolygonF ring = box(50, 51, 40, 20);
    const auto lines = hatch_lines({&ring, 1}, 0.0, 4.0, {0.0, 0.0});
    ASSERT_EQ(lines.size(), 5u);
    for (const QLineF& line : lines) {
        EXPECT_NEAR(line.length(), 40.0, 1e-9);
        EXPECT_NEAR(std::remainder(line.y1(), 4.0), 0.0, 1e-9);
    }
}

// Whatever the angle, lines × spacing is the area, as spacing gets small.
TEST(HatchLines, LeaveOutHoles) {
    const std::vector<QPolygonF> rings{box(20, 20, 100, 80), box(40, 40, 30, 20)};
    for (const double angle : {0.0, 45.0, 90.0, 135.0, 17.0})
        EXPECT_NEAR(total_length(hatch_lines(rings, angle, 0.25, {3.0, 5.0})) * 0.25, 100.0 * 80.0 - 30.0 * 20.0, 15.0)
            << angle;
}

TEST(HatchLines, AnglesRunAnticlockwise) {
    const QPolygonF ring = box(50, 50, 40, 40);
    const auto lines = hatch_lines({&ring, 1}, 45.0, 5.0, {});
    ASSERT_FALSE(lines.empty());
    // On a screen y runs down: going right, a line at 45 degrees goes up.
    for (const QLineF& line : lines) EXPECT_NEAR((line.y2() - line.y1()) / (line.x2() - line.x1()), -1.0, 1e-9);
}

// Panning by any amount shifts the lines with the map: they do not swim.
TEST(HatchLines, MoveWithTheMap) {
    const QPolygonF ring = box(50, 50, 60, 40);
    const QPointF by{7.3, -11.9};
    const auto before = hatch_lines({&ring, 1}, 45.0, 5.0, {1000.0, -2000.0});
    const QPolygonF moved = ring.translated(by);
    const auto after = hatch_lines({&moved, 1}, 45.0, 5.0, QPointF{1000.0, -2000.0} + by);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_LT(QLineF(before[i].p1() + by, after[i].p1()).length(), 1e-6);
}

TEST(HatchLines, StayInTheViewHoweverLargeTheArea) {
    const QPolygonF ring = box(-1e7, -1e7, 2e7, 2e7);
    const auto lines = hatch_lines({&ring, 1}, 45.0, 5.0, {});
    EXPECT_LT(lines.size(), 100u);
    EXPECT_GT(lines.size(), 40u);
    for (const QLineF& line : lines) EXPECT_LT(line.length(), 600.0);
}

TEST(HatchLines, NonZeroFillsOverlapsOnce) {
    const std::vector<QPolygonF> rings{box(20, 20, 40, 40), box(40, 20, 40, 40)};
    EXPECT_NEAR(total_length(hatch_lines(rings, 0.0, 0.5, {}, true)) * 0.5, 60.0 * 40.0, 40.0);
    EXPECT_NEAR(total_length(hatch_lines(rings, 0.0, 0.5, {}, false)) * 0.5, 40.0 * 40.0, 40.0);
}

TEST(HatchLines, AreasThatOverlapAreHatchedOnce) {
    const app::HatchRaster raster{0.0, 0.5, {}, view};
    const QPolygonF a = box(20, 20, 40, 40), b = box(40, 30, 40, 40);
    auto spans = app::hatch_spans({&a, 1}, raster);
    const auto more = app::hatch_spans({&b, 1}, raster);
    spans.insert(spans.end(), more.begin(), more.end());
    EXPECT_NEAR(total_length(app::hatch_lines(spans, raster)) * 0.5, 2.0 * 1600.0 - 20.0 * 30.0, 40.0);
}

TEST(HatchLines, NothingComesOfNothing) {
    const QPolygonF empty, point{{{5, 5}}}, odd{{{5, 5}, {std::nan(""), 8}, {9, 9}}};
    for (const QPolygonF& ring : {empty, point}) EXPECT_TRUE(hatch_lines({&ring, 1}, 45.0, 4.0, {}).empty());
    for (const QLineF& line : hatch_lines({&odd, 1}, 45.0, 1.0, {})) EXPECT_TRUE(std::isfinite(line.length()));
}

TEST(FreeSpace, TouchingIsNoOverlap) {
    EXPECT_FALSE(app::overlap(box(0, 0, 10, 10), box(10, 0, 10, 10)));
    EXPECT_TRUE(app::overlap(box(0, 0, 10, 10), box(9, 9, 10, 10)));
    EXPECT_FALSE(app::overlap(app::turned_box({0, 0}, {40, 4}, 45.0), app::turned_box({14, 0}, {40, 4}, 45.0)));
}

// Against comparing everything with everything.
TEST(FreeSpace, FindsWhatIsTakenOverAllCells) {
    std::mt19937 random{7};
    std::uniform_real_distribution<double> place{-500.0, 500.0}, size{1.0, 160.0}, angle{-90.0, 90.0};
    app::FreeSpace space;
    std::vector<QPolygonF> taken;
    for (int i = 0; i < 400; ++i) {
        const QPolygonF next =
            app::turned_box({place(random), place(random)}, {size(random), 0.2 * size(random)}, angle(random));
        const bool is_free = std::ranges::none_of(taken, [&](const QPolygonF& t) { return app::overlap(t, next); });
        EXPECT_EQ(space.is_free(next), is_free);
        if (is_free) space.take(next), taken.push_back(next);
    }
    EXPECT_GT(taken.size(), 50u);
    EXPECT_LT(taken.size(), 350u);
}

}  // namespace
