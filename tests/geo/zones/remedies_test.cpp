#include "tests/geo/zones/scene.hpp"

#include <gmock/gmock.h>

namespace geo {
namespace {

using namespace scene;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

constexpr double near_m2 = 0.05;
constexpr const char* building_rule = "building.shed.multi.grade12";

/// A surveyed dwelling of grade two across the strip and 20 m beyond both of its sides.
void add_block(Scene& scene, const std::string& id, const std::string& name, double x0, double x1) {
    scene.add(Role::Building, id, {{rectangle(x0, -20, x1, 30)}, {}, {}}).name = name;
    scene.set("height", 15.0), scene.set("fire_grade", std::string{"二级"}), scene.set("use", std::string{"residential"});
}

/// An exception for a kind of wall in the place of the 6 m.
ClearanceRule exception(Scene& scene, Facade facade, double metres, double barrier_h = 0.0) {
    ClearanceRule rule = scene.rule(building_rule);
    rule.id = "exception-" + std::to_string(static_cast<int>(facade));
    rule.from.height_classes.clear();
    if (facade != Facade::Unknown) rule.from.facades = {facade};
    rule.instead_of = {building_rule};
    rule.distance_m = metres;
    rule.barrier_h = barrier_h;
    rule.clause.number = "7.7";
    rule.clause.source = "示例";
    return rule;
}

void add_rule(Scene& scene, ClearanceRule rule) {
    scene.pack.clearances.push_back(std::move(rule));
    std::ranges::sort(scene.pack.clearances, {}, &ClearanceRule::id);
}

std::vector<Remedy> of_kind(const GroundTaken& taken, RemedyKind kind) {
    std::vector<Remedy> found;
    std::ranges::copy_if(taken.remedies, std::back_inserter(found), [&](const Remedy& r) { return r.kind == kind; });
    return found;
}

/// A strip of 30 × 10 m between two blocks: 100 m² of open ground (x = 10 … 20), all taken by the 6 m of both.
Scene courtyard() {
    Scene scene{30, 10};
    add_block(scene, "A", "1#", 0, 10);
    add_block(scene, "B", "2#", 20, 30);
    return scene;
}

// With a firewall at A only B's 6 m are left: x = 10 … 14 are free, 40 m². Only its east wall looks into the yard.
TEST(Remedies, AWallFreesWhatOnlyItsDistanceTakes) {
    Scene scene = courtyard();
    add_rule(scene, exception(scene, Facade::Firewall, 0.0));
    const GroundTaken taken = scene.taken();
    EXPECT_EQ(taken.zones, 0u);
    EXPECT_NEAR(taken.taken_share, 1.0, 1e-3);
    const std::vector<Remedy> walls = of_kind(taken, RemedyKind::Wall);
    ASSERT_THAT(walls, SizeIs(3));
    EXPECT_THAT(walls[0].obstacles, ElementsAre("A", "B"));
    EXPECT_NEAR(walls[0].zones_m2, 100, 2 * near_m2);
    EXPECT_EQ(walls[0].condition.zh, "若1# 楼、2# 楼的外墙均为防火墙（示例 7.7，0 m）");
    const auto of_a = std::ranges::find(walls, std::vector<std::string>{"A"}, &Remedy::obstacles);
    ASSERT_NE(of_a, walls.end());
    EXPECT_NEAR(of_a->zones_m2, 40, near_m2);
    EXPECT_NEAR(of_a->widest_m, 4.0, 0.2);  // circles are found to a decimetre
    EXPECT_EQ(of_a->need_before_m, 6.0);
    EXPECT_EQ(of_a->need_after_m, 0.0);
    EXPECT_EQ(of_a->rule_after, "exception-4");
    EXPECT_THAT(of_a->text.zh, StartsWith("若1# 楼东侧外墙为防火墙（示例 7.7，0 m），可得 1 处可设地，共 40 m²，最宽 "));
    EXPECT_THAT(of_a->text.en, StartsWith("With a firewall on the east side of building 1 (示例 7.7, 0 m): 1 zone of 40 m², up to "));
    EXPECT_THAT(taken.summary.zh, HasSubstr(of_a->text.zh));
}

// With a protected wall 5 m are asked instead of 6: from both sides they still meet in the middle of the 10 m.
TEST(Remedies, AWallThatFreesNothingIsNotTold) {
    Scene scene = courtyard();
    add_rule(scene, exception(scene, Facade::Protected, 5.0));
    const GroundTaken taken = scene.taken();
    EXPECT_THAT(taken.remedies, IsEmpty());
    EXPECT_THAT(taken.summary.en, HasSubstr("No exception of the pack, survey, clearing or other type of zone would make a zone."));
}

// The exceptions of the pack hold for grades one and two; of A the grade is not known, which counts as the worst.
TEST(Remedies, AnExceptionForKnownGradesAsksForTheGradeToo) {
    Scene scene{30, 10};
    scene.add(Role::Building, "A", {{rectangle(0, -20, 10, 30)}, {}, {}}).name = "1#";
    scene.set("height", 15.0), scene.set("use", std::string{"residential"});
    add_block(scene, "B", "2#", 20, 30);
    add_rule(scene, exception(scene, Facade::Firewall, 0.0));
    const std::vector<Remedy> walls = of_kind(scene.taken(), RemedyKind::Wall);
    const auto of_a = std::ranges::find(walls, std::vector<std::string>{"A"}, &Remedy::obstacles);
    ASSERT_NE(of_a, walls.end());
    EXPECT_THAT(of_a->condition.zh, HasSubstr("并查明为耐火等级二级"));
    EXPECT_THAT(of_a->condition.en, HasSubstr("and a survey that shows grade two"));
}

// A block of unknown grade asks for 9 m (grade four); known to be of grade two for 6 m. In a strip from its wall at x = 10 to 18 the 9 m take all 80 m², 6 m leave 20.
TEST(Remedies, SurveyingAnUnknownGradeFreesTheDifference) {
    Scene scene{18, 10};
    scene.add(Role::Building, "A", {{rectangle(0, 0, 10, 10)}, {}, {}}).name = "1#";
    scene.set("height", 15.0), scene.set("use", std::string{"residential"});
    const GroundTaken taken = scene.taken();
    EXPECT_EQ(taken.zones, 0u);
    const std::vector<Remedy> surveys = of_kind(taken, RemedyKind::Survey);
    ASSERT_THAT(surveys, SizeIs(1));
    EXPECT_NEAR(surveys[0].zones_m2, 20, near_m2);
    EXPECT_EQ(surveys[0].need_before_m, 9.0);
    EXPECT_EQ(surveys[0].need_after_m, 6.0);
    EXPECT_THAT(surveys[0].condition.zh, HasSubstr("若查明1# 楼为耐火等级二级（"));
    EXPECT_THAT(surveys[0].condition.en, HasSubstr("if a survey shows building 1 to be grade two ("));
}

TEST(Remedies, WhatIsSurveyedNeedsNoSurvey) {
    const GroundTaken taken = courtyard().taken();
    EXPECT_THAT(of_kind(taken, RemedyKind::Survey), IsEmpty());
}

// Combustibles and an illegal structure may go, and then do not cover ground either. Each alone leaves the other's distance.
TEST(Remedies, CombustiblesAndIllegalStructuresMayGo) {
    Scene scene{20, 10};
    scene.add(Role::Combustible, "K", {{rectangle(9, 0, 11, 10)}, {}, {}});
    scene.set("kind", std::string{"可燃物"});
    const double need_m = scene.taken().rows.at(0).need_m;
    ASSERT_GE(need_m, 6.0);  // reaches 3 … 17 at least
    const GroundTaken taken = scene.taken();
    const std::vector<Remedy> gone = of_kind(taken, RemedyKind::Remove);
    ASSERT_THAT(gone, SizeIs(1));
    EXPECT_NEAR(gone[0].zones_m2, 200, near_m2);
    EXPECT_NEAR(gone[0].gained_m2, 200 - 2 * 10 * (9 - need_m), 2 * near_m2);
    EXPECT_EQ(gone[0].need_after_m, std::nullopt);
    EXPECT_THAT(gone[0].condition.zh, HasSubstr("若清除"));
}

TEST(Remedies, AnIllegalStructureMayGo) {
    Scene scene{20, 10};
    scene.add(Role::Building, "W", {{rectangle(8, 0, 12, 10)}, {}, {}});
    scene.set("part", std::string{"违建"}), scene.set("height", 3.0), scene.set("fire_grade", std::string{"二级"}), scene.set("use", std::string{"residential"});
    const std::vector<Remedy> gone = of_kind(scene.taken(), RemedyKind::Remove);
    ASSERT_THAT(gone, SizeIs(1));
    EXPECT_NEAR(gone[0].zones_m2, 200, near_m2);
    EXPECT_THAT(gone[0].condition.zh, HasSubstr("若拆除违建"));
}

// What is only recommended may be departed from with reasons: 宜 6 m, then none.
TEST(Remedies, ARecommendationMayBeDepartedFrom) {
    Scene scene = courtyard();
    scene.rule(building_rule).strength = Strength::Should;
    const std::vector<Remedy> departures = of_kind(scene.taken(), RemedyKind::Depart);
    ASSERT_FALSE(departures.empty());
    EXPECT_THAT(departures[0].obstacles, ElementsAre("A", "B"));
    EXPECT_NEAR(departures[0].zones_m2, 100, 2 * near_m2);
    EXPECT_THAT(departures[0].text.zh, HasSubstr("说明理由"));
}

// Rules of the scenario as it could be: dividers of 2 h by which sheds keep 2 m, and another type of zone of which 3 m are asked.
TEST(Remedies, DividersAndOtherZonesOfTheScenario) {
    Scene scene = courtyard();
    OtherRules divider{RemedyKind::Divider, scene.pack, ZoneType::Shed, 2.0};
    divider.pack.clearances.push_back(exception(scene, Facade::Unknown, 2.0));  // as a scenario that builds it makes of it
    std::ranges::sort(divider.pack.clearances, {}, &ClearanceRule::id);
    OtherRules cabinets{RemedyKind::ZoneType, scene.pack, ZoneType::ChargingCabinet};
    for (ClearanceRule& rule : cabinets.pack.clearances)
        if (rule.id.starts_with("building.other.multi.")) rule.distance_m = 3.0;
    const GroundTaken taken = scene.taken({}, {divider, cabinets});
    const std::vector<Remedy> dividers = of_kind(taken, RemedyKind::Divider), types = of_kind(taken, RemedyKind::ZoneType);
    ASSERT_THAT(dividers, SizeIs(1));
    EXPECT_NEAR(dividers[0].zones_m2, 60, near_m2);  // x = 12 … 18
    EXPECT_THAT(dividers[0].text.zh, HasSubstr("若本方案在停放区旁设耐火 2 h 的隔墙（示例 7.7）"));
    ASSERT_THAT(types, SizeIs(1));
    EXPECT_NEAR(types[0].zones_m2, 40, near_m2);  // x = 13 … 17
    EXPECT_THAT(types[0].text.en, HasSubstr("With charging cabinets in this scenario"));
}

// At x = 12 only A's 6 m stand against a shed, at 15 both: there both walls have to be firewalls.
TEST(Remedies, ThoseThatFreeThePlaceComeFirst) {
    Scene scene = courtyard();
    add_rule(scene, exception(scene, Facade::Firewall, 0.0));
    const GroundTaken near_a = scene.taken({.feature = {}, .at = at(12, 5)});
    ASSERT_FALSE(near_a.remedies.empty());
    EXPECT_TRUE(near_a.remedies[0].frees_place);
    EXPECT_TRUE(std::ranges::any_of(near_a.remedies, [](const Remedy& r) { return r.frees_place && r.obstacles == std::vector<std::string>{"A"}; }));
    EXPECT_FALSE(std::ranges::any_of(near_a.remedies, [](const Remedy& r) { return r.frees_place && r.obstacles == std::vector<std::string>{"B"}; }));
    const GroundTaken between = scene.taken({.feature = {}, .at = at(15, 5)});
    for (const Remedy& r : between.remedies) EXPECT_EQ(r.frees_place, r.obstacles.size() == 2);
}

// Zones that are too narrow for a least site (1.6 m) are none: a firewall at B leaves 1 m.
TEST(Remedies, WhatIsTooNarrowForALeastSiteIsNoGain) {
    Scene scene{27, 10};
    add_block(scene, "A", "1#", 0, 10);
    add_block(scene, "B", "2#", 17, 27);
    add_rule(scene, exception(scene, Facade::Firewall, 0.0));
    const GroundTaken taken = scene.taken();
    EXPECT_EQ(taken.zones, 0u);
    for (const Remedy& remedy : taken.remedies) EXPECT_THAT(remedy.obstacles, ElementsAre("A", "B"));
}

}  // namespace
}  // namespace geo
