#include "geo/core/error.hpp"
#include "geo/geometry/distance.hpp"
#include "tests/app/pages/paper_town.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using paper_town::Town;

double ground_m(const Town& town, const app::DimensionLine& line) { return std::hypot(line.to.x - line.from.x, line.to.y - line.from.y) / town.scale; }

TEST(DimensionLines, RunTheShortestWay) {
    const Town town;
    const auto lines = app::dimension_lines(town.source, town.site("C1-S1"));
    ASSERT_EQ(lines.size(), 2u);
    // Tightest first: 1.00 m from a lane that may not be occupied, from its edge and not from its line; then 8.00 m from a building that wants 6.
    EXPECT_NEAR(lines[0].have_m, 1.0, 1e-3);
    EXPECT_NEAR(ground_m(town, lines[0]), 1.0, 1e-3);
    EXPECT_NEAR(lines[0].to.y, town.at(0, 37).y, 1e-3);
    EXPECT_FALSE(lines[0].need_m);
    EXPECT_EQ(lines[0].tag.zh, "不得占用 · 渝2024-20 2.1");
    EXPECT_EQ(lines[0].tag.en, "keep off · 渝2024-20 2.1");
    EXPECT_NEAR(lines[1].have_m, 8.0, 1e-3);
    EXPECT_NEAR(ground_m(town, lines[1]), lines[1].have_m, 1e-3);
    EXPECT_NEAR(lines[1].from.x, town.at(22, 0).x, 1e-3);
    EXPECT_NEAR(lines[1].to.x, town.at(30, 0).x, 1e-3);
    EXPECT_EQ(lines[1].need_m, 6.0);
    EXPECT_EQ(lines[1].tag.zh, "≥ 6.00 · 渝2024-20");
}

TEST(DimensionLines, OfWhatTouchesHaveNoLength) {
    const Town town;
    const auto lines = app::dimension_lines(town.source, town.site("C1-S2"));
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_NEAR(lines[0].have_m, 0.0, 1e-6);
    EXPECT_NEAR(ground_m(town, lines[0]), 0.0, 1e-6);
    EXPECT_NEAR(lines[0].from.x, town.at(62, 0).x, 1e-3);
}

TEST(DimensionLines, AgreeWithTheCertificateAndTheShapes) {
    const Town town;
    for (const geo::Site& site : town.source.results->sites)
        for (const app::DimensionLine& line : app::dimension_lines(town.source, site)) {
            EXPECT_NEAR(ground_m(town, line), line.have_m, 2e-3);
            EXPECT_NEAR(geo::distance(geo::Shape{site.outline, {}, {}}, geo::Shape{{}, {}, {line.from}}), 0.0, 1e-6);
            EXPECT_EQ(line.site, site.id);
        }
}

TEST(DimensionLines, LieDifferentWays) {
    const Town town;
    for (const geo::Site& site : town.source.results->sites) {
        const auto lines = app::dimension_lines(town.source, site);
        const geo::Point middle = geo::box_of(site.outline).centre();
        const auto way = [&](const app::DimensionLine& line) {
            const geo::Point from = ground_m(town, line) > 0.01 ? line.from : middle;
            return std::atan2(line.to.y - from.y, line.to.x - from.x);
        };
        ASSERT_EQ(lines.size(), 2u);
        EXPECT_LT(std::cos(way(lines[0]) - way(lines[1])), std::cos(M_PI / 6.0) + 1e-9);
    }
}

TEST(DimensionLines, NeedRowsAndTheScenario) {
    Town town;
    geo::Site unknown = town.site("C1-S1");
    unknown.id = "C1-S9";
    EXPECT_TRUE(app::dimension_lines(town.source, unknown).empty());
    auto other = std::make_shared<geo::Results>(*town.source.results);
    other->scenario = "wider";
    town.source.results = other;
    EXPECT_THROW(app::DimensionLines{town.source}, geo::InvalidInput);
}

// Rows of things that are no longer among the inputs have no line, and the next ones take their place.
TEST(DimensionLines, LeaveOutObstaclesThatAreGone) {
    Town town;
    auto project = std::make_shared<geo::Project>(*town.source.project);
    for (geo::Layer& layer : project->inputs.layers)
        if (layer.role == geo::Role::FireLane) layer.features.clear();
    town.source.project = project;
    for (const app::DimensionLine& line : app::dimension_lines(town.source, town.site("C1-S1"))) EXPECT_TRUE(line.need_m.has_value());
}

}  // namespace
