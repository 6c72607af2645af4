#include "app/render/map_layers.hpp"
#include "app/render/screen.hpp"
#include "tests/app/render/colour_difference.hpp"
#include "tests/app/render/small_town.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <cmath>

namespace {

using geo::Role;
using small_town::add;
using small_town::area;
using small_town::at;
using small_town::picture;
using small_town::scene;

std::shared_ptr<const app::MapData> data_of(geo::Project project, geo::Results results = {}) {
    return std::make_shared<app::MapData>(std::make_shared<geo::Project>(std::move(project)),
                                          std::make_shared<geo::Results>(std::move(results)),
                                          app::MapStyle::standard());
}

geo::Project empty_project() {
    geo::Project project;
    project.inputs.crs = "EPSG:4547";
    return project;
}

QColor colour_at(const QImage& image, const app::MapScene& scene, double x, double y) {
    return image.pixelColor(scene.to_screen(at(x, y)).toPoint());
}

bool is_near(const QColor& a, const QColor& b, int by = 6) {
    return std::abs(a.red() - b.red()) <= by && std::abs(a.green() - b.green()) <= by &&
           std::abs(a.blue() - b.blue()) <= by;
}

const QColor ground{"#FAFAF8"}, low_building{"#E9E3D8"}, high_building{"#A08D73"};

TEST(MapScene, PlacesGoToPixelsAndBack) {
    const app::MapScene s = scene(nullptr, 500.0);
    const QPointF middle = s.to_screen(s.centre);
    EXPECT_NEAR(middle.x(), 320.0, 1e-9);
    const geo::Point back = s.to_map(s.to_screen(at(17.25, -3.5)));
    EXPECT_NEAR(back.x, at(17.25, 0).x, 1e-6);
    EXPECT_NEAR(back.y, at(0, -3.5).y, 1e-6);
    EXPECT_GT(s.to_screen(at(0, 0)).y(), s.to_screen(at(0, 1)).y());  // North is up.
    EXPECT_NEAR(s.scale_denominator(), 500.0, 1e-9);
    EXPECT_NEAR(s.extent().max_x - s.extent().min_x, 640.0 * s.metres_per_px, 1e-6);
}

TEST(Draw, WithoutDataIsAnEmptySheet) {
    const QImage image = picture(scene(nullptr));
    EXPECT_EQ(image.pixelColor(10, 10), ground);
    EXPECT_EQ(image.pixelColor(639, 439), ground);
}

TEST(Draw, FillsAreWhereTheThingsAre) {
    const app::MapScene s = scene(small_town::data());
    const QImage image = picture(s);
    EXPECT_TRUE(is_near(colour_at(image, s, 7, 60), low_building));
    EXPECT_TRUE(is_near(colour_at(image, s, 80, 58), high_building));
    EXPECT_TRUE(is_near(colour_at(image, s, 115, 60), ground));
}

TEST(Draw, HiddenGroupsAreNotDrawn) {
    app::MapScene s = scene(small_town::data());
    s.layers = {{"building", false, 1.0}};
    EXPECT_TRUE(is_near(colour_at(picture(s), s, 7, 60), ground));
}

TEST(Draw, OpacityOfAGroupIsOnTopOfTheStyles) {
    app::MapScene s = scene(small_town::data());
    s.layers = {{"building", true, 0.5}};
    const QColor half{(ground.red() + high_building.red()) / 2, (ground.green() + high_building.green()) / 2,
                      (ground.blue() + high_building.blue()) / 2};
    EXPECT_TRUE(is_near(colour_at(picture(s), s, 80, 58), half));
}

// A building over no-build ground, unless the list says otherwise; what is not listed stays where it is.
TEST(Draw, ListedGroupsTakeTheirOrder) {
    geo::Project project = empty_project();
    add(project, Role::Building, "B1", "", area(0, 0, 60, 60), {{"height", 80.0}});
    add(project, Role::NoBuild, "N1", "", area(20, 20, 20, 20));
    app::MapScene s = scene(data_of(std::move(project)), 2000.0);
    s.centre = at(30, 30);
    s.is_draft = true;
    EXPECT_TRUE(is_near(colour_at(picture(s), s, 30.4, 31), high_building));
    s.layers = {{"no_build", true, 1.0}, {"building", true, 1.0}};
    EXPECT_FALSE(is_near(colour_at(picture(s), s, 30.4, 31), high_building, 20));
    s.layers = {{"building", true, 1.0}, {"no_build", true, 1.0}};
    EXPECT_TRUE(is_near(colour_at(picture(s), s, 30.4, 31), high_building));
}

// Fire lanes have a fill up to 1:5 000, an edge up to 1:10 000, then nothing.
TEST(Draw, BeyondTheirRangeThingsThinThenHide) {
    geo::Project project = empty_project();
    add(project, Role::FireLane, "L1", "", area(-400, -200, 800, 400));
    const auto data = data_of(std::move(project));
    const auto inner_and_edge = [&](double denominator) {
        app::MapScene s = scene(data, denominator);
        s.centre = at(0, 0);
        const QImage image = picture(s);
        const int edge_y = static_cast<int>(std::floor(s.to_screen(at(0, 200)).y()));
        bool has_edge = false;
        for (int y = edge_y - 2; y <= edge_y + 2; ++y)
            has_edge |= y >= 0 && !is_near(image.pixelColor(320, y), ground, 12);
        return std::pair{!is_near(image.pixelColor(317, 217), ground, 12), has_edge};
    };
    EXPECT_EQ(inner_and_edge(4900.0), (std::pair{true, true}));
    EXPECT_EQ(inner_and_edge(7000.0), (std::pair{false, true}));
    EXPECT_EQ(inner_and_edge(10500.0), (std::pair{false, false}));
}

// 4 m of lane at 1:500 are 30 px, whatever its stroke; where lanes meet there is no edge between them.
TEST(Draw, LanesAreAsWideAsTheirGroundAndMerge) {
    geo::Project project = empty_project();
    add(project, Role::FireLane, "L1", "", small_town::line({{-50, 0}, {50, 0}}), {{"width", 4.0}});
    add(project, Role::FireLane, "L2", "", small_town::line({{0, 0}, {0, 50}}), {{"width", 4.0}});
    app::MapScene s = scene(data_of(std::move(project)), 500.0);
    s.centre = at(0, 0);
    const QImage image = picture(s);
    EXPECT_TRUE(is_near(colour_at(image, s, -20, 2.3), ground));
    EXPECT_FALSE(is_near(colour_at(image, s, -20, 1.8), ground, 12));
    // Along the upper edge of the first, inside of the second: only the hatch is darker than the fill.
    int dark = 0;
    for (double x = -1.5; x <= 1.5; x += 0.13) dark += colour_at(image, s, x, 2.0).green() < 140;
    EXPECT_LE(dark, 4);
    for (double x = -20; x <= -10; x += 0.5) {
        int darkest = 255;
        for (double y = 1.9; y <= 2.3; y += 0.05) darkest = std::min(darkest, colour_at(image, s, x, y).green());
        EXPECT_LT(darkest, 200) << x;
    }
}

TEST(Draw, ThingsWithHolesShowTheGroundThroughThem) {
    geo::Project project = empty_project();
    geo::Shape ring = area(0, 0, 60, 60);
    ring.areas[0].holes.push_back({at(20, 20), at(20, 40), at(40, 40), at(40, 20)});
    add(project, Role::Building, "B1", "", ring, {{"height", 80.0}});
    app::MapScene s = scene(data_of(std::move(project)));
    s.centre = at(30, 30);
    s.is_draft = true;
    const QImage image = picture(s);
    EXPECT_TRUE(is_near(colour_at(image, s, 30, 30), ground));
    EXPECT_TRUE(is_near(colour_at(image, s, 10, 30), high_building));
}

// A lake of a thousand kilometres around a street: its far corners are millions of pixels away.
TEST(Draw, AreasMuchLargerThanTheViewFillIt) {
    geo::Project project = empty_project();
    add(project, Role::Building, "B1", "", area(-5e5, -5e5, 1e6, 1e6), {{"height", 80.0}});
    app::MapScene s = scene(data_of(std::move(project)), 500.0);
    const QImage image = picture(s);
    EXPECT_TRUE(is_near(image.pixelColor(5, 5), high_building));
    EXPECT_TRUE(is_near(image.pixelColor(630, 430), high_building));
}

geo::Project crowd(int count) {
    geo::Project project = empty_project();
    for (int i = 0; i < count; ++i)
        add(project, Role::Hazard, ("Z" + std::to_string(i)).c_str(), "",
            small_town::point(10 + (i % 25) * 4, 10 + (i / 25) * 4));
    return project;
}

bool shows_markers(const app::MapScene& s) {
    const QImage image = picture(s);
    for (int x = 0; x < 25; ++x)
        if (is_near(colour_at(image, s, 10 + x * 4, 14), QColor{"#E86A17"}, 10)) return true;
    return false;
}

TEST(Draw, CrowdsOfReportsLeaveItToTheHeat) {
    app::MapScene few = scene(data_of(crowd(200))), many = scene(data_of(crowd(225)));
    EXPECT_TRUE(shows_markers(few));
    EXPECT_TRUE(shows_markers(many));  // There is no heat.
    auto cold = std::make_shared<geo::Heat>(*small_town::heat());
    for (float& value : cold->raster.values) value = 0.01F;  // Shown, but transparent.
    cold->maximum = 1.0F;
    few.heat = many.heat = cold;
    EXPECT_TRUE(shows_markers(few));
    EXPECT_FALSE(shows_markers(many));
    many.layers = {{"heat", false, 1.0}};
    EXPECT_TRUE(shows_markers(many));
}

TEST(Heat, ColoursFollowTheRamp) {
    const auto style = app::MapStyle::standard();
    EXPECT_EQ(app::heat_colour(*style, 0.0799).alpha(), 0);
    EXPECT_EQ(app::heat_colour(*style, std::nan("")).alpha(), 0);
    EXPECT_NEAR(app::heat_colour(*style, 0.2).alphaF(), 0.45, 0.01);
    EXPECT_NEAR(app::heat_colour(*style, 1.0).alphaF(), 0.72, 0.01);
    EXPECT_EQ(app::heat_colour(*style, 0.64).rgb(), QColor{"#E86A17"}.rgb());
    EXPECT_EQ(app::heat_colour(*style, 7.0).rgb(), QColor{"#5C1606"}.rgb());
    double last = 0.0;
    for (double share = 0.08; share <= 1.0; share += 0.01) {
        const double alpha = app::heat_colour(*style, share).alphaF();
        EXPECT_GE(alpha, last - 0.003);
        last = alpha;
    }
}

// The picture of a cone: dark in the middle, smooth, nothing outside.
TEST(Heat, LiesWhereTheDensityIs) {
    app::MapScene s = scene(data_of(empty_project()), 500.0);
    s.heat = small_town::heat();
    const QImage image = picture(s);
    const QColor peak = colour_at(image, s, 60, 40), half = colour_at(image, s, 60 + 17.5, 40);
    EXPECT_LT(colours::lightness(peak), 50.0);
    EXPECT_GT(colours::lightness(half), colours::lightness(peak) + 20.0);
    EXPECT_EQ(colour_at(image, s, 60 + 34, 40), ground);
    for (int x = 1; x < image.width(); ++x)
        EXPECT_LT(std::abs(image.pixelColor(x, 220).green() - image.pixelColor(x - 1, 220).green()), 12)
            << x;  // No steps at the cells' edges.
}

TEST(Heat, OneThatIsBrokenIsToldAndTheRestDrawn) {
    app::MapScene s = scene(small_town::data());
    auto broken = std::make_shared<geo::Heat>(*small_town::heat());
    broken->raster.values.resize(7);
    s.heat = broken;
    QImage image{s.size.toSize(), QImage::Format_RGB32};
    QPainter painter{&image};
    const auto failures = app::draw(painter, s);
    ASSERT_EQ(failures.size(), 1u);
    EXPECT_EQ(failures[0].group, "heat");
    EXPECT_THAT(failures[0].reason.en, testing::HasSubstr("7 values"));
    EXPECT_TRUE(is_near(colour_at(image, s, 7, 60), low_building));
    EXPECT_TRUE(is_near(colour_at(image, s, 68, 40), QColor{"#C62828"}, 30));  // The hydrant's dot, above the heat.
}

TEST(Draw, StopsWithinAFewHundredThings) {
    geo::Project project = empty_project();
    for (int i = 0; i < 20000; ++i)
        add(project, Role::Building, std::to_string(i).c_str(), "", area((i % 200) * 5, (i / 200) * 5, 4, 4),
            {{"height", 10.0}});
    app::MapScene s = scene(data_of(std::move(project)), 5000.0);
    s.centre = at(500, 250);
    QImage image{s.size.toSize(), QImage::Format_RGB32};
    int looks = 0;
    {
        QPainter painter{&image};
        app::draw(painter, s,
                  geo::Progress{[&](double share) {
                                    EXPECT_TRUE(share >= 0.0 && share <= 1.0);
                                    ++looks;
                                },
                                [] { return false; }});
    }
    EXPECT_GT(looks, 20000 / 300);
    for (const int after : {0, 5, 40, 70}) {
        QPainter painter{&image};
        int asked = 0;
        const geo::Progress progress{[](double) {}, [&] { return ++asked > after; }};
        EXPECT_THROW(app::draw(painter, s, progress), geo::Cancelled);
        EXPECT_EQ(asked, after + 1);
        EXPECT_EQ(painter.opacity(), 1.0);  // The painter is as it was.
        EXPECT_FALSE(painter.hasClipping());
    }
}

TEST(Draw, IsTheSameOnAScreenOfTwiceThePixels) {
    const app::MapScene s = scene(small_town::data());
    QImage fine{s.size.toSize() * 2, QImage::Format_RGB32};
    fine.setDevicePixelRatio(2.0);
    QPainter painter{&fine};
    app::draw(painter, s);
    painter.end();
    const auto fine_at = [&](double x, double y) { return fine.pixelColor((s.to_screen(at(x, y)) * 2.0).toPoint()); };
    EXPECT_TRUE(is_near(fine_at(7, 60), low_building));
    EXPECT_TRUE(is_near(fine_at(80, 58), high_building));
}

TEST(Screen, PagesKeepTheStylesLengths) {
    app::MapScene s = scene(small_town::data(), 20000.0);
    const app::Screen screen{s, s.data->layers()};
    s.is_paper = true;
    const app::Screen page{s, s.data->layers()};
    EXPECT_NEAR(page.hatch_px(1.0), 3.78, 1e-9);
    EXPECT_NEAR(screen.hatch_px(1.0), 0.75 * 3.78, 1e-9);
    EXPECT_NEAR(page.text_px(2.1), 2.1 * 3.78, 1e-9);
    EXPECT_GE(screen.text_px(1.9), 10.5);  // The least size of text in a window.
    EXPECT_NEAR(page.mark_px(1.0), 3.78, 1e-9);
    EXPECT_LT(screen.mark_px(1.0), 3.0);
}

// A page is drawn as vectors, whatever is see-through or hatched in it.
TEST(Draw, APageHoldsNoPictures) {
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer{&buffer};
        writer.setResolution(254);  // Ten pixels a millimetre.
        app::MapScene s = scene(small_town::data());
        s.is_paper = true;
        s.px_per_mm = 10.0;
        s.size = {1600.0, 1200.0};
        s.metres_per_px = 0.1;
        QPainter painter{&writer};
        EXPECT_THAT(app::draw(painter, s), testing::IsEmpty());
    }
    EXPECT_TRUE(bytes.startsWith("%PDF"));
    EXPECT_GT(bytes.size(), 10000);
    EXPECT_FALSE(bytes.contains("/Subtype /Image"));
}

/// How much lightness changes along falling and along rising diagonals, in the middle of a site.
std::pair<double, double> diagonal_changes(const QImage& image, QPoint middle) {
    double falling = 0.0, rising = 0.0;
    int count = 0;
    const auto l = [&](int x, int y) { return colours::lightness(image.pixelColor(x, y)); };
    for (int y = middle.y() - 20; y < middle.y() + 20; ++y)
        for (int x = middle.x() - 20; x < middle.x() + 20; ++x, ++count) {
            falling += std::abs(l(x, y) - l(x + 1, y + 1));
            rising += std::abs(l(x, y) - l(x + 1, y - 1));
        }
    return {falling / count, rising / count};
}

// In black and white: no hatch, lines at 45 degrees, lines both ways.
TEST(Draw, VerdictsAreToldApartWithoutColour) {
    geo::Results results;
    double x = 0.0;
    for (const auto verdict : {geo::Verdict::Complies, geo::Verdict::ToVerify, geo::Verdict::Fails}) {
        geo::Site site;
        site.id = "S" + std::to_string(results.sites.size());
        site.verdict = verdict;
        site.outline = {small_town::box(x, 0, 40, 40)};
        results.sites.push_back(site);
        x += 60.0;
    }
    geo::Project project = empty_project();
    add(project, Role::Compound, "C1", "", area(-400, -400, 1000, 1000));
    app::MapScene s = scene(data_of(std::move(project), std::move(results)), 1200.0);
    s.centre = at(80, 20);
    const QImage image = picture(s);
    const auto changes = [&](double place) { return diagonal_changes(image, s.to_screen(at(place, 20)).toPoint()); };
    const auto complies = changes(20), to_verify = changes(80), fails = changes(140);
    EXPECT_LT(complies.first + complies.second, 0.1);
    EXPECT_GT(to_verify.first, 3.0);
    EXPECT_LT(to_verify.second, 0.4 * to_verify.first);
    EXPECT_GT(fails.first, 3.0);
    EXPECT_GT(fails.second, 0.7 * fails.first);
}

}  // namespace
