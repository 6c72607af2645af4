#include "geo/rules/requirement.hpp"

#include "tests/geo/rules/classes.hpp"
#include "tests/geo/rules/pack_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace geo;
using enum ZoneType;
using testing::HasSubstr;

/// 9 m from a building, and what stands in its place: a share by few openings, 4 m by protected ones, nothing by a firewall, 1 m by a divider.
json exception(const char* id, double value, const char* unit, const char* facade) {
    json made = rule(id, "building", value);
    made["unit"] = unit;
    made["instead_of"] = {"wall"};
    if (facade) made["from"]["facade"] = {facade};
    return made;
}

class Exceptions : public PackFiles {
   protected:
    RulePack load(std::initializer_list<json> exceptions) {
        json wall = rule("wall", "building", 9.0);
        wall["replaces"] = json::array();
        for (const ClearanceRule& each : base().clearances)
            if (each.id.starts_with("building.") && !each.ban) wall["replaces"].push_back(each.id);
        json pack = pack_with({wall});
        for (const json& each : exceptions) pack["rules"].push_back(each);
        return load_pack(write(pack));
    }
};

/// What governs, and by which rule.
std::pair<double, std::string> asked(const RulePack& pack, const ObstacleClass& what, ZoneType zone = Shed) {
    const auto all = requirements(pack, zone, what);
    return all.empty() ? std::pair{-1.0, std::string{"bare"}} : std::pair{all.front().need_m, all.front().rule->id};
}
using Asked = std::pair<double, std::string>;

ObstacleClass walled(Facade facade) {
    ObstacleClass what = surveyed(FireGrade::Two, HeightClass::MultiStorey);
    what.facade = facade;
    what.part = BuildingPart::Walls;
    return what;
}

TEST_F(Exceptions, HoldOnlyForTheWallThatCarriesTheAttribute) {
    const RulePack pack = load({exception("few", 0.75, "share", "few_openings"), exception("protected", 4.0, "m", "protected"), exception("firewall", 0.0, "m", "firewall")});
    EXPECT_EQ(asked(pack, walled(Facade::Unknown)), (Asked{9.0, "wall"})) << "no attribute, no reduction";
    EXPECT_EQ(asked(pack, walled(Facade::FewOpenings)), (Asked{6.75, "few"}));
    EXPECT_EQ(asked(pack, walled(Facade::Protected)), (Asked{4.0, "protected"}));
    EXPECT_EQ(asked(pack, walled(Facade::Blank)), (Asked{9.0, "wall"})) << "another wall than any exception speaks of";
    EXPECT_EQ(asked(pack, walled(Facade::Firewall)).first, 0.0);
}

TEST_F(Exceptions, OfSeveralTheOneThatAsksLeastCounts) {
    const RulePack pack = load({exception("by-share", 0.5, "share", "firewall"), exception("by-metres", 4.0, "m", "firewall")});
    EXPECT_EQ(asked(pack, walled(Facade::Firewall)), (Asked{4.0, "by-metres"})) << "half of 9 m is 4.5 m";
}

TEST_F(Exceptions, NeverAskForMoreThanTheRuleTheyStandInFor) {
    const RulePack pack = load({exception("longer", 20.0, "m", "firewall")});
    EXPECT_EQ(asked(pack, walled(Facade::Firewall)), (Asked{9.0, "wall"}));
}

TEST_F(Exceptions, HoldOnlyWhereEveryConditionIsKnown) {
    json graded = exception("graded", 0.0, "m", "firewall");
    graded["from"]["fire_grade"] = {1, 2};
    graded["from"]["not_use"] = {"children_elderly"};
    const RulePack pack = load({graded});
    ObstacleClass what = walled(Facade::Firewall);
    EXPECT_EQ(asked(pack, what), (Asked{9.0, "wall"})) << "its use is unknown";
    what.use = "children_elderly";
    EXPECT_EQ(asked(pack, what), (Asked{9.0, "wall"}));
    what.use = "residential";
    EXPECT_EQ(asked(pack, what).first, 0.0);
    what.fire_grade = FireGrade::Three;
    EXPECT_EQ(asked(pack, what), (Asked{9.0, "wall"}));
    what.fire_grade = FireGrade::Unknown, what.fire_grade_from = Origin::Unknown;
    EXPECT_EQ(asked(pack, what), (Asked{9.0, "wall"})) << "it may be of grade three";
}

// A grade guessed from the structure lets the exception hold, but what rests on a guess is derived.
TEST_F(Exceptions, OnADerivedGradeAreDerived) {
    json graded = exception("graded", 4.0, "m", "firewall");
    graded["from"]["fire_grade"] = {1, 2};
    const RulePack pack = load({graded});
    ObstacleClass what = walled(Facade::Firewall);
    const auto sure = requirements(pack, Shed, what);
    EXPECT_FALSE(sure.front().is_derived);
    what.fire_grade_from = Origin::Derived;
    const auto guessed = requirements(pack, Shed, what);
    EXPECT_EQ(guessed.front().need_m, 4.0);
    EXPECT_TRUE(guessed.front().is_derived);
}

TEST_F(Exceptions, OfOneZoneTypeAreNoneOfAnother) {
    json sheds_only = exception("sheds", 0.0, "m", "firewall");
    sheds_only["zone"] = {"shed"};
    const RulePack pack = load({sheds_only});
    EXPECT_EQ(asked(pack, walled(Facade::Firewall), Shed).first, 0.0);
    EXPECT_EQ(asked(pack, walled(Facade::Firewall), OpenAir), (Asked{9.0, "wall"}));
}

TEST_F(Exceptions, LeaveTheFootprintBannedAndProjectingPartsTheirDistance) {
    const RulePack pack = load({exception("firewall", 0.0, "m", "firewall")});
    ObstacleClass ground = surveyed(FireGrade::Two, HeightClass::MultiStorey);
    ground.part = BuildingPart::Footprint;
    const auto asked_of_ground = requirements(pack, Shed, ground);
    ASSERT_EQ(asked_of_ground.size(), 1u);
    EXPECT_TRUE(asked_of_ground.front().rule->ban);
    ObstacleClass eave = surveyed(FireGrade::Two, HeightClass::MultiStorey);
    eave.part = BuildingPart::Projection;
    EXPECT_EQ(asked(pack, eave), (Asked{9.0, "wall"}));
}

TEST_F(Exceptions, ThatStateNoNumberDoNotHold) {
    json asks = exception("asks", 0.0, "m", "firewall");
    asks["value"] = nullptr;
    EXPECT_EQ(asked(load({asks}), walled(Facade::Firewall)), (Asked{9.0, "wall"}));
}

TEST_F(Exceptions, OneMayStandInForSeveralRules) {
    json second = rule("second", "building", 5.0);
    json both = exception("both", 2.0, "m", "firewall");
    both["instead_of"] = {"wall", "second"};
    const RulePack pack = load({second, both});
    const auto all = requirements(pack, Shed, walled(Facade::Firewall));
    EXPECT_EQ(std::ranges::count(all, "both", [](const Requirement& r) { return r.rule->id; }), 1);
    EXPECT_EQ(all.front().need_m, 2.0);
    EXPECT_EQ(asked(pack, walled(Facade::Unknown)), (Asked{9.0, "wall"}));
}

TEST_F(Exceptions, ThatMakeNoSenseAreRefused) {
    const auto refused = [&](json made) {
        json pack = pack_with({made});
        return refusal(write(pack));
    };
    json at_base = exception("e", 0.5, "share", "firewall");
    at_base["instead_of"] = {"building.shed.multi.grade12"};
    EXPECT_EQ(refused(at_base), "accepted");
    json more = at_base;
    more["value"] = 1.5;
    EXPECT_THAT(refused(more), HasSubstr("above 1"));
    json banned = at_base;
    banned["ban"] = true;
    EXPECT_THAT(refused(banned), HasSubstr("cannot be a ban"));
    json baseless = at_base;
    baseless["from"].erase("facade");
    EXPECT_THAT(refused(baseless), HasSubstr("rests on"));
    json share = rule("r", "silo", 0.5);
    share["unit"] = "share";
    EXPECT_THAT(refused(share), HasSubstr("only exceptions"));
    json with_wall = rule("r", "building", 5);
    with_wall["from"]["facade"] = {"firewall"};
    EXPECT_THAT(refused(with_wall), HasSubstr("instead_of"));
    for (const char* wrong : {"ghost", "building.footprint", "e", "bay.width"}) {
        json lost = at_base;
        lost["instead_of"] = {wrong};
        EXPECT_THAT(refused(lost), HasSubstr(wrong)) << wrong;
    }
}

// A child that replaces the rule takes it from under its parent's exception.
TEST_F(Exceptions, OfTheParentGoWithTheRuleThatGaveWay) {
    json few = exception("few", 0.75, "share", "few_openings");
    few["instead_of"] = {"building.shed.multi.grade12", "building.shed.multi.grade3"};
    write(pack_with({few}, "county"));
    json eight = rule("eight", "building", 8.0);
    eight["replaces"] = {"building.shed.multi.grade12"};
    const RulePack pack = load_pack(write(pack_with({eight}, "village", "county")));
    const auto left = std::ranges::find(pack.clearances, "few", &ClearanceRule::id);
    ASSERT_NE(left, pack.clearances.end());
    EXPECT_EQ(left->instead_of, std::vector<std::string>{"building.shed.multi.grade3"});
    eight["replaces"].push_back("building.shed.multi.grade3");
    const RulePack both = load_pack(write(pack_with({eight}, "hamlet", "county")));
    EXPECT_EQ(std::ranges::find(both.clearances, "few", &ClearanceRule::id), both.clearances.end());
}

TEST_F(Exceptions, AreStoredWithTheProject) {
    json by_divider = exception("divider", 1.0, "ft", nullptr);
    by_divider["barrier_h"] = 3;
    json asks = exception("asks", 0.0, "m", "blank");
    asks["value"] = nullptr;
    const RulePack pack = load({exception("few", 0.75, "share", "few_openings"), by_divider, asks});
    const RulePack again = pack_from_text(pack_to_text(pack));
    EXPECT_EQ(again.clearances, pack.clearances);
    EXPECT_EQ(again.sha256, pack.sha256);
}

}  // namespace
