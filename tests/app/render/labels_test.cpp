#include "app/render/labels.hpp"

#include "tests/app/render/small_town.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace {

using geo::Role;
using small_town::add;
using small_town::area;
using small_town::at;
using small_town::scene;

std::vector<std::string> texts(const std::vector<app::PlacedLabel>& labels) {
    std::vector<std::string> texts;
    for (const app::PlacedLabel& label : labels) texts.push_back(label.text.toStdString());
    return texts;
}

double common_area(const QPolygonF& a, const QPolygonF& b) {
    const QPolygonF common = a.intersected(b);
    double twice = 0.0;
    for (qsizetype i = 0; i + 1 < common.size(); ++i)
        twice += common[i].x() * common[i + 1].y() - common[i + 1].x() * common[i].y();
    return 0.5 * std::abs(twice);
}

/// Large enough for all of the town.
app::MapScene near_scene() {
    app::MapScene s = scene(small_town::data(), 500.0);
    s.size = {1500, 1000};
    return s;
}

TEST(Labels, SayWhatTheThingsAre) {
    const auto labels = texts(app::place_labels(near_scene()));
    for (const char* text :
         {"S1",   "S2",   "S3",      "1# 6F",   "2# 11F",   "3# 24F",     "4# 5F",  "?F",     "绿地 · 业主", "4.0 m",
          "登高", "推定", "200 kVA", "12 车位", "示例小区", "燃气调压箱", "木材堆", "人民街", "0.4 MPa",     "水体"})
        EXPECT_THAT(labels, testing::Contains(text));
}

TEST(Labels, SpeakTheScenesLanguage) {
    app::MapScene s = near_scene();
    s.language = geo::Language::English;
    const auto labels = texts(app::place_labels(s));
    EXPECT_THAT(labels, testing::Contains("derived"));
    EXPECT_THAT(labels, testing::Contains("12 bays"));
    EXPECT_THAT(labels, testing::Not(testing::Contains("登高")));
}

TEST(Labels, KeepToTheirScales) {
    const auto near = texts(app::place_labels(scene(small_town::data(), 2400.0))),
               far = texts(app::place_labels(scene(small_town::data(), 2600.0)));
    EXPECT_THAT(near, testing::Contains("1# 6F"));
    EXPECT_THAT(far, testing::Not(testing::Contains("1# 6F")));
    EXPECT_THAT(far, testing::Contains("示例小区"));
    EXPECT_THAT(texts(app::place_labels(scene(small_town::data(), 5100.0))), testing::Not(testing::Contains("S1")));
}

TEST(Labels, OfHiddenGroupsAreHidden) {
    app::MapScene s = scene(small_town::data(), 500.0);
    s.layers = {{"building", false, 1.0}, {"sites", false, 1.0}};
    const auto labels = texts(app::place_labels(s));
    EXPECT_THAT(labels, testing::Not(testing::Contains("1# 6F")));
    EXPECT_THAT(labels, testing::Not(testing::Contains("S1")));
}

// Things a little outside are drawn for the sake of what reaches in; a disc does not.
TEST(Labels, ASiteBesideTheViewHasNoDisc) {
    app::MapScene s = scene(small_town::data(), 500.0);
    for (double x = 96.0; x > -60.0; x -= 0.5) {
        s.centre = at(x, 24);
        const QRectF view{{}, s.size};
        for (const app::PlacedLabel& label : app::place_labels(s)) {
            if (label.disc.isEmpty()) continue;
            EXPECT_TRUE(view.adjusted(-1, -1, 1, 1).contains(label.leader.p1())) << label.text.toStdString() << " at " << x;
        }
    }
}

TEST(Labels, DiscsPointToTheirSites) {
    const app::MapScene s = near_scene();
    for (const app::PlacedLabel& label : app::place_labels(s)) {
        if (label.disc.isEmpty()) continue;
        const geo::Point end = s.to_map(label.leader.p1());
        bool is_on_site = false;
        for (const geo::Site& site : small_town::results().sites)
            is_on_site |= geo::box_of(site.outline).grown(0.01).meets({end.x, end.y, end.x, end.y});
        EXPECT_TRUE(is_on_site) << label.text.toStdString();
        if (label.text == "S1") {
            ASSERT_TRUE(label.phase);
            EXPECT_EQ(label.phase_text, "P");
        }
        if (label.text == "S3") {
            EXPECT_FALSE(label.phase);
        }
    }
}

const app::PlacedLabel* named(const std::vector<app::PlacedLabel>& labels, const char* text) {
    const auto found = std::ranges::find(labels, QString{text}, &app::PlacedLabel::text);
    return found == labels.end() ? nullptr : &*found;
}

// What tells the phases apart without colours: the letter beside the compound's name.
TEST(Labels, ACompoundsNameCarriesTheMarkOfItsPhase) {
    auto project = std::make_shared<geo::Project>(small_town::project());
    project->phasing.compounds = {{"C1", "pilot"}};
    app::MapScene s = scene(std::make_shared<app::MapData>(project, nullptr, app::MapStyle::standard()));
    const auto labels = app::place_labels(s);
    const app::PlacedLabel* name = named(labels, "示例小区");
    ASSERT_TRUE(name && name->phase);
    EXPECT_EQ(name->phase->id, "phase-mark-pilot");
    EXPECT_EQ(name->phase_text, "P");
    EXPECT_GT(name->phase_centre.x() - 0.5 * name->phase_size.width(), name->centre.x());
    EXPECT_TRUE(name->room.boundingRect().contains(QRectF{name->phase_centre - QPointF{0.5 * name->phase_size.width(), 0.0}, QSizeF{name->phase_size.width(), 1.0}}));

    s.layers = {{"phases", false, 1.0}};
    const auto without = app::place_labels(s);
    ASSERT_TRUE(named(without, "示例小区"));
    EXPECT_FALSE(named(without, "示例小区")->phase);

    s.layers = {{"compound", false, 1.0}};
    const auto alone = app::place_labels(s);
    EXPECT_FALSE(named(alone, "示例小区"));
    const auto mark = std::ranges::find_if(alone, [](const app::PlacedLabel& l) { return l.phase && l.text.isEmpty(); });
    ASSERT_NE(mark, alone.end());
    EXPECT_EQ(mark->phase_text, "P");
}

// Where the name is longer than the compound is wide, the mark still tells the phase.
TEST(Labels, AMarkStandsAloneWhereTheNameHasNoRoom) {
    geo::Project project;
    project.inputs.crs = "EPSG:4547";
    add(project, Role::Compound, "C1", "一个名字很长很长很长的小区", area(0, 0, 30, 30));
    project.phasing.compounds = {{"C1", "rollout-1"}};
    app::MapScene s = scene(std::make_shared<app::MapData>(std::make_shared<geo::Project>(std::move(project)), nullptr, app::MapStyle::standard()), 1500.0);
    s.centre = at(15, 15);
    const auto labels = app::place_labels(s);
    ASSERT_EQ(labels.size(), 1u);
    EXPECT_EQ(labels.front().text, "");
    EXPECT_EQ(labels.front().phase_text, "1");
}

// A building's label and a road's name want the same place.
TEST(Labels, TheLaterPriorityGivesWay) {
    geo::Project project;
    project.inputs.crs = "EPSG:4547";
    add(project, Role::Path, "R1", "人民街", small_town::line({{-6, 0}, {6, 0}}), {{"width", 4.0}});
    const auto with = [&](bool has_building) {
        geo::Project p = project;
        if (has_building) add(p, Role::Building, "B1", "7号楼", area(-8, -2, 16, 4), {{"floors", std::int64_t{3}}});
        app::MapScene s = scene(std::make_shared<app::MapData>(std::make_shared<geo::Project>(std::move(p)), nullptr,
                                                               app::MapStyle::standard()),
                                500.0);
        s.centre = at(0, 0);
        return texts(app::place_labels(s));
    };
    EXPECT_THAT(with(false), testing::ElementsAre("人民街"));
    EXPECT_THAT(with(true), testing::ElementsAre("7# 3F"));
}

geo::Project random_town(std::mt19937& random) {
    std::uniform_real_distribution<double> place{0.0, 160.0}, size{2.0, 30.0};
    std::uniform_int_distribution<int> count{5, 60};
    geo::Project project;
    project.inputs.crs = "EPSG:4547";
    add(project, Role::Compound, "C1", "随机小区", area(0, 0, 160, 160));
    for (int i = count(random); i > 0; --i)
        add(project, Role::Building, ("B" + std::to_string(i)).c_str(), (std::to_string(i) + "号楼").c_str(),
            area(place(random), place(random), size(random), size(random)), {{"floors", std::int64_t{6}}});
    for (int i = count(random); i > 0; --i)
        add(project, Role::Danger, ("D" + std::to_string(i)).c_str(), "",
            small_town::point(place(random), place(random)), {{"kind", std::string{"化粪池通气口"}}});
    for (int i = count(random) / 4; i > 0; --i)
        add(project, Role::FireLane, ("L" + std::to_string(i)).c_str(), "",
            small_town::line(
                {{place(random), place(random)}, {place(random), place(random)}, {place(random), place(random)}}),
            {{"width", 4.0}});
    return project;
}

geo::Results random_sites(std::mt19937& random) {
    std::uniform_real_distribution<double> place{0.0, 150.0};
    geo::Results results;
    for (int i = 0; i < 8; ++i) {
        geo::Site site;
        site.id = "C1-S" + std::to_string(i + 1);
        site.phase = i % 2 ? "pilot" : "";
        const double x = place(random), y = place(random);
        site.outline = {small_town::box(x, y, 8.0, 2.0)};
        for (int b = 0; b < 10; ++b)
            site.bays.push_back({site.id, 1, b + 1, false, small_town::box(x + 0.8 * b, y, 0.8, 2.0)});
        results.sites.push_back(site);
    }
    return results;
}

TEST(LabelsProperty, NoneLiesOverAnotherNorOverABay) {
    std::size_t all = 0;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        const auto project = std::make_shared<geo::Project>(random_town(random));
        const auto results = std::make_shared<geo::Results>(random_sites(random));
        app::MapScene s = scene(std::make_shared<app::MapData>(project, results, app::MapStyle::standard()),
                                std::uniform_real_distribution<double>{300.0, 3000.0}(random));
        s.centre = at(80, 80);
        s.is_paper = seed % 3 == 0;
        const auto labels = app::place_labels(s);
        all += labels.size();
        for (std::size_t i = 0; i < labels.size(); ++i) {
            EXPECT_TRUE((QRectF{QPointF{}, s.size}.contains(labels[i].room.boundingRect())));
            EXPECT_TRUE(labels[i].room.containsPoint(labels[i].centre, Qt::OddEvenFill));
            for (std::size_t j = i + 1; j < labels.size(); ++j)
                EXPECT_LT(common_area(labels[i].room, labels[j].room), 0.5)
                    << labels[i].text.toStdString() << " and " << labels[j].text.toStdString();
            for (const geo::Site& site : results->sites)
                for (const geo::Bay& bay : site.bays) {
                    QPolygonF ring;
                    for (const geo::Point p : bay.outline.outer) ring.push_back(s.to_screen(p));
                    EXPECT_LT(common_area(labels[i].room, ring), 0.5)
                        << labels[i].text.toStdString() << " over a bay of " << site.id;
                }
        }
    }
    EXPECT_GT(all, 500u);
}

}  // namespace
