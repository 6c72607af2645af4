#include "app/canvas/heat_legend.hpp"
#include "app/canvas/overlay_style.hpp"
#include "app/canvas/overlays.hpp"
#include "app/canvas/scale_bar.hpp"
#include "geo/core/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace app {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

const geo::Box box{0.0, 0.0, 10.0, 10.0};

TEST(PartsWithin, CutsAtTheEdge) {
    EXPECT_THAT(parts_within({{-5.0, 5.0}, {15.0, 5.0}}, box), ElementsAre(geo::Line{{0.0, 5.0}, {10.0, 5.0}}));
    EXPECT_THAT(parts_within({{1.0, 1.0}, {2.0, 2.0}, {2.0, 3.0}}, box), ElementsAre(geo::Line{{1.0, 1.0}, {2.0, 2.0}, {2.0, 3.0}}));
    EXPECT_THAT(parts_within({{-5.0, -1.0}, {15.0, -1.0}}, box), IsEmpty());
    EXPECT_THAT(parts_within({{-1.0, 12.0}, {12.0, -1.0}}, box), ElementsAre(geo::Line{{1.0, 10.0}, {10.0, 1.0}}));
}

// Out to the right and in again: two parts.
TEST(PartsWithin, GoesOutAndComesBack) {
    EXPECT_THAT(parts_within({{5.0, 5.0}, {15.0, 5.0}, {15.0, 7.0}, {5.0, 7.0}}, box),
                ElementsAre(geo::Line{{5.0, 5.0}, {10.0, 5.0}}, geo::Line{{10.0, 7.0}, {5.0, 7.0}}));
}

// The nearest a tag comes to a line is seen along the line's normal: what its corners have of it.
double distance_to_line(const QRectF& tag, QPointF on_line, QPointF normal) {
    double least = 1e9;
    for (const QPointF& corner : {tag.topLeft(), tag.topRight(), tag.bottomLeft(), tag.bottomRight()})
        least = std::min(least, QPointF::dotProduct(corner - on_line, normal));
    return least;
}

TEST(TagPlace, StandsClearOfItsLine) {
    const QPointF middle{500.0, 400.0};
    for (const QPointF& way : {QPointF{0, 100}, QPointF{100, 0}, QPointF{-70, 70}, QPointF{70, 71}, QPointF{3, -90}}) {
        const QPointF normal = beside(middle, middle + way);
        EXPECT_GE(normal.x(), 0.0) << "to the right";
        EXPECT_NEAR(QPointF::dotProduct(normal, way), 0.0, 1e-9);
        EXPECT_NEAR(distance_to_line(tag_place(middle, normal, {80.0, 20.0}, {1000.0, 800.0}, {}), middle, normal), 10.0, 1e-9);
    }
    EXPECT_EQ(beside({0, 0}, {100, 0}), QPointF(0, -1)) << "above a level line";
}

TEST(TagPlace, StaysInTheView) {
    const QSizeF tag{80.0, 20.0}, view{400.0, 300.0};
    const QRectF inside{0.0, 0.0, 400.0, 300.0};
    EXPECT_LT(tag_place({390.0, 100.0}, {1, 0}, tag, view, {}).right(), 390.0) << "no room on the right";
    for (const QPointF& at : {QPointF{0, 0}, QPointF{400, 300}, QPointF{-500, 1e6}, QPointF{1e6, -500}})
        for (const QPointF& away : {QPointF{1, 0}, QPointF{0, -1}, QPointF{0.6, 0.8}})
            EXPECT_TRUE(inside.contains(tag_place(at, away, tag, view, {}))) << at.x() << ' ' << at.y();
}

TEST(TagPlace, KeepsClearOfOthers) {
    std::vector<QRectF> taken;
    for (int i = 0; i < 4; ++i) {
        const QRectF place = tag_place({100.0, 100.0}, {1, 0}, {80.0, 20.0}, {400.0, 300.0}, taken);
        for (const QRectF& other : taken) EXPECT_FALSE(place.intersects(other));
        taken.push_back(place);
    }
}

TEST(ScaleBar, IsTheLongestRoundLengthThatFits) {
    // 180 m of room: 4 x 50 is too long, 3 x 50 fits and is longer than 4 x 20.
    const ScaleBar metre = choose_scale_bar(1.0, 180.0);
    EXPECT_DOUBLE_EQ(metre.part_m, 50.0);
    EXPECT_EQ(metre.parts, 3);
    EXPECT_DOUBLE_EQ(metre.part_px, 50.0);
    // As in the sketch: 60 m in three parts where 79 m fit.
    const ScaleBar close = choose_scale_bar(0.44, 180.0);
    EXPECT_DOUBLE_EQ(close.part_m, 20.0);
    EXPECT_EQ(close.parts, 3);
}

TEST(ScaleBar, FitsAtEveryScale) {
    for (double m_per_px = 0.01; m_per_px < 20'000.0; m_per_px *= 1.07) {
        const ScaleBar bar = choose_scale_bar(m_per_px, 180.0);
        const double length_px = bar.part_px * bar.parts;
        EXPECT_LE(length_px, 180.0 + 1e-6);
        EXPECT_GE(length_px, 120.0) << m_per_px;
        EXPECT_NEAR(bar.part_px * m_per_px, bar.part_m, 1e-9 * bar.part_m) << "true to scale";
    }
}

TEST(ScaleBar, WritesMetresAndKilometres) {
    EXPECT_EQ(scale_bar_number({20.0, 3, 50.0}, 0), "0");
    EXPECT_EQ(scale_bar_number({20.0, 3, 50.0}, 1), "20");
    EXPECT_EQ(scale_bar_number({20.0, 3, 50.0}, 3), "60 m");
    EXPECT_EQ(scale_bar_number({0.5, 3, 50.0}, 3), "1.5 m");
    EXPECT_EQ(scale_bar_number({500.0, 4, 50.0}, 1), "0.5");
    EXPECT_EQ(scale_bar_number({500.0, 4, 50.0}, 4), "2.0 km");
    EXPECT_EQ(scale_bar_number({500'000.0, 3, 50.0}, 3), QString::fromUtf8("1\u2009500 km"));
}

TEST(HeatLegend, NumbersAreRoundAndReachFromZeroToTheMaximum) {
    EXPECT_THAT(ramp_numbers(83.2), ElementsAre(0.0, 20.0, 40.0, 60.0, 80.0));
    EXPECT_THAT(ramp_numbers(100.0), ElementsAre(0.0, 20.0, 40.0, 60.0, 80.0, 100.0));
    EXPECT_THAT(ramp_numbers(0.034), Pointwise(DoubleNear(1e-12), {0.0, 0.01, 0.02, 0.03}));
    for (double maximum = 1e-4; maximum < 1e5; maximum *= 1.13) {
        const auto numbers = ramp_numbers(maximum);
        EXPECT_GE(numbers.size(), 3u) << maximum;
        EXPECT_LE(numbers.size(), 6u) << maximum;
        EXPECT_GE(numbers.back(), 0.5 * maximum);
    }
}

TEST(HeatLegend, NamesKernelAndBandwidth) {
    geo::HeatSettings settings;
    EXPECT_EQ(HeatLegend::kernelText(settings), QString::fromUtf8("Quartic kernel · bandwidth 50 m"));
    settings.kernel = geo::Kernel::Gaussian;
    settings.bandwidth_m = 32.5;
    EXPECT_EQ(HeatLegend::kernelText(settings), QString::fromUtf8("Gaussian kernel · bandwidth 32.5 m"));
}

TEST(HeatLegend, IsNotDrawnWithoutReportsOrRoom) {
    QImage image{600, 300, QImage::Format_RGB32};
    QPainter painter{&image};
    geo::Heat heat;
    const auto style = MapStyle::standard();
    EXPECT_TRUE(HeatLegend::draw(painter, {600.0, 300.0}, heat, *style, overlay_style(false)).isEmpty());
    heat.maximum = 80.0F;
    EXPECT_TRUE(HeatLegend::draw(painter, {200.0, 300.0}, heat, *style, overlay_style(false)).isEmpty());
    const QRectF card = HeatLegend::draw(painter, {600.0, 300.0}, heat, *style, overlay_style(false));
    EXPECT_TRUE(QRectF(0, 0, 600, 300).contains(card));
    EXPECT_GT(card.left(), 300.0) << "in the lower right corner";
}

TEST(OverlayStyle, TheFileSuppliedIsWholeAndTwoGroundsDiffer) {
    EXPECT_NE(overlay_style(false).paper, overlay_style(true).paper);
    EXPECT_GT(overlay_style(false).text_px, 10);
    EXPECT_GT(overlay_style(false).measure_halo_px, overlay_style(false).measure_px);
}

TEST(OverlayStyle, FaultsAreNamed) {
    const auto map_style = MapStyle::standard();
    EXPECT_THROW(parse_overlay_style("{", *map_style, false), geo::InvalidInput);
    EXPECT_THROW(parse_overlay_style("{}", *map_style, false), geo::InvalidInput);
    try {
        parse_overlay_style(R"({"light": {"paper": "mud"}, "strokes_mm": {}})", *map_style, false);
        FAIL();
    } catch (const geo::InvalidInput& fault) {
        EXPECT_THAT(fault.message().en, ::testing::HasSubstr("paper"));
        EXPECT_THAT(fault.message().en, ::testing::HasSubstr("mud"));
    }
}

}  // namespace
}  // namespace app
