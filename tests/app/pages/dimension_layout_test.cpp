#include "app/pages/dimension_layout.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace {

using app::page_px;

const app::DimensionMarks& look() { return app::MapMarks::standard().dimension; }

QLineF line_mm(double x1, double y1, double x2, double y2) { return {page_px(x1), page_px(y1), page_px(x2), page_px(y2)}; }

struct Frame {
    QRectF inside{page_px(2), page_px(2), page_px(96), page_px(96)};
    app::FreeSpace taken{500.0}, sites{500.0};

    std::vector<std::optional<app::PlacedDimension>> place(const std::vector<app::DimensionWish>& wishes) {
        return app::place_dimensions(wishes, {inside, taken, sites}, look());
    }
};

TEST(DimensionLayout, ReadsFromBelowOrFromTheRight) {
    EXPECT_NEAR(app::reading_angle({0, 0, 10, 0}), 0.0, 1e-9);
    EXPECT_NEAR(app::reading_angle({10, 0, 0, 0}), 0.0, 1e-9);
    EXPECT_NEAR(app::reading_angle({0, 0, 0, 10}), -90.0, 1e-9);
    EXPECT_NEAR(app::reading_angle({0, 10, 0, 0}), -90.0, 1e-9);
    EXPECT_NEAR(app::reading_angle({0, 0, 10, 10}), 45.0, 1e-9);
    EXPECT_NEAR(app::reading_angle({0, 0, 10, -10}), -45.0, 1e-9);
    EXPECT_NEAR(app::reading_angle({0, 0, 0.1, 10}), -90.573, 1e-3);
}

TEST(DimensionLayout, StandsAlongALineThatIsLongEnough) {
    Frame frame;
    const auto placed = frame.place({{line_mm(20, 50, 80, 50), "7.13 m", "≥ 6.00 · 渝2024-20"}});
    ASSERT_TRUE(placed[0]);
    EXPECT_TRUE(placed[0]->leader.isEmpty());
    EXPECT_EQ(placed[0]->angle_deg, 0.0);
    EXPECT_LT(placed[0]->value_at.y(), page_px(50.0));
    EXPECT_GT(placed[0]->tag_at.y(), page_px(50.0));
    // Value bold 2.5, tag 1.9.
    EXPECT_NEAR(placed[0]->value_room.boundingRect().height(), page_px(2.5), 1.0);
    EXPECT_NEAR(placed[0]->tag_room.boundingRect().height(), page_px(1.9), 1.0);
}

TEST(DimensionLayout, MovesOutsideOfAShortLine) {
    Frame frame;
    const auto placed = frame.place({{line_mm(50, 50, 53, 50), "0.75 m", "≥ 0.50 · GB 50016 7.1.8"}, {line_mm(30, 30, 30, 30), "0.00 m", "不得占用"}});
    for (const auto& p : placed) {
        ASSERT_TRUE(p);
        ASSERT_EQ(p->leader.size(), 3);
        EXPECT_EQ(p->leader[0], p->wish.line.center());
        EXPECT_EQ(p->angle_deg, 0.0);
        // The shelf reaches under the longer text.
        EXPECT_NEAR(QLineF(p->leader[1], p->leader[2]).length(), page_px(0.6) + std::max(p->value_room.boundingRect().width(), p->tag_room.boundingRect().width()), 1.0);
    }
}

TEST(DimensionLayout, LeavesOutWhatLeavesTheFrameOrFindsNoRoom) {
    Frame frame;
    EXPECT_FALSE(frame.place({{line_mm(50, 50, 120, 50), "70.00 m", "≥ 6.00"}})[0]);
    Frame full;
    full.sites.take(QPolygonF{QRectF{0, 0, page_px(100), page_px(100)}});
    EXPECT_FALSE(full.place({{line_mm(50, 50, 80, 50), "7.13 m", "≥ 6.00"}})[0]);
}

double common_area(const QPolygonF& a, const QPolygonF& b) {
    const QPolygonF common = a.intersected(b);
    double twice = 0.0;
    for (qsizetype i = 0; i + 1 < common.size(); ++i) twice += common[i].x() * common[i + 1].y() - common[i + 1].x() * common[i].y();
    return 0.5 * std::abs(twice);
}

// By Qt's own clipping, which placing does not use.
TEST(DimensionLayoutProperty, NoTextCoversAnotherNorALineNorASite) {
    std::size_t placed_count = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        std::uniform_real_distribution<double> place{10.0, 90.0}, length{0.0, 30.0}, angle{0.0, 2.0 * M_PI};
        Frame frame;
        std::vector<QPolygonF> sites;
        for (int i = 0; i < 4; ++i) {
            sites.push_back(app::turned_box({page_px(place(random)), page_px(place(random))}, {page_px(20), page_px(8)}, 57.0 * angle(random)));
            frame.sites.take(sites.back());
        }
        std::vector<app::DimensionWish> wishes;
        for (int i = 0; i < 10; ++i) {
            const double x = place(random), y = place(random), l = i % 5 == 0 ? 0.0 : length(random), a = angle(random);
            wishes.push_back({line_mm(x, y, x + l * std::cos(a), y + l * std::sin(a)), QStringLiteral("%1 m").arg(l, 0, 'f', 2), QStringLiteral("≥ 6.00 · 渝2024-20")});
        }
        const auto placed = frame.place(wishes);
        std::vector<QPolygonF> texts;
        std::vector<QLineF> lines;
        for (const auto& p : placed) {
            if (!p) continue;
            ++placed_count;
            texts.push_back(p->value_room), texts.push_back(p->tag_room);
            lines.push_back(p->wish.line);
            for (qsizetype i = 1; i < p->leader.size(); ++i) lines.push_back({p->leader[i - 1], p->leader[i]});
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            EXPECT_TRUE(frame.inside.contains(texts[i].boundingRect()));
            for (std::size_t j = 0; j < i; ++j) EXPECT_LT(common_area(texts[i], texts[j]), 1.0);
            for (const QPolygonF& site : sites) EXPECT_LT(common_area(texts[i], site), 1.0);
            for (const QLineF& line : lines)
                for (double t = 0.0; t <= 1.0; t += 0.01)
                    if (line.length() > 0.0) { EXPECT_FALSE(texts[i].containsPoint(line.pointAt(t), Qt::OddEvenFill)); }
        }
    }
    EXPECT_GT(placed_count, 250u);
}

}  // namespace
