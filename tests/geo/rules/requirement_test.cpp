#include "geo/rules/requirement.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/rules/classes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace {

using namespace geo;
using enum ZoneType;
using enum Status;
using testing::HasSubstr;

struct Row {
    int line;
    const RulePack& pack;
    ZoneType zone;
    ObstacleClass what;
    double need_m;
    Status status;
    bool is_derived;
};

TEST(Requirements, AreThoseOfTheTable) {
    constexpr FireGrade I = FireGrade::One, II = FireGrade::Two, III = FireGrade::Three, IV = FireGrade::Four;
    constexpr HeightClass multi = HeightClass::MultiStorey, two = HeightClass::HighTwo, one = HeightClass::HighOne,
                          super = HeightClass::Super;
    constexpr Origin sure = Origin::Surveyed, derived = Origin::Derived, none = Origin::Unknown;
    const std::optional<double> unknown;
    const Row rows[]{
        // Sheds to buildings, GB 50016 table 5.2.2: the row of single- and multi-storey buildings of grade one or two.
        {__LINE__, base(), Shed, surveyed(I, multi), 6, Assumption, false},
        {__LINE__, base(), Shed, surveyed(II, multi), 6, Assumption, false},
        {__LINE__, base(), Shed, surveyed(III, multi), 7, Assumption, false},
        {__LINE__, base(), Shed, surveyed(IV, multi), 9, Assumption, false},
        {__LINE__, base(), Shed, surveyed(I, two), 9, Assumption, false},
        {__LINE__, base(), Shed, surveyed(II, two), 9, Assumption, false},
        {__LINE__, base(), Shed, surveyed(I, one), 9, Assumption, false},
        {__LINE__, base(), Shed, surveyed(II, super), 9, Assumption, false},
        {__LINE__, base(), Shed, surveyed(III, two), 11, Assumption, false},
        {__LINE__, base(), Shed, surveyed(IV, one), 14, Assumption, false},
        {__LINE__, base(), OpenAir, surveyed(I, multi), 6, Assumption, false},
        {__LINE__, base(), ChargingCabinet, surveyed(III, multi), 7, Assumption, false},
        {__LINE__, base(), SwapCabinet, surveyed(IV, multi), 9, Assumption, false},
        // Attributes missing or derived.
        {__LINE__, base(), Shed, unknown_building(), 9, Assumption, true},
        {__LINE__, base(), Shed, building(FireGrade::Unknown, none, multi, sure), 9, Assumption, true},
        {__LINE__, base(), Shed, building(II, derived, multi, sure), 6, Assumption, true},
        {__LINE__, base(), Shed, building(II, sure, HeightClass::Unknown, none), 9, Assumption, true},
        {__LINE__, base(), Shed, building(III, sure, HeightClass::Unknown, none), 7, Assumption,
         false},  // so it is not high-rise
        {__LINE__, base(), Shed, building(II, derived, one, sure), 9, Assumption,
         false},  // high-rise is of grade one or two
        {__LINE__, base(), Shed, building(FireGrade::Unknown, none, two, sure), 9, Assumption, false},
        {__LINE__, base(), Shed, building(II, sure, multi, derived), 6, Assumption, true},
        {__LINE__, base(), Shed, building(IV, sure, multi, derived), 9, Assumption, false},
        // Chongqing: 6 m from a shed to any building; open air stays with cn-base.
        {__LINE__, chongqing(), Shed, unknown_building(), 6, Secondary, false},
        {__LINE__, chongqing(), Shed, surveyed(IV, multi), 6, Secondary, false},
        {__LINE__, chongqing(), Shed, surveyed(III, two), 6, Secondary, false},
        {__LINE__, chongqing(), Shed, building(II, derived, multi, derived), 6, Secondary, false},
        {__LINE__, chongqing(), OpenAir, surveyed(IV, multi), 9, Assumption, false},
        {__LINE__, chongqing(), OpenAir, danger("septic_vent"), 6, Secondary, false},
        {__LINE__, chongqing(), Shed, danger("septic_tank"), 6, Secondary, false},
        {__LINE__, chongqing(), SwapCabinet, danger("septic_vent"), 6, Assumption, false},
        {__LINE__, chongqing(), Shed, of(Role::Charging, "charging"), 2, Secondary, false},
        {__LINE__, chongqing(), Shed, of(Role::FireLane, "fire_lane"), 0, Secondary, false},
        {__LINE__, chongqing(), Shed, of(Role::Utility, "gas_pipe"), 4, Assumption, false},
        // Fire access.
        {__LINE__, base(), Shed, of(Role::FireLane, "fire_lane"), 0, Secondary, false},
        {__LINE__, base(), OpenAir, of(Role::AerialSite, "aerial_site"), 0, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Exit, "exit"), 6, Assumption, false},
        {__LINE__, base(), Shed, of(Role::Hydrant, "hydrant"), 5, Unverified, false},
        // Electricity.
        {__LINE__, base(), Shed, of(Role::PowerSource, "box_substation"), 3, Secondary, false},
        {__LINE__, base(), OpenAir, of(Role::PowerSource, "box_substation"), 3, Assumption, false},
        {__LINE__, base(), Shed, danger("transformer"), 6, Assumption, false},
        {__LINE__, base(), Shed, danger("substation", 3), 15, Assumption, false},
        {__LINE__, base(), Shed, danger("substation", 4.9), 15, Assumption, false},
        {__LINE__, base(), Shed, danger("substation", 5), 15, Unverified, false},
        {__LINE__, base(), Shed, danger("substation", 10), 15, Unverified, false},
        {__LINE__, base(), Shed, danger("substation", 10.5), 20, Unverified, false},
        {__LINE__, base(), Shed, danger("substation", 50), 20, Unverified, false},
        {__LINE__, base(), Shed, danger("substation", 51), 25, Unverified, false},
        {__LINE__, base(), Shed, danger("substation"), 25, Unverified, true},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 0.4), 1, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 1.0), 5, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 10), 5, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 20), 10, Assumption, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 35), 10, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 110), 10, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 220), 15, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 500), 20, Secondary, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line", unknown, 800), 30, Assumption, false},
        {__LINE__, base(), Shed, of(Role::Utility, "power_line"), 30, Assumption, true},
        {__LINE__, base(), Shed, of(Role::Utility, "power_minor_line"), 5, Assumption, false},
        // Gas, sewage, works, tanks.
        {__LINE__, base(), Shed, danger("gas_regulator"), 4, Assumption, false},
        {__LINE__, base(), Shed, danger("gas_regulator_cabinet"), 4, Unverified, false},
        {__LINE__, base(), Shed, danger("gas_regulator_station"), 6, Unverified, false},
        {__LINE__, base(), Shed, danger("lpg_store", 10), 10, Assumption, false},
        {__LINE__, base(), Shed, danger("lpg_store", 10.01), 15, Assumption, false},
        {__LINE__, base(), Shed, danger("lpg_store"), 15, Assumption, true},
        {__LINE__, base(), Shed, danger("septic_vent"), 6, Assumption, false},
        {__LINE__, base(), Shed, danger("factory_a"), 25, Secondary, false},
        {__LINE__, base(), OpenAir, danger("factory_a"), 25, Assumption, false},
        {__LINE__, base(), Shed, danger("factory_c"), 14, Assumption, true},
        {__LINE__, base(), Shed, danger("warehouse_a_1256", 10), 25, Secondary, false},
        {__LINE__, base(), Shed, danger("warehouse_a_1256", 11), 30, Secondary, false},
        {__LINE__, base(), Shed, danger("warehouse_a_34", 5), 30, Secondary, false},
        {__LINE__, base(), Shed, danger("warehouse_a_34", 6), 40, Secondary, false},
        {__LINE__, base(), Shed, danger("warehouse_a"), 40, Assumption, true},
        {__LINE__, base(), Shed, danger("fuel_station"), 11, Unverified, false},
        {__LINE__, base(), Shed, danger("fuel_tank", 20), 12, Unverified, false},
        {__LINE__, base(), Shed, danger("fuel_tank", 50), 25, Assumption, false},
        {__LINE__, base(), Shed, danger("fuel_tank"), 25, Assumption, true},
        {__LINE__, base(), Shed, danger("diesel_tank", 100), 12, Unverified, false},
        // Refuse and combustibles.
        {__LINE__, base(), Shed, danger("refuse_room"), 10, Assumption, false},
        {__LINE__, base(), Shed, danger("waste_transfer", 149), 10, Secondary, false},
        {__LINE__, base(), Shed, danger("waste_transfer", 150), 15, Secondary, false},
        {__LINE__, base(), Shed, danger("waste_transfer", 450), 15, Secondary, false},
        {__LINE__, base(), Shed, danger("waste_transfer", 451), 30, Secondary, false},
        {__LINE__, base(), Shed, danger("waste_transfer"), 30, Secondary, true},
        {__LINE__, base(), Shed, of(Role::Combustible, "cardboard"), 6, Assumption, false},
        {__LINE__, base(), Shed, of(Role::Combustible, "timber_stack", 49), 6, Assumption, false},
        {__LINE__, base(), Shed, of(Role::Combustible, "timber_stack", 50), 10, Unverified, false},
        {__LINE__, base(), Shed, of(Role::Combustible, "straw_stack", 10), 15, Unverified, false},
        {__LINE__, base(), Shed, of(Role::Combustible, "straw_stack", 9), 6, Assumption, false},
        {__LINE__, base(), Shed, of(Role::Combustible, "combustible_unspecified"), 6, Assumption, false},
        {__LINE__, base(), Shed, danger("danger_unspecified"), 25, Assumption, false},
        {__LINE__, base(), Shed, of(Role::NoBuild, "water"), 0, Assumption, false},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(fmt::format("line {}: {}, {}", row.line, zone_type_name(row.zone), described(row.what).en));
        const auto asked = requirements(row.pack, row.zone, row.what);
        ASSERT_FALSE(asked.empty());
        EXPECT_DOUBLE_EQ(asked.front().need_m, row.need_m) << asked.front().rule->id;
        EXPECT_EQ(status_name(asked.front().rule->clause.status), status_name(row.status)) << asked.front().rule->id;
        EXPECT_EQ(asked.front().is_derived, row.is_derived) << asked.front().rule->id;
    }
}

// 110 kV: the protected strip of 10 m governs the 4 m of the swinging conductor; both are told, the largest first.
TEST(Requirements, SeveralMayApplyAndTheLargestGoverns) {
    const auto asked = requirements(base(), Shed, of(Role::Utility, "power_line", {}, 110.0));
    ASSERT_EQ(asked.size(), 2u);
    EXPECT_EQ(asked[0].rule->id, "power-line.protected.35-110");
    EXPECT_EQ(asked[1].rule->id, "power-line.swing.66-110");
}

TEST(Requirements, OfABuildingAreNotHiddenByItsFootprintsBan) {
    const auto asked = requirements(base(), Shed, surveyed(FireGrade::Two, HeightClass::MultiStorey));
    ASSERT_EQ(asked.size(), 2u);
    EXPECT_DOUBLE_EQ(asked[0].need_m, 6.0);
    EXPECT_FALSE(asked[0].rule->ban);
    EXPECT_EQ(asked[1].rule->id, "building.footprint");
    EXPECT_TRUE(asked[1].rule->ban);
}

TEST(Requirements, OfEveryKindOfTheCodeListAreStatedForEveryZoneType) {
    EXPECT_GE(obstacle_kinds().size(), 80u);
    for (const ObstacleKind& kind : obstacle_kinds())
        for (const ZoneType zone : {OpenAir, Shed, ChargingCabinet, SwapCabinet})
            for (const Role role : kind.roles)
                EXPECT_FALSE(requirements(base(), zone, of(role, kind.code)).empty())
                    << kind.code << ", " << zone_type_name(zone);
}

TEST(Requirements, AreNoneForAClassThatOnlyTheBanCovers) {
    RulePack pack = base();
    std::erase_if(pack.clearances, [](const ClearanceRule& rule) { return rule.id == "building.shed.multi.grade3"; });
    EXPECT_TRUE(requirements(pack, Shed, surveyed(FireGrade::Three, HeightClass::MultiStorey)).empty());
    EXPECT_TRUE(requirements(pack, Shed, unknown_building()).empty()) << "it may be of the class that no rule covers";
    EXPECT_FALSE(requirements(pack, Shed, surveyed(FireGrade::Two, HeightClass::MultiStorey)).empty());
}

// A building rule by use: 8 m to places of children and the elderly, else 6 m.
TEST(Requirements, CountAnUnknownUseWithTheWorst) {
    RulePack pack = chongqing();
    ClearanceRule rule = *std::ranges::find(pack.clearances, "shed-to-building", &ClearanceRule::id);
    rule.id = "shed-to-children", rule.distance_m = 8.0, rule.from.uses = {"children_elderly"};
    pack.clearances.push_back(rule);
    ObstacleClass what = surveyed(FireGrade::Two, HeightClass::MultiStorey);
    EXPECT_DOUBLE_EQ(requirements(pack, Shed, what).front().need_m, 8.0);
    EXPECT_TRUE(requirements(pack, Shed, what).front().is_derived);
    what.use = "residential";
    EXPECT_DOUBLE_EQ(requirements(pack, Shed, what).front().need_m, 6.0);
    EXPECT_FALSE(requirements(pack, Shed, what).front().is_derived);
}

TEST(Requirements, OfAnUnknownAttributeAreNeverLessThanOfAnyOfItsValues) {
    for (const RulePack* pack : {&base(), &chongqing()})
        for (const ZoneType zone : {OpenAir, Shed, ChargingCabinet, SwapCabinet}) {
            const double worst_m = requirements(*pack, zone, unknown_building()).front().need_m;
            for (const FireGrade grade : {FireGrade::One, FireGrade::Two, FireGrade::Three, FireGrade::Four})
                EXPECT_LE(requirements(*pack, zone, surveyed(grade, HeightClass::MultiStorey)).front().need_m, worst_m);
            for (const HeightClass height : {HeightClass::HighTwo, HeightClass::HighOne, HeightClass::Super})
                EXPECT_LE(requirements(*pack, zone, surveyed(FireGrade::Two, height)).front().need_m, worst_m);
            for (const ObstacleKind& kind : obstacle_kinds()) {
                if (kind.code == "building") continue;
                const double unknown_m = requirements(*pack, zone, danger(kind.code)).front().need_m;
                for (const double value : {0.01, 0.4, 0.9995, 1.0, 5.0, 9.9995, 10.0, 35.0, 50.0, 110.0, 149.9995,
                                           250.0, 500.0, 999.9995, 1e4, 1e6})
                    EXPECT_LE(requirements(*pack, zone, danger(kind.code, value, value)).front().need_m, unknown_m)
                        << kind.code << ' ' << value;
            }
        }
}

TEST(Governing, KeepsTheOrderOfTheObstacles) {
    const std::vector<Obstacle> obstacles{{.id = "a", .name = {}, .what = danger("refuse_room"), .shape = {}},
                                          {.id = "b", .name = {}, .what = of(Role::Hydrant, "hydrant"), .shape = {}},
                                          {.id = "c", .name = {}, .what = danger("refuse_room"), .shape = {}}};
    const auto kept = governing(base(), Shed, obstacles);
    ASSERT_EQ(kept.size(), 3u);
    EXPECT_EQ(kept[0].obstacle, &obstacles[0]);
    EXPECT_DOUBLE_EQ(kept[0].requirement.need_m, 10.0);
    EXPECT_DOUBLE_EQ(kept[1].requirement.need_m, 5.0);
    EXPECT_EQ(kept[2].requirement.rule->id, "refuse-room");
}

TEST(Governing, ListsTheClassesThatNoRuleCoversWithTheirCounts) {
    RulePack pack = base();
    std::erase_if(pack.clearances,
                  [](const ClearanceRule& rule) { return rule.id == "refuse-room" || rule.id == "silo"; });
    const std::vector<Obstacle> obstacles{{.id = "a", .name = {}, .what = danger("refuse_room"), .shape = {}},
                                          {.id = "b", .name = {}, .what = danger("silo"), .shape = {}},
                                          {.id = "c", .name = {}, .what = danger("refuse_room"), .shape = {}}};
    try {
        governing(pack, Shed, obstacles);
        FAIL() << "silence must not read as zero";
    } catch (const RuleError& error) {
        EXPECT_THAT(error.message().en, HasSubstr("refuse room (2); silo (1)"));
        EXPECT_THAT(error.message().zh, HasSubstr("垃圾房 2 个；筒仓 1 个"));
    }
}

TEST(Governing, TakesLittleTimeForATown) {
    const HeightClass heights[]{HeightClass::Unknown, HeightClass::MultiStorey, HeightClass::HighTwo,
                                HeightClass::HighOne};
    std::vector<Obstacle> obstacles(54203);
    for (std::size_t i = 0; i < obstacles.size(); ++i)
        obstacles[i].what =
            building(FireGrade::Unknown, Origin::Unknown, heights[i % 4], i % 4 ? Origin::Surveyed : Origin::Unknown);
    const auto start = std::chrono::steady_clock::now();
    const auto kept = governing(base(), Shed, obstacles);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    EXPECT_EQ(kept.size(), obstacles.size());
    RecordProperty("milliseconds", static_cast<int>(elapsed.count() * 1000));
    EXPECT_LT(elapsed.count(), 2.0) << "0.2 s on an idle machine";
}

TEST(Parameter, IsTheChildsBeforeTheParents) {
    EXPECT_DOUBLE_EQ(parameter(base(), "group.max_bays"), 25.0);
    EXPECT_DOUBLE_EQ(parameter(chongqing(), "group.max_bays"), 30.0);
    for (const auto& [id, value] :
         std::initializer_list<std::pair<const char*, double>>{{"bay.width", 0.8},
                                                               {"bay.depth", 2.0},
                                                               {"aisle.one_side", 1.5},
                                                               {"aisle.two_sides", 2.6},
                                                               {"aisle.may_leave_zone", 1},
                                                               {"group.max_length", 20},
                                                               {"group.gap", 2},
                                                               {"site.max_bays", 100},
                                                               {"least_site.bays", 2},
                                                               {"setback", 0},
                                                               {"fire_lane.clear_width", 4}}) {
        EXPECT_DOUBLE_EQ(parameter(base(), id), value) << id;
        EXPECT_DOUBLE_EQ(parameter(chongqing(), id), value) << id;
    }
    EXPECT_THROW(parameter(base(), "bay.colour"), RuleError);
}

}  // namespace
