#include "app/render/map_layers.hpp"
#include "tests/app/render/small_town.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace {

using geo::Role;
using small_town::add;
using small_town::area;
using small_town::at;
using testing::ElementsAre;
using testing::IsEmpty;

std::shared_ptr<const app::MapData> data_of(geo::Project project, geo::Results results = {}) {
    return std::make_shared<app::MapData>(std::make_shared<geo::Project>(std::move(project)),
                                          std::make_shared<geo::Results>(std::move(results)),
                                          app::MapStyle::standard());
}

/// Ids of what a style layer draws.
std::vector<std::string> drawn(const app::MapData& data, const std::string& layer) {
    std::vector<std::string> ids;
    const auto& styles = data.style().layers().layers;
    for (std::size_t s = 0; s < styles.size(); ++s)
        if (styles[s].id == layer)
            for (const std::uint32_t thing : data.layers().layers[s].things)
                ids.emplace_back(app::id_of(data.layers().things[thing]));
    return ids;
}

TEST(MapData, SortsBuildingsByHeightAndPlace) {
    const auto data = small_town::data();
    EXPECT_THAT(drawn(*data, "building-low"), ElementsAre("B1"));
    EXPECT_THAT(drawn(*data, "building-mid"), ElementsAre("B2"));
    EXPECT_THAT(drawn(*data, "building-high"), ElementsAre("B3"));
    EXPECT_THAT(drawn(*data, "building-low-by-storeys"), ElementsAre("B4"));
    EXPECT_THAT(drawn(*data, "building-unknown"), ElementsAre("B5"));
    EXPECT_THAT(drawn(*data, "building-outside"), ElementsAre("B6"));
}

TEST(MapData, CompoundsAreSortedByTheirPhase) {
    geo::Project project;
    project.inputs.crs = "EPSG:4547";
    for (const char* id : {"C1", "C2", "C3", "C4", "C5", "C6"}) add(project, Role::Compound, id, id, area(0, 0, 10, 10));
    project.phasing.phases.clear();
    for (int rank = 0; rank < 6; ++rank) project.phasing.phases.push_back({.id = geo::phase_id(rank)});
    project.phasing.compounds = {{"C1", "rollout-2"}, {"C2", "pilot"}, {"C4", "rollout-5"}, {"C5", "rollout-1"}, {"C6", "rollout-9"}};
    const auto data = data_of(std::move(project));
    EXPECT_THAT(drawn(*data, "phase-area-pilot"), ElementsAre("C2"));
    EXPECT_THAT(drawn(*data, "phase-area-1"), ElementsAre("C5"));
    EXPECT_THAT(drawn(*data, "phase-mark-2"), ElementsAre("C1"));
    EXPECT_THAT(drawn(*data, "phase-mark-later"), ElementsAre("C4"));  // The project has no rollout 9.
    const auto phases = std::ranges::find(data->groups(), "phases", &std::pair<std::string, std::size_t>::first);
    ASSERT_NE(phases, data->groups().end());
    EXPECT_EQ(phases->second, 4u);
}

TEST(MapData, EveryThingIsInItsLayers) {
    const auto data = small_town::data();
    EXPECT_THAT(drawn(*data, "path-foot"), ElementsAre("R2"));
    EXPECT_THAT(drawn(*data, "path-road"), ElementsAre("R1"));
    EXPECT_THAT(drawn(*data, "aerial_site-presumed"), ElementsAre("A2"));
    EXPECT_THAT(drawn(*data, "hazard-closed"), ElementsAre("Z2"));
    EXPECT_THAT(drawn(*data, "hazard-open"), ElementsAre("Z1"));
    EXPECT_THAT(drawn(*data, "sites-to_verify"), ElementsAre("C1-S2"));
    EXPECT_THAT(drawn(*data, "phase-pilot"), ElementsAre("C1-S1"));
    EXPECT_THAT(drawn(*data, "phase-1"), ElementsAre("C1-S2"));
    EXPECT_EQ(drawn(*data, "bays-fails").size(), 8u);
    std::vector<std::string> groups;
    for (const auto& [group, count] : data->groups()) {
        groups.push_back(group);
        EXPECT_EQ(count, group == "sites"                                                                         ? 3u
                         : group == "building"                                                                    ? 6u
                         : group == "path" || group == "hazard" || group == "fire_lane" || group == "aerial_site" ? 2u
                                                                                                                  : 1u)
            << group;
    }
    EXPECT_EQ(groups.size(), 21u);  // All but the heat, and the phases, which nothing is in.
    EXPECT_EQ(groups.front(), "sites");
    EXPECT_EQ(groups.back(), "background");
}

// Without compounds no building is outside of them.
TEST(MapData, WithoutCompoundsAllBuildingsCount) {
    geo::Project project;
    project.inputs.crs = "EPSG:4547";
    add(project, Role::Building, "B1", "", area(0, 0, 10, 10), {{"height", 30.0}});
    const auto data = data_of(std::move(project));
    EXPECT_THAT(drawn(*data, "building-mid"), ElementsAre("B1"));
    EXPECT_EQ(data->extent().max_x, small_town::corner.x + 10.0);
}

TEST(MapData, ExtentIsThatOfTheCompounds) {
    const geo::Box extent = small_town::data()->extent();
    EXPECT_EQ(extent.min_x, small_town::corner.x);
    EXPECT_EQ(extent.max_y, small_town::corner.y + 80.0);
}

TEST(MapData, HitsAreTopmostFirstAndOncePerGroup) {
    const auto data = small_town::data();
    const auto hits = data->at(at(86, 32), 0.5);
    ASSERT_GE(hits.size(), 4u);
    EXPECT_EQ(hits[0].layer, "sites");
    EXPECT_EQ(hits[0].id, "C1-S1");
    EXPECT_EQ(hits[0].distance_m, 0.0);
    std::vector<std::string> layers;
    for (const app::MapHit& hit : hits) layers.push_back(hit.layer);
    EXPECT_THAT(layers, ElementsAre("sites", "compound", "area", "zones-robust", "zones-legal"));
    EXPECT_THAT(data->at(at(86, 32), 0.5, {"sites", "compound", "area", "zones-robust", "zones-legal"}), IsEmpty());
}

// A lane is hit as far as its clear width reaches, here 2 m.
TEST(MapData, HitsReachAcrossALanesWidth) {
    const auto data = small_town::data();
    const std::vector<std::string> others{"compound", "area", "consent"};
    ASSERT_EQ(data->at(at(30, 45.9), 0.05, others).size(), 1u);
    EXPECT_THAT(data->at(at(30, 46.2), 0.05, others), IsEmpty());
    EXPECT_NEAR(data->at(at(30, 46.4), 1.0, others).at(0).distance_m, 0.4, 1e-3);
}

TEST(MapData, KnowsTheShapesOfWhatItShows) {
    const auto data = small_town::data();
    ASSERT_TRUE(data->shape_of("sites", "C1-S2"));
    EXPECT_EQ(data->shape_of("sites", "C1-S2")->areas, small_town::results().sites[1].outline);
    EXPECT_EQ(data->shape_of("zones-robust", "C1-Z1")->areas, small_town::results().grounds[0].zones[0].robust);
    EXPECT_EQ(data->box_of("building", "B6")->min_x, small_town::corner.x + 130.0);
    EXPECT_FALSE(data->shape_of("building", "B99"));
    EXPECT_FALSE(data->shape_of("cellar", "B1"));
}

TEST(MapData, LeavesOutWhatHasNoPlace) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    geo::Project project = small_town::project();
    add(project, Role::Building, "odd-1", "", {{{{{nan, nan}, {nan, 0}, {0, nan}}, {}}}, {}, {}});
    add(project, Role::Building, "odd-2", "", {});
    add(project, Role::Building, "odd-3", "", {{{{}, {}}}, {}, {}});
    add(project, Role::Exit, "odd-4", "", {{}, {}, {{inf, 1.0}}});
    add(project, Role::Path, "odd-5", "", {{}, {{at(1, 1)}}, {}});
    geo::Feature& whole = project.inputs.layers[1].features[0];
    whole.shape.areas[0].outer.insert(whole.shape.areas[0].outer.begin() + 1, {nan, nan});
    const auto data = data_of(std::move(project));
    for (const app::Thing& thing : data->layers().things) EXPECT_FALSE(app::id_of(thing).starts_with("odd"));
    EXPECT_THAT(drawn(*data, "building-low"), ElementsAre("B1"));
    for (const QPointF& p : data->layers().points) EXPECT_TRUE(std::isfinite(p.x()) && std::isfinite(p.y()));
    EXPECT_NO_THROW(small_town::picture(small_town::scene(data)));
}

TEST(MapData, AnEmptyProjectIsAnEmptyMap) {
    geo::Project project;
    project.inputs.crs = "EPSG:4547";
    const auto data = data_of(std::move(project));
    EXPECT_TRUE(data->extent().empty());
    EXPECT_THAT(data->groups(), IsEmpty());
    EXPECT_THAT(data->at(at(0, 0), 10.0), IsEmpty());
    EXPECT_NO_THROW(small_town::picture(small_town::scene(data)));
}

TEST(MapData, MakingItCanBeCancelled) {
    const geo::Progress stopped{[](double) {}, [] { return true; }};
    EXPECT_THROW(app::MapData(std::make_shared<geo::Project>(small_town::project()), nullptr, app::MapStyle::standard(),
                              stopped),
                 geo::Cancelled);
}

// A vertex and the origin give the place again, 3,400 km from where the CRS counts from.
TEST(MapData, CoordinatesKeepTheirDigits) {
    const auto data = small_town::data();
    const app::MapData::Layers& layers = data->layers();
    for (const app::Thing& thing : layers.things)
        if (app::id_of(thing) == "B6") {
            EXPECT_EQ(layers.points[layers.parts[thing.begin].begin].x() + layers.origin.x,
                      small_town::corner.x + 130.0);
        }
    EXPECT_EQ(layers.origin.x, std::floor(layers.origin.x));
}

}  // namespace
