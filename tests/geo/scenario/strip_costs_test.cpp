#include "geo/scenario/strip_costs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace geo;
using testing::ElementsAre;
using testing::IsEmpty;

Polygon box(double x0, double y0, double x1, double y1) { return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}; }

// Legal ground of 50 x 20 m; a strip of 40 x 10 m reaches 6 m into it: 240 m². With a scale of 2 these are 60 ground m².
TEST(StripCosts, AreTheLegalGroundCovered) {
    for (const double scale : {1.0, 2.0}) {
        Results results;
        Ground ground;
        ground.scale = scale;
        ground.zones.emplace_back().legal = box(0, 0, 50, 20);
        results.grounds.push_back(ground);
        for (const auto& [id, outline] : {std::pair{"on", box(5, 15, 9, 17)}, {"off", box(5, 2, 9, 4)}, {"beside", box(40, 15, 44, 17)}}) {
            Site& site = results.sites.emplace_back();
            site.id = id;
            site.outline = {outline};
        }
        std::vector<PresumedPlace> grounds(3);
        for (PresumedPlace& each : grounds) each.ground = {box(0, 14, 40, 24)};
        grounds[1].decision = StripDecision::Confirmed;
        grounds[2].decision = StripDecision::Dismissed;
        const auto costs = strip_costs(grounds, results);
        ASSERT_EQ(costs.size(), 3u);
        EXPECT_NEAR(costs[0].legal_m2.value(), 240.0 / (scale * scale), 1e-9);
        EXPECT_THAT(costs[0].sites, ElementsAre("on"));
        EXPECT_EQ(costs[1].legal_m2, std::nullopt);
        EXPECT_NEAR(costs[2].legal_m2.value(), 240.0 / (scale * scale), 1e-9);
    }
}

TEST(StripCosts, AreNoneWithoutResults) {
    std::vector<PresumedPlace> grounds(1);
    grounds[0].ground = {box(0, 0, 10, 10)};
    const auto costs = strip_costs(grounds, {});
    EXPECT_DOUBLE_EQ(costs.at(0).legal_m2.value(), 0.0);
    EXPECT_THAT(costs.at(0).sites, IsEmpty());
}

}  // namespace
