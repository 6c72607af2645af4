#include "app/render/legend.hpp"
#include "tests/app/pages/map_pdf.hpp"
#include "tests/app/pages/paper_town.hpp"

#include <QLineF>
#include <QPainter>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using paper_town::Town;

struct Place {
    const char* crs;
    geo::Point corner;
};

class SheetMapScale : public testing::TestWithParam<Place> {};

// 320 km east of a central meridian the grid is 1.3 per mille longer than the ground, on a UTM meridian 0.4 shorter.
TEST_P(SheetMapScale, ShowsAWallOfTwentyGroundMetresFortyMillimetresLong) {
    const Town town{GetParam().crs, GetParam().corner};
    ASSERT_GT(std::abs(town.scale - 1.0), 3e-4);
    const MapPdf pdf{[&](QPainter& painter) { app::draw_sheet_map(painter, town.source, town.map(), {}, geo::Language::Chinese); }};
    const auto walls = pdf.filled(QColor{"#A08D73"});
    ASSERT_EQ(walls.size(), 1u);
    ASSERT_EQ(walls[0].size(), 4);
    const double length = QLineF{walls[0][0], walls[0][1]}.length(), depth = QLineF{walls[0][1], walls[0][2]}.length();
    EXPECT_NEAR(std::max(length, depth), 40.0, 0.1);
    // Finer than asked for: the grid's own 20 m would be off by more.
    EXPECT_NEAR(std::max(length, depth), 40.0, 0.005);
    EXPECT_NEAR(std::min(length, depth), 24.0, 0.005);
    // The building's middle lies 10 m west and 5 m north of the map's.
    EXPECT_NEAR(walls[0].boundingRect().center().x(), 33.0 + 110.0 - 20.0, 0.02);
    EXPECT_NEAR(walls[0].boundingRect().center().y(), 24.0 + 90.0 - 10.0, 0.02);
}

INSTANTIATE_TEST_SUITE_P(Far, SheetMapScale, testing::Values(Place{"EPSG:4545", {820000.0, 3300000.0}}, Place{"EPSG:32648", {500000.0, 3300000.0}}));

std::vector<app::DimensionLine> all_lines(const Town& town) {
    std::vector<app::DimensionLine> lines;
    for (const char* site : {"C1-S1", "C1-S2"})
        for (app::DimensionLine& line : app::dimension_lines(town.source, town.site(site))) lines.push_back(std::move(line));
    return lines;
}

TEST(SheetMapPdf, HoldsNoImageThoughThereIsHeat) {
    const Town town;
    app::SheetMap map = town.map();
    map.has_heat = true;
    const MapPdf pdf{[&](QPainter& painter) {
        const app::DrawnMap drawn = app::draw_sheet_map(painter, town.source, map, all_lines(town), geo::Language::Chinese);
        EXPECT_THAT(drawn.layers, testing::Contains("heat"));
        double y = 1000.0;
        for (const app::LegendLine& line : app::legend_lines(town.source.map->style(), drawn.layers)) {
            app::paint_legend_key(painter, {30000.0, y, 800.0, 500.0}, town.source.map->style(), line.layer, app::page_units_per_mm);
            y += 600.0;
        }
    }};
    EXPECT_TRUE(pdf.images().isEmpty()) << pdf.images().join('\n').toStdString();
    EXPECT_FALSE(pdf.bytes().contains("/Subtype /Image"));
    EXPECT_FALSE(pdf.filled(QColor{"#E86A17"}).empty());
}

// Nothing shines through twice: where one band ends the next begins.
TEST(SheetMapPdf, FillsHeatAsBandsThatDoNotOverlap) {
    const Town town;
    app::SheetMap map = town.map();
    map.has_heat = true;
    map.layers = {{"building", false, 1.0}, {"hydrant", false, 1.0}};
    const MapPdf pdf{[&](QPainter& painter) { app::draw_sheet_map(painter, town.source, map, {}, geo::Language::Chinese); }};
    const auto radius_of = [&](const char* colour, bool is_outer) {
        double radius = 0.0;
        for (const QPolygonF& ring : pdf.filled(QColor{colour})) {
            const QRectF box = ring.boundingRect();
            if (box.width() < 5.0 || std::abs(box.width() - box.height()) > 2.0) continue;
            const double r = 0.25 * (box.width() + box.height());
            radius = radius == 0.0 ? r : is_outer ? std::max(radius, r) : std::min(radius, r);
        }
        return radius;
    };
    // A cone of height 8 with a foot of 32 m: at share s of the greatest, 32 (1 - s) m, twice that in mm at 1:500.
    for (const auto& [colour, next, share] : {std::tuple{"#FFE08A", "#FBB040", 0.2}, std::tuple{"#FBB040", "#E86A17", 0.42}, std::tuple{"#E86A17", "#B3360B", 0.64}}) {
        EXPECT_NEAR(radius_of(colour, false), 64.0 * (1.0 - share), 2.5) << colour;
        EXPECT_NEAR(radius_of(colour, false), radius_of(next, true), 0.05) << colour;
    }
}

TEST(SheetMapPdf, HasTextsThatCanBeFound) {
    const Town town;
    const auto lines = all_lines(town);
    ASSERT_EQ(lines.size(), 4u);
    const MapPdf pdf{[&](QPainter& painter) {
        EXPECT_TRUE(app::draw_sheet_map(painter, town.source, town.detail("C1-S1"), {lines[0], lines[1]}, geo::Language::Chinese).left_out.empty());
        EXPECT_TRUE(app::draw_sheet_map(painter, town.source, town.map(), {}, geo::Language::Chinese).left_out.empty());
    }};
    const QString text = pdf.text().simplified();
    for (const char* words : {"1# 24F", "2# 6F", "8.00 m", "≥ 6.00 · 渝2024-20", "1.00 m", "不得占用 · 渝2024-20 2.1", "S1", "S2", "1:500", "图上 1 mm = 地面 0.5 m", "示例小区", "燃气调压箱"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(words))) << words << " is not in: " << text.toStdString();
    // Coordinates of the working CRS, with thin spaces, which `simplified` widens.
    EXPECT_TRUE(text.contains("820 050")) << text.toStdString();
}

TEST(SheetMapPdf, HasNoTextOverAnother) {
    const Town town;
    const auto lines = all_lines(town);
    const MapPdf pdf{[&](QPainter& painter) { app::draw_sheet_map(painter, town.source, town.map(), lines, geo::Language::Chinese); }};
    const auto words = pdf.words();
    ASSERT_GT(words.size(), 15u);
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            // Poppler's boxes are as high as the font's ascent and descent: the letters take less.
            const auto letters = [](const QRectF& box) {
                const double less = 0.27 * std::min(box.width(), box.height());
                return box.width() < box.height() ? box.adjusted(less, 0.0, -less, 0.0) : box.adjusted(0.0, less, 0.0, -less);
            };
            EXPECT_FALSE(letters(words[i].box).intersects(letters(words[j].box))) << words[i].text.toStdString() << " and " << words[j].text.toStdString();
        }
}

}  // namespace
