#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/requirement.hpp"
#include "tests/geo/rules/features.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace geo;
using testing::HasSubstr;

TEST(ObstaclesOf, LeaveOutWhatIsNoObstacle) {
    std::vector<Layer> layers;
    for (const Role role :
         {Role::Compound, Role::Gate, Role::Consent, Role::Path, Role::Hazard, Role::Area, Role::Background})
        layers.push_back(layer(role, {feature(role, "x", an_area())}));
    EXPECT_TRUE(read(layers).obstacles.empty());
}

TEST(ObstaclesOf, TakeBuildingsWithTheirClassAndTheAccuracyOfTheirLayer) {
    const Read got = read({layer(
        Role::Building,
        {feature(Role::Building, "b1", an_area(), {{"height", 18.0}, {"fire_grade", std::string{"二级"}}}),
         feature(Role::Building, "b2", an_area(), {{"floors", std::int64_t{6}}, {"structure", std::string{"砖木"}}}),
         feature(Role::Building, "b3", an_area()), feature(Role::Building, "b4", an_area()),
         feature(Role::Building, "empty", {})},
        0.25)});
    ASSERT_EQ(got.obstacles.size(), 4u);
    EXPECT_EQ(got.obstacles[0].id, "b1");
    EXPECT_EQ(got.obstacles[0].what.kind, "building");
    EXPECT_EQ(got.obstacles[0].what.fire_grade, FireGrade::Two);
    EXPECT_EQ(got.obstacles[0].what.height_from, Origin::Surveyed);
    EXPECT_EQ(got.obstacles[1].what.fire_grade, FireGrade::Three);
    EXPECT_EQ(got.obstacles[1].what.fire_grade_from, Origin::Derived);
    EXPECT_EQ(got.obstacles[1].what.height_class, HeightClass::MultiStorey);
    EXPECT_DOUBLE_EQ(got.obstacles[2].accuracy_m, 0.25);
    EXPECT_THAT(got.finding("height-missing"), HasSubstr("2 幢建筑"));
    EXPECT_THAT(got.finding("height-derived"), HasSubstr("1 幢建筑"));
    EXPECT_THAT(got.finding("fire-grade-missing"), HasSubstr("2 幢建筑"));
    EXPECT_THAT(got.finding("fire-grade-derived"), HasSubstr("1 幢建筑"));
}

TEST(ObstaclesOf, WidenLaneLinesByHalfTheirClearWidth) {
    const Read got = read({layer(Role::FireLane, {feature(Role::FireLane, "wide", a_line(), {{"width", 6.0}}),
                                                  feature(Role::FireLane, "bare", a_line()),
                                                  feature(Role::FireLane, "narrow", a_line(), {{"width", 3.0}}),
                                                  feature(Role::FireLane, "drawn", an_area(), {{"width", 6.0}})})});
    ASSERT_EQ(got.obstacles.size(), 4u);
    EXPECT_DOUBLE_EQ(got.obstacles[0].half_width_m, 3.0);
    EXPECT_FALSE(got.obstacles[0].half_width_assumed);
    EXPECT_DOUBLE_EQ(got.obstacles[1].half_width_m, 2.0);
    EXPECT_TRUE(got.obstacles[1].half_width_assumed);
    EXPECT_DOUBLE_EQ(got.obstacles[2].half_width_m, 2.0);
    EXPECT_FALSE(got.obstacles[2].half_width_assumed);
    EXPECT_DOUBLE_EQ(got.obstacles[3].half_width_m, 0.0);
    EXPECT_THAT(got.finding("lane-width-missing"), HasSubstr("1 条消防车道"));
    EXPECT_THAT(got.finding("lane-narrow"), HasSubstr("1 条消防车道"));
}

TEST(ObstaclesOf, PresumeAerialSitesThatAreNotSurveyed) {
    const Read got =
        read({layer(Role::AerialSite, {feature(Role::AerialSite, "a", an_area(), {{"surveyed", std::int64_t{1}}}),
                                       feature(Role::AerialSite, "b", an_area(), {{"surveyed", std::int64_t{0}}}),
                                       feature(Role::AerialSite, "c", an_area())})});
    ASSERT_EQ(got.obstacles.size(), 3u);
    EXPECT_FALSE(got.obstacles[0].is_presumed);
    EXPECT_TRUE(got.obstacles[1].is_presumed);
    EXPECT_FALSE(got.obstacles[2].is_presumed);  // given without a word: taken as surveyed
    EXPECT_THAT(got.finding("aerial-site-unsurveyed"), HasSubstr("1 处"));
}

TEST(ObstaclesOf, GivePointsTheirRolesKind) {
    const Read got =
        read({layer(Role::Exit, {feature(Role::Exit, "e", a_point())}),
              layer(Role::Hydrant, {feature(Role::Hydrant, "h", a_point())}),
              layer(Role::Charging, {feature(Role::Charging, "c", a_point()),
                                     feature(Role::Charging, "gone", a_point(), {{"status", std::string{"已拆除"}}})}),
              layer(Role::PowerSource, {feature(Role::PowerSource, "p", a_point(), {{"kind", std::string{"箱变"}}})})});
    ASSERT_EQ(got.obstacles.size(), 4u);
    EXPECT_EQ(got.obstacles[0].what.kind, "exit");
    EXPECT_EQ(got.obstacles[1].what.kind, "hydrant");
    EXPECT_EQ(got.obstacles[2].what.kind, "charging");
    EXPECT_EQ(got.obstacles[3].what.kind, "box_substation");
    EXPECT_TRUE(got.findings.empty());
}

TEST(ObstaclesOf, TakeVoltageAndPressureIntoTheKind) {
    const auto text = [](const char* word) { return Value{std::string{word}}; };
    const Read got = read(
        {layer(Role::Danger, {feature(Role::Danger, "1", a_point(), {{"kind", text("箱变")}, {"voltage", 10.0}}),
                              feature(Role::Danger, "2", a_point(), {{"kind", text("箱变")}, {"voltage", 35.0}}),
                              feature(Role::Danger, "3", a_point(), {{"kind", text("调压箱")}, {"pressure", 0.4}}),
                              feature(Role::Danger, "4", a_point(), {{"kind", text("调压箱")}, {"pressure", 0.8}}),
                              feature(Role::Danger, "5", a_point(), {{"kind", text("油罐")}, {"quantity", -5.0}})}),
         layer(Role::Utility,
               {feature(Role::Utility, "6", a_line(), {{"kind", text("power=minor_line")}}),
                feature(Role::Utility, "7", a_line(), {{"kind", text("power=minor_line")}, {"voltage", 20000.0}}),
                feature(Role::Utility, "8", a_line(), {{"voltage", 110.0}}),
                feature(Role::Utility, "9", a_line(), {{"pressure", 0.2}})})});
    const std::vector<std::string> kinds{"box_substation",     "substation", "gas_regulator",
                                         "gas_regulator_high", "fuel_tank",  "power_minor_line",
                                         "power_line",         "power_line", "gas_pipe"};
    ASSERT_EQ(got.obstacles.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) EXPECT_EQ(got.obstacles[i].what.kind, kinds[i]) << i;
    EXPECT_FALSE(got.obstacles[4].what.quantity) << "a quantity below zero is unknown";
    EXPECT_DOUBLE_EQ(got.obstacles[6].what.voltage_kv.value(), 20.0);
    EXPECT_THAT(got.finding("voltage-in-volts"), HasSubstr("1 个"));
}

TEST(ObstaclesOf, TellWhatTheyMadeOfKinds) {
    const auto text = [](const char* word) { return Value{std::string{word}}; };
    const Read got =
        read({layer(Role::Danger, {feature(Role::Danger, "1", a_point()), feature(Role::Danger, "2", a_point()),
                                   feature(Role::Danger, "3", a_point(), {{"kind", text("man_made=time_machine")}}),
                                   feature(Role::Danger, "4", a_point(), {{"kind", text("北门燃气调压箱")}})})});
    ASSERT_EQ(got.obstacles.size(), 4u);
    EXPECT_EQ(got.obstacles[0].what.kind, "danger_unspecified");
    EXPECT_EQ(got.obstacles[2].what.kind, "danger_unspecified");
    EXPECT_EQ(got.obstacles[3].what.kind, "gas_regulator");
    EXPECT_THAT(got.finding("kind-missing"), HasSubstr("2 个要素"));
    EXPECT_THAT(got.finding("kind-unspecified"), HasSubstr("man_made=time_machine"));
    EXPECT_THAT(got.finding("kind-guessed"), HasSubstr("燃气调压箱"));
}

TEST(ObstaclesOf, RefuseKindsThatTheCodeListLacks) {
    const auto text = [](const char* word) { return Value{std::string{word}}; };
    try {
        read({layer(Role::Danger, {feature(Role::Danger, "1", a_point(), {{"kind", text("反应堆")}}),
                                   feature(Role::Danger, "2", a_point(), {{"kind", text("反应堆")}})}),
              layer(Role::Combustible, {feature(Role::Combustible, "3", a_point(), {{"kind", text("魔法")}})})});
        FAIL() << "unknown kinds were swallowed";
    } catch (const RuleError& error) {
        EXPECT_THAT(error.message().zh, HasSubstr("图层 danger (danger.shp) 的“反应堆”2 个"));
        EXPECT_THAT(error.message().zh, HasSubstr("图层 combustible (combustible.shp) 的“魔法”1 个"));
        EXPECT_THAT(error.message().en, HasSubstr("--map combustible.kind=COLUMN"));
    }
}

}  // namespace
