#include "app/pages/map_grid.hpp"
#include "app/pages/map_plates.hpp"
#include "app/pages/mark_texts.hpp"
#include "app/render/legend.hpp"
#include "geo/core/error.hpp"
#include "tests/app/pages/paper_town.hpp"

#include <QImage>
#include <QPainter>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using geo::Box;
using paper_town::Town;

TEST(RoundScale, IsTheLargestThatHoldsTheBox) {
    const QSizeF frame{202.0, 259.0};
    EXPECT_EQ(app::round_scale({0, 0, 30, 40}, frame, 5.0, 1.0, 200, 2000), 200);
    EXPECT_EQ(app::round_scale({0, 0, 30.4, 40}, frame, 5.0, 1.0, 200, 2000), 200);   // 40.4 m are 202 mm
    EXPECT_EQ(app::round_scale({0, 0, 30.41, 40}, frame, 5.0, 1.0, 200, 2000), 250);
    EXPECT_EQ(app::round_scale({0, 0, 91, 100}, frame, 5.0, 1.0, 200, 2000), 500);
    EXPECT_EQ(app::round_scale({0, 0, 20, 249}, frame, 5.0, 1.0, 200, 2000), 1000);
    EXPECT_EQ(app::round_scale({0, 0, 394, 20}, frame, 5.0, 1.0, 200, 2000), 2000);
    EXPECT_EQ(app::round_scale({0, 0, 395, 20}, frame, 5.0, 1.0, 200, 2000), std::nullopt);
    EXPECT_EQ(app::round_scale({0, 0, 395, 20}, frame, 5.0, 1.0, 200, 20000), 2500);
    EXPECT_EQ(app::round_scale({0, 0, 30, 40}, frame, 5.0, 1.0, 500, 2000), 500);
}

// 92 ground metres and 5 m on either side are 204 mm at 1:500; the grid is 1 % longer than the ground.
TEST(RoundScale, MeasuresTheGround) {
    EXPECT_EQ(app::round_scale({0, 0, 92.0 * 1.01, 40}, {204.0, 259.0}, 5.0, 1.01, 200, 2000), 500);
    EXPECT_EQ(app::round_scale({0, 0, 92.0 * 1.01, 40}, {204.0, 259.0}, 5.0, 1.0, 200, 2000), 1000);
}

TEST(TileCentres, CoverTheBoxAndOverlap) {
    const QSizeF frame{200.0, 100.0};
    for (const double scale : {1.0, 0.9996}) {
        const Box box{1000, 2000, 1000 + 900, 2000 + 350};
        const auto tiles = app::tile_centres(box, frame, 2000, scale);  // frames of 400 × 200 m, steps of 380 × 180 m
        ASSERT_EQ(tiles.size(), 6u);
        EXPECT_LT(tiles[0].x, tiles[1].x);
        EXPECT_GT(tiles[0].y, tiles[3].y);
        EXPECT_EQ(tiles[0].y, tiles[2].y);
        EXPECT_NEAR(tiles[1].x - tiles[0].x, 380.0 * scale, 1e-6);
        for (double x = box.min_x; x <= box.max_x; x += 5.0)
            for (double y = box.min_y; y <= box.max_y; y += 5.0)
                EXPECT_TRUE(std::ranges::any_of(tiles, [&](geo::Point t) { return std::abs(x - t.x) <= 200.0 * scale && std::abs(y - t.y) <= 100.0 * scale; }))
                    << x << " " << y;
    }
    EXPECT_EQ(app::tile_centres({0, 0, 390, 190}, frame, 2000, 1.0).size(), 1u);
}

double common_area(const QPolygonF& a, const QPolygonF& b) {
    const QPolygonF common = a.intersected(b);
    double twice = 0.0;
    for (qsizetype i = 0; i + 1 < common.size(); ++i) twice += common[i].x() * common[i + 1].y() - common[i + 1].x() * common[i].y();
    return 0.5 * std::abs(twice);
}

app::DrawnMap drawn(const Town& town, const app::SheetMap& map, const std::vector<app::DimensionLine>& lines = {}) {
    QImage image{100, 100, QImage::Format_RGB32};
    QPainter painter{&image};
    return app::draw_sheet_map(painter, town.source, map, lines, geo::Language::Chinese);
}

std::vector<app::DimensionLine> lines_of(const Town& town) {
    std::vector<app::DimensionLine> lines;
    for (const geo::Site& site : town.source.results->sites)
        for (app::DimensionLine& line : app::dimension_lines(town.source, site)) lines.push_back(std::move(line));
    return lines;
}

TEST(SheetMap, HasNoTextOverAnotherNorOverABayNorOutsideOfItsFrame) {
    const Town town;
    app::SheetMap main = town.map();
    main.extents = {{app::ground_of(town.detail("C1-S1")), "详图 1"}, {app::ground_of(town.detail("C1-S2")), "详图 2"}};
    for (const app::SheetMap& map : {main, town.map(), town.detail("C1-S1"), town.detail("C1-S2")}) {
        const app::DrawnMap result = drawn(town, map, lines_of(town));
        const app::MapScene scene = app::scene_of(town.source, map, geo::Language::Chinese);
        EXPECT_GE(result.texts.size(), 4u);
        std::vector<QPolygonF> bays;
        for (const geo::Site& site : town.source.results->sites)
            for (const geo::Bay& bay : site.bays) {
                QPolygonF ring;
                if (!bay.is_aisle)
                    for (const geo::Point& p : bay.outline.outer) ring.push_back(scene.to_screen(p) / app::page_units_per_mm + map.frame.topLeft());
                bays.push_back(ring);
            }
        for (std::size_t i = 0; i < result.texts.size(); ++i) {
            EXPECT_TRUE(map.frame.contains(result.texts[i].room.boundingRect())) << result.texts[i].text.toStdString();
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_LT(common_area(result.texts[i].room, result.texts[j].room), 1e-3) << result.texts[i].text.toStdString() << " " << result.texts[j].text.toStdString();
            for (const QPolygonF& bay : bays) EXPECT_LT(common_area(result.texts[i].room, bay), 1e-3) << result.texts[i].text.toStdString();
        }
    }
}

TEST(SheetMap, TellsWhichDimensionsItLeavesOut) {
    const Town town;
    const auto lines = lines_of(town);
    // The other site's lines lie outside of a detail.
    const app::DrawnMap result = drawn(town, town.detail("C1-S1"), lines);
    ASSERT_FALSE(result.left_out.empty());
    for (const app::DimensionLine& line : result.left_out) EXPECT_EQ(line.site, "C1-S2");
    EXPECT_TRUE(drawn(town, town.map(), lines).left_out.empty());
}

TEST(SheetMap, ListsWhatShowsOnItAndNoMore) {
    const Town town;
    const auto whole = drawn(town, town.map()).layers;
    for (const char* layer : {"compound", "building-high", "building-low", "fire_lane", "danger-mark", "hydrant", "path-road", "zones-legal", "zones-robust"})
        EXPECT_THAT(whole, testing::Contains(layer));
    EXPECT_THAT(whole, testing::Not(testing::Contains("building-mid"))) << "the neighbour's lies outside of the frame";
    EXPECT_THAT(whole, testing::Not(testing::Contains("heat")));
    const auto detail = drawn(town, town.detail("C1-S2")).layers;
    EXPECT_THAT(detail, testing::Not(testing::Contains("compound"))) << "its line runs outside of the frame";
    EXPECT_THAT(detail, testing::Not(testing::Contains("hydrant")));
    EXPECT_THAT(detail, testing::Contains("fire_lane"));

    std::vector<std::string> titles;
    for (const app::LegendLine& line : app::legend_lines(town.source.map->style(), whole)) titles.push_back(line.title.zh);
    EXPECT_THAT(titles, testing::IsSupersetOf({"建筑 > 54 m", "建筑 ≤ 27 m", "消防车道", "消火栓", "小区", "道路"}));
    EXPECT_THAT(titles, testing::Not(testing::Contains("建筑 27–54 m")));
    EXPECT_EQ(std::ranges::count(titles, "消防车道"), 1);
}

TEST(SheetMap, OfOneCompoundHasNoSitesOfOthers) {
    Town town;
    app::SheetMap map = town.map();
    map.compound = "C2";
    const app::DrawnMap result = drawn(town, map);
    EXPECT_THAT(result.layers, testing::Not(testing::Contains("zones-legal")));
    for (const app::TextOnMap& text : result.texts) {
        EXPECT_NE(text.text, "S1");
        EXPECT_NE(text.text, "1# 24F") << "names of buildings are the compound's own";
    }
}

// Bays are drawn singly up to 1:1000, which the rounding of a scale factor must not miss.
TEST(SheetMap, ShowsBaysAtOneToAThousand) {
    const Town town;
    app::SheetMap map = town.map();
    map.denominator = 1000;
    const auto has_bays = [&] {
        return std::ranges::any_of(drawn(town, map).layers, [](const std::string& layer) { return layer.starts_with("bays-"); });
    };
    for (const double factor : {1.0, 0.9996, 1.00123456789, town.scale}) {
        map.scale_factor = factor;
        EXPECT_TRUE(has_bays()) << factor;
    }
    map.denominator = 1001;
    EXPECT_FALSE(has_bays());
}

TEST(SheetMap, PlacesPlatesWhereTheyHideNoSite) {
    const Town town;
    app::SheetMap map = town.map();
    const auto plates = [&] {
        const app::MapScene scene = app::scene_of(town.source, map, geo::Language::Chinese);
        return app::place_plates(town.source, map, scene, app::MapMarks::standard());
    };
    // The map is wider than the compound: the corners that looks ask for are as good as any.
    EXPECT_EQ(plates().scale_bar.left(), 0.0);
    EXPECT_EQ(plates().scale_bar.bottom(), app::page_px(map.frame.height()));
    EXPECT_EQ(plates().north_arrow.topLeft(), (QPointF{0.0, 0.0}));
    // The site stands in the lower left corner.
    map.centre = town.at(14.0 + 95.0, 38.0 + 75.0);
    EXPECT_GT(plates().scale_bar.left(), 0.0);
    EXPECT_FALSE(plates().scale_bar.intersects(plates().north_arrow));
}

TEST(MapGrid, HasRoundCoordinates) {
    const Town town;
    const app::SheetMap map = town.map();
    const app::MapScene scene = app::scene_of(town.source, map, geo::Language::Chinese);
    const app::MapGrid grid = app::grid_of(map, scene);
    ASSERT_EQ(grid.east.size(), 5u);  // 50 mm at 1:500 are 25 m; 110 m are shown about 820 050
    for (const app::GridLine& line : grid.east) {
        EXPECT_EQ(std::fmod(line.metres, 25.0), 0.0);
        EXPECT_NEAR(scene.to_map({line.at, 0.0}).x, line.metres, 1e-6);
    }
}

TEST(SheetMap, SaysWhichLayerCannotBeDrawn) {
    Town town;
    auto torn = std::make_shared<geo::Heat>(*town.source.heat);
    torn->raster.values.pop_back();
    town.source.heat = torn;
    app::SheetMap map = town.map();
    map.has_heat = true;
    EXPECT_THROW(drawn(town, map), geo::InvalidInput);
}

TEST(SheetMap, MayBeStopped) {
    const Town town;
    QImage image{100, 100, QImage::Format_RGB32};
    QPainter painter{&image};
    EXPECT_THROW(app::draw_sheet_map(painter, town.source, town.map(), {}, geo::Language::Chinese, {{}, [] { return true; }}), geo::Cancelled);
}

}  // namespace
