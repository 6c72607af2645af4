#include "geo/rules/requirement.hpp"
#include "tests/geo/rules/features.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace geo;
using testing::HasSubstr;

Shape rectangle(double x0, double y0, double x1, double y1) { return {.areas = {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}}, .lines = {}, .points = {}}; }

const Attributes surveyed_dwelling{{"height", 18.0}, {"fire_grade", std::string{"二级"}}, {"use", std::string{"住宅"}}};

Feature dwelling(const char* id, const Shape& shape, Attributes more = {}) {
    more.insert(more.begin(), surveyed_dwelling.begin(), surveyed_dwelling.end());
    return feature(Role::Building, id, shape, more);
}

TEST(BuildingObstacles, WithNotesAreTheirWallsAndTheGroundInside) {
    const Read got = read({layer(Role::Building, {dwelling("b", rectangle(0, 0, 30, 10), {{"blank_wall", std::string{"firewall:N; blank:E"}}})})});
    ASSERT_EQ(got.obstacles.size(), 4u);
    EXPECT_EQ(got.obstacles[0].id, "b");
    EXPECT_EQ(got.obstacles[0].what.facade, Facade::Unknown);
    EXPECT_EQ(got.obstacles[1].id, "b#blank");
    EXPECT_EQ(got.obstacles[1].shape.lines, (std::vector<Line>{{{30, 0}, {30, 10}}}));
    EXPECT_EQ(got.obstacles[2].id, "b#firewall");
    EXPECT_EQ(got.obstacles[2].what.part, BuildingPart::Walls);
    EXPECT_TRUE(got.obstacles[2].shape.areas.empty());
    EXPECT_EQ(got.obstacles[3].id, "b#footprint");
    EXPECT_EQ(got.obstacles[3].what.part, BuildingPart::Footprint);
    EXPECT_EQ(got.obstacles[3].shape.areas.size(), 1u);
    for (const Obstacle& part : got.obstacles) EXPECT_EQ(part.what.fire_grade, FireGrade::Two);
    EXPECT_THAT(got.finding("walls-noted"), HasSubstr("1 幢"));
}

TEST(BuildingObstacles, WithoutNotesOrWithOnesNotUnderstoodAreWhole) {
    const Read got = read({layer(Role::Building, {dwelling("a", rectangle(0, 0, 30, 10)), dwelling("b", rectangle(0, 20, 30, 30), {{"blank_wall", std::string{"无"}}}),
                                                  dwelling("c", rectangle(0, 40, 30, 50), {{"blank_wall", std::string{"东北"}}})})});
    ASSERT_EQ(got.obstacles.size(), 3u);
    for (const Obstacle& each : got.obstacles) {
        EXPECT_EQ(each.what.part, BuildingPart::Whole);
        EXPECT_EQ(each.what.facade, Facade::Unknown);
    }
    EXPECT_THAT(got.finding("walls-not-understood"), HasSubstr("1 幢"));
}

TEST(BuildingObstacles, ThatProjectAndMayBurnCountAsTheirBuilding) {
    const Read got = read({layer(Role::Building, {dwelling("b", rectangle(0, 0, 30, 10)),
                                                  feature(Role::Building, "eave", rectangle(0, 10, 30, 11), {{"part", std::string{"挑檐"}}, {"material", std::string{"木"}}}),
                                                  feature(Role::Building, "named", rectangle(40, 0, 41, 1), {{"part", std::string{"雨棚"}}, {"material", std::string{"阳光板"}}, {"part_of", std::string{"b"}}}),
                                                  feature(Role::Building, "unknown", rectangle(0, -1, 30, 0), {{"part", std::string{"雨棚"}}}),
                                                  feature(Role::Building, "steel", rectangle(30, 0, 31, 10), {{"part", std::string{"canopy"}}, {"material", std::string{"钢"}}}),
                                                  feature(Role::Building, "alone", rectangle(80, 80, 81, 81), {{"part", std::string{"阳台"}}, {"material", std::string{"木"}}})})});
    ASSERT_EQ(got.obstacles.size(), 6u);
    const auto& eave = got.obstacles[1].what;
    EXPECT_EQ(eave.part, BuildingPart::Projection);
    EXPECT_EQ(eave.fire_grade, FireGrade::Two) << "of the building that it touches";
    EXPECT_EQ(eave.height_class, HeightClass::MultiStorey);
    EXPECT_FALSE(eave.is_material_unknown);
    EXPECT_EQ(got.obstacles[2].what.fire_grade, FireGrade::Two) << "of the building that it names";
    EXPECT_EQ(got.obstacles[3].what.part, BuildingPart::Projection);
    EXPECT_TRUE(got.obstacles[3].what.is_material_unknown);
    EXPECT_EQ(got.obstacles[4].what.part, BuildingPart::Footprint) << "cannot burn: bans its ground, moves no line";
    EXPECT_EQ(got.obstacles[5].what.fire_grade, FireGrade::Unknown);
    EXPECT_THAT(got.finding("projection-material-missing"), HasSubstr("1 处"));
    EXPECT_THAT(got.finding("projection-alone"), HasSubstr("1 处"));
    EXPECT_THAT(got.finding("projection-not-combustible"), HasSubstr("1 处"));

    static const RulePack pack = load_pack("cn-base");
    const auto asked = [&](std::size_t at) { return requirements(pack, ZoneType::Shed, got.obstacles[at].what).front(); };
    EXPECT_DOUBLE_EQ(asked(1).need_m, 6.0);
    EXPECT_FALSE(asked(1).is_derived);
    EXPECT_DOUBLE_EQ(asked(3).need_m, 6.0);
    EXPECT_TRUE(asked(3).is_derived) << "of unknown material: it counts, and is to be verified";
    EXPECT_TRUE(asked(4).rule->ban);
}

TEST(BuildingObstacles, ThatArePodiumsOrIllegalSaySo) {
    const Read got = read({layer(Role::Building, {dwelling("p", rectangle(0, 0, 30, 10), {{"part", std::string{"裙房"}}}), dwelling("i", rectangle(0, 20, 30, 30), {{"part", std::string{"违建"}}})})});
    ASSERT_EQ(got.obstacles.size(), 2u);
    EXPECT_EQ(got.obstacles[0].what.height_class, HeightClass::Podium);
    EXPECT_TRUE(got.obstacles[1].what.is_illegal);
    EXPECT_THAT(described(got.obstacles[1].what).zh, HasSubstr("违建"));
    static const RulePack pack = load_pack("cn-base");
    EXPECT_DOUBLE_EQ(requirements(pack, ZoneType::Shed, got.obstacles[0].what).front().need_m, 6.0) << "as multi-storey buildings";
    EXPECT_DOUBLE_EQ(requirements(pack, ZoneType::Shed, got.obstacles[1].what).front().need_m, 6.0) << "an obstacle as any other";
}

}  // namespace
