#include "geo/scenario/scenario_rules.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/requirement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace geo {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const ClearanceRule& rule(const RulePack& pack, const std::string& id) { return *std::ranges::find(pack.clearances, id, &ClearanceRule::id); }

/// A multi-storey dwelling of grade two, as surveyed.
ObstacleClass dwelling() {
    ObstacleClass what;
    what.role = Role::Building;
    what.kind = "building";
    what.use = "residential";
    what.fire_grade = FireGrade::Two, what.fire_grade_from = Origin::Surveyed;
    what.height_class = HeightClass::MultiStorey, what.height_from = Origin::Surveyed;
    return what;
}

std::string refusal(const RulePack& pack, const Scenario& scenario) {
    try {
        with_assumptions(pack, scenario);
    } catch (const RuleError& error) {
        return error.message().zh + "|" + error.message().en;
    }
    return "accepted";
}

// One rule of the Chongqing pack governs every building; under it lies nothing that would govern instead.
TEST(ScenarioRules, ThreeMetresInsteadOfSix) {
    const RulePack pack = load_pack("cn-chongqing-2024");
    const RulePack assumed = with_assumptions(pack, {.name = "three-m", .pack = pack.id, .clearances = {{"shed-to-building", 3.0}}});
    const auto needs = requirements(assumed, ZoneType::Shed, dwelling());
    ASSERT_FALSE(needs.empty());
    EXPECT_EQ(needs.front().need_m, 3.0);
    const Clause& clause = needs.front().rule->clause;
    EXPECT_EQ(clause.status, Status::Assumption);
    EXPECT_EQ(clause.pack, "cn-chongqing-2024");
    EXPECT_EQ(clause.number, rule(pack, "shed-to-building").clause.number);
    EXPECT_THAT(clause.label(), AllOf(HasSubstr("方案 three-m 的假设（原为 6 m）"), HasSubstr(rule(pack, "shed-to-building").clause.label())));
    EXPECT_NE(assumed.sha256, pack.sha256);
    EXPECT_EQ(rule(assumed, "septic-vent"), rule(pack, "septic-vent"));
}

// cn-base has a rule for each grade and height: lowering one leaves a building of unknown grade under the others, lowering all of them does not.
TEST(ScenarioRules, TheLargestStillGovernsUnderCnBase) {
    const RulePack pack = load_pack("cn-base");
    ObstacleClass unknown = dwelling();
    unknown.fire_grade = FireGrade::Unknown;
    const RulePack one = with_assumptions(pack, {.pack = pack.id, .clearances = {{"building.shed.multi.grade12", 3.0}}});
    EXPECT_EQ(requirements(one, ZoneType::Shed, dwelling()).front().need_m, 3.0);
    EXPECT_EQ(requirements(one, ZoneType::Shed, unknown).front().need_m, 9.0);

    Scenario all{.name = "three-m", .pack = pack.id};
    const auto ids = rules_meant(pack, "building.shed.*");
    EXPECT_EQ(ids.size(), 7u);
    EXPECT_THAT(ids, Each(StartsWith("building.shed.")));
    for (const std::string& id : ids) all.clearances[id] = 3.0;
    EXPECT_EQ(requirements(with_assumptions(pack, all), ZoneType::Shed, unknown).front().need_m, 3.0);
}

TEST(ScenarioRules, APatternLeavesBansOut) {
    const RulePack pack = load_pack("cn-base");
    EXPECT_THAT(rules_meant(pack, "building.*"), Each(::testing::Ne("building.footprint")));
    EXPECT_THAT(rules_meant(pack, "hydrant"), ElementsAre("hydrant"));
    EXPECT_THROW(rules_meant(pack, "building.footprint"), RuleError);
    EXPECT_THROW(rules_meant(pack, "no-such.*"), RuleError);
    const auto refused = [&](const char* pattern) {
        try {
            rules_meant(pack, pattern);
        } catch (const RuleError& error) {
            return error.message().en;
        }
        return std::string{"accepted"};
    };
    EXPECT_THAT(refused("building.sheds.*"), AllOf(HasSubstr("building.sheds.*"), HasSubstr("building.shed."))) << "as written, star and all";
    EXPECT_THAT(refused("building.footprint*"), HasSubstr("bans"));
}

// What equals the pack's number is no departure from it.
TEST(ScenarioRules, TheSameNumberIsNoAssumption) {
    const RulePack pack = load_pack("cn-chongqing-2024");
    const RulePack same = with_assumptions(pack, {.pack = pack.id, .clearances = {{"shed-to-building", 6.0}}});
    EXPECT_EQ(same.sha256, pack.sha256);
    EXPECT_EQ(rule(same, "shed-to-building"), rule(pack, "shed-to-building"));
}

TEST(ScenarioRules, WhatCannotBeAssumed) {
    const RulePack pack = load_pack("cn-chongqing-2024");
    EXPECT_THAT(refusal(pack, {.pack = pack.id, .clearances = {{"shed-to-bilding", 3.0}}}), AllOf(HasSubstr("shed-to-bilding"), HasSubstr("shed-to-building,")));
    EXPECT_THAT(refusal(pack, {.name = "mine", .pack = pack.id, .clearances = {{"shed-to-bilding", 3.0}}}), AllOf(HasSubstr("mine"), HasSubstr("shed-to-bilding=pack")));
    EXPECT_THAT(refusal(pack, {.pack = pack.id, .clearances = {{"fire-lane", 3.0}}}), HasSubstr("ban"));
    EXPECT_THAT(refusal(pack, {.pack = pack.id, .clearances = {{"group.gap", 1.0}}}), HasSubstr("parameter"));
    for (const double wrong : {-0.1, 1000.1, std::nan(""), static_cast<double>(INFINITY)})
        EXPECT_THAT(refusal(pack, {.name = "s", .pack = pack.id, .clearances = {{"shed-to-building", wrong}}}), HasSubstr("0 and 1000 m")) << wrong;
    EXPECT_EQ(refusal(pack, {.pack = pack.id, .clearances = {{"shed-to-building", 0.0}}}), "accepted");
}

TEST(ScenarioRules, OfAProject) {
    const std::map<std::string, std::string> packs{{"cn-base", pack_to_text(load_pack("cn-base"))}};
    const Scenario plain{.pack = "cn-base"}, assumed{.pack = "cn-base", .clearances = {{"hydrant", 3.0}}};
    EXPECT_EQ(pack_of(packs, plain).sha256, load_pack("cn-base").sha256);
    EXPECT_EQ(rule(pack_of(packs, assumed), "hydrant").distance_m, 3.0);
    EXPECT_THROW(pack_of(packs, {.pack = "elsewhere"}), RuleError);
}

TEST(ScenarioRules, BasisIsOfTheRulesAlone) {
    const std::map<std::string, std::string> packs{{"cn-base", pack_to_text(load_pack("cn-base"))}, {"cn-chongqing-2024", pack_to_text(load_pack("cn-chongqing-2024"))}};
    const Scenario base{.pack = "cn-base"};
    const auto other = [&](auto change) {
        Scenario scenario = base;
        change(scenario);
        return basis_of(packs, scenario);
    };
    EXPECT_EQ(other([](Scenario& s) { s.name = "copy"; }), basis_of(packs, base));
    EXPECT_NE(other([](Scenario& s) { s.pack = "cn-chongqing-2024"; }), basis_of(packs, base));
    EXPECT_NE(other([](Scenario& s) { s.zone_type = ZoneType::OpenAir; }), basis_of(packs, base));
    EXPECT_NE(other([](Scenario& s) { s.clearances["hydrant"] = 3.0; }), basis_of(packs, base));
    EXPECT_EQ(other([](Scenario& s) { s.pack = "elsewhere"; }), "");
    EXPECT_NE(basis_of(packs, base, {{"B1/strip-1", StripDecision::Confirmed}}), basis_of(packs, base));
    EXPECT_NE(basis_of(packs, base, {{"B1/strip-1", StripDecision::Confirmed}}), basis_of(packs, base, {{"B1/strip-1", StripDecision::Dismissed}}));
    EXPECT_EQ(basis_of({{"p", "text"}}, {.pack = "p"}), basis_of({{"q", "text"}}, {.pack = "q"})) << "of the text, not of its id";
}

// The strict pack lets a shed with its own firewall of 3 h stand 3.5 m from a low building (note 4) instead of 6 m.
TEST(ScenarioRules, DividersOfTheRatingAskedForStandForDistance) {
    const RulePack pack = load_pack("cn-gb50016-strict");
    const auto need_m = [&](double hours) { return requirements(with_assumptions(pack, {.pack = pack.id, .barrier_h = hours}), ZoneType::Shed, dwelling()).front().need_m; };
    EXPECT_EQ(requirements(pack, ZoneType::Shed, dwelling()).front().need_m, 6.0) << "a divider that nobody builds";
    EXPECT_EQ(need_m(0.0), 6.0);
    EXPECT_EQ(need_m(2.99), 6.0);
    EXPECT_EQ(need_m(3.0), 3.5);
    EXPECT_EQ(need_m(4.0), 3.5);
}

// Sichuan: 2 m between groups, or a wall of 2.00 h; Chongqing: a divider of 1.00 h. Anhui knows no divider.
TEST(ScenarioRules, DividersLetGroupsStandCloser) {
    const auto gap_m = [](const char* id, double hours) { return parameter(with_assumptions(load_pack(id), {.pack = id, .barrier_h = hours}), "group.gap"); };
    EXPECT_EQ(gap_m("cn-sichuan", 0.0), 2.0);
    EXPECT_EQ(gap_m("cn-sichuan", 1.5), 2.0);
    EXPECT_EQ(gap_m("cn-sichuan", 2.0), 0.3);
    EXPECT_EQ(gap_m("cn-chongqing-2024", 0.5), 2.0);
    EXPECT_EQ(gap_m("cn-chongqing-2024", 1.0), 0.3);
    EXPECT_EQ(gap_m("cn-anhui-2024", 4.0), 2.0);
    const RulePack built = with_assumptions(load_pack("cn-sichuan"), {.pack = "cn-sichuan", .barrier_h = 2.0});
    EXPECT_THAT(built.parameters.at("group.gap").text.en, HasSubstr("2.00 h"));
    EXPECT_NE(built.sha256, load_pack("cn-sichuan").sha256);
}

TEST(ScenarioRules, Differences) {
    const RulePack pack = load_pack("cn-chongqing-2024");
    EXPECT_TRUE(rule_differences(pack, pack).empty());
    const auto lowered = rule_differences(pack, with_assumptions(pack, {.pack = pack.id, .clearances = {{"shed-to-building", 3.0}}}));
    ASSERT_EQ(lowered.size(), 1u);
    EXPECT_EQ(lowered[0].rule, "shed-to-building");
    EXPECT_EQ(lowered[0].a, 6.0);
    EXPECT_EQ(lowered[0].b, 3.0);
    EXPECT_EQ(lowered[0].unit, "m");
    EXPECT_EQ(lowered[0].text, rule(pack, "shed-to-building").text);

    const auto packs = rule_differences(load_pack("cn-base"), pack);
    const auto of = [&](const std::string& id) { return *std::ranges::find(packs, id, &RuleDifference::rule); };
    EXPECT_TRUE(std::ranges::is_sorted(packs, {}, &RuleDifference::rule));
    EXPECT_EQ(of("building.shed.multi.grade3").a, 7.0);
    EXPECT_EQ(of("building.shed.multi.grade3").b, std::nullopt);
    EXPECT_EQ(of("shed-to-building").a, std::nullopt);
    EXPECT_EQ(of("shed-to-building").b, 6.0);
    EXPECT_EQ(of("group.max_bays").a, 25.0);
    EXPECT_EQ(of("group.max_bays").unit, "count");
    EXPECT_EQ(std::ranges::find(packs, "hydrant", &RuleDifference::rule), packs.end());

    RulePack narrower = pack;
    std::ranges::find(narrower.clearances, "hydrant", &ClearanceRule::id)->strength = Strength::Must;
    const auto stricter = rule_differences(pack, narrower);
    ASSERT_EQ(stricter.size(), 1u);
    EXPECT_EQ(stricter[0].a, stricter[0].b);
}

}  // namespace
}  // namespace geo
