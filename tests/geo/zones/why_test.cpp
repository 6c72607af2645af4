#include "geo/zones/why.hpp"

#include "geo/core/error.hpp"
#include "tests/geo/zones/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace geo {
namespace {

using namespace scene;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

const WhyRow* row(const Why& why, std::string_view rule) {
    const auto it = std::ranges::find(why.rows, rule, &WhyRow::rule);
    return it == why.rows.end() ? nullptr : &*it;
}

constexpr const char* building_rule = "building.shed.multi.grade12";

TEST(Why, MayStandWhereEveryDistanceIsKept) {
    Scene scene;
    scene.add_building();
    const Why why = scene.why(37.13, 15);
    EXPECT_EQ(why.verdict, Verdict::Complies);
    EXPECT_EQ(why.summary.zh, "可设：距 25# 楼 7.13 m，须 ≥ 6.00 m。");
    EXPECT_EQ(why.summary.en, "May stand: 7.13 m from building 25, 6.00 m needed.");
    EXPECT_EQ(why.compound, "C");
    EXPECT_EQ(why.at, at(37.13, 15));
    EXPECT_NEAR(why.boundary_m.value(), 15.0, 1e-9);
    // The distance and the ban of the footprint itself; the larger governs and comes first.
    ASSERT_EQ(why.rows.size(), 2u);
    const WhyRow& first = why.rows[0];
    EXPECT_EQ(first.rule, building_rule);
    EXPECT_EQ(first.obst_id, "B25");
    EXPECT_EQ(first.obst_kind, "building");
    EXPECT_EQ(first.name.zh, "25# 楼");
    EXPECT_EQ(first.obstacle.zh, "25# 建筑（二级，单、多层）");
    EXPECT_EQ(first.obstacle.en, "25# " + std::string{described({.role = Role::Building, .kind = "building", .fire_grade = FireGrade::Two, .height_class = HeightClass::MultiStorey, .use = {}, .quantity = {}, .voltage_kv = {}, .pressure_mpa = {}}).en});
    EXPECT_TRUE(first.governs_obstacle);
    EXPECT_DOUBLE_EQ(first.need_m, 6.0);
    EXPECT_NEAR(first.have_m, 7.13, 1e-9);
    EXPECT_NEAR(first.margin_m(), 1.13, 1e-9);
    EXPECT_DOUBLE_EQ(first.accuracy_m, 0.5);
    EXPECT_EQ(first.cause, Cause::Kept);
    EXPECT_EQ(first.clause.number, "表5.2.2");
    EXPECT_FALSE(first.text.zh.empty());
    EXPECT_EQ(first.here, at(37.13, 15));
    EXPECT_EQ(first.there, at(30, 15));
    EXPECT_EQ(why.rows[1].rule, "building.footprint");
    EXPECT_TRUE(why.rows[1].is_ban);
    EXPECT_FALSE(why.rows[1].governs_obstacle);
    EXPECT_EQ(why.rows[1].verdict, Verdict::Complies);
}

TEST(Why, MayNotStandTooNear) {
    Scene scene;
    scene.add_building();
    const Why why = scene.why(34.80, 15);
    EXPECT_EQ(why.verdict, Verdict::Fails);
    EXPECT_EQ(why.rows.front().cause, Cause::Breach);
    EXPECT_EQ(why.summary.zh, "不可设：距 25# 楼 4.80 m，须 ≥ 6.00 m，差 1.20 m。");
    EXPECT_EQ(why.summary.en, "May not stand: 4.80 m from building 25, 6.00 m needed, 1.20 m short.");
}

TEST(Why, AMarginBelowTheAccuracyIsToBeVerified) {
    Scene scene;
    scene.add_building();
    scene.inputs.layers.back().provenance.accuracy_m = 3.0;
    const Why why = scene.why(37.13, 15);
    EXPECT_EQ(why.verdict, Verdict::ToVerify);
    EXPECT_EQ(why.rows.front().cause, Cause::Accuracy);
    EXPECT_EQ(why.summary.zh, "待核实：裕量 1.13 m 小于来源精度 3 m，请现场复测。");
    EXPECT_EQ(why.summary.en, "To be verified: the margin of 1.13 m is below the source accuracy of 3 m; measure on site.");
}

TEST(Why, ADerivedAttributeIsToBeVerified) {
    Scene scene;
    scene.add_building();
    scene.set("fire_grade", std::monostate{});  // then the worst of four is assumed: 9 m
    const Why why = scene.why(45, 15);
    EXPECT_EQ(why.verdict, Verdict::ToVerify);
    EXPECT_DOUBLE_EQ(why.rows.front().need_m, 9.0);
    EXPECT_TRUE(why.rows.front().is_derived);
    EXPECT_EQ(why.rows.front().cause, Cause::Derived);
    // One line for each grade that it may have; only the worst governs.
    EXPECT_NE(row(why, building_rule), nullptr);
    EXPECT_EQ(std::ranges::count_if(why.rows, &WhyRow::governs_obstacle), 1);
    EXPECT_THAT(why.summary.zh, testing::HasSubstr("25# 楼的类别含推定或未知属性"));
}

TEST(Why, AnUnverifiedNumberCountsOnlyWhereItGoverns) {
    Scene scene;
    scene.add_building();
    scene.rule(building_rule).clause.status = Status::Unverified;
    const Why alone = scene.why(40, 15);
    EXPECT_EQ(alone.verdict, Verdict::ToVerify);
    EXPECT_EQ(alone.rows.front().cause, Cause::Status);
    EXPECT_THAT(alone.summary.zh, testing::HasSubstr("未经核实"));

    scene.add(Role::Hydrant, "H", {{}, {}, {at(40, 8)}});  // 7 m off, 5 m needed: margin 2 below the building's 4
    const Why why = scene.why(40, 15);
    EXPECT_EQ(why.rows.front().rule, "hydrant");
    EXPECT_EQ(why.verdict, Verdict::Complies);
    EXPECT_EQ(row(why, building_rule)->verdict, Verdict::ToVerify);  // as in a certificate
    EXPECT_EQ(why.summary.zh, "可设：距 消火栓 H 7.00 m，须 ≥ 5.00 m。");
}

TEST(Why, InsideABuildingThereIsNoDistance) {
    Scene scene;
    scene.add_building();
    const Why why = scene.why(25, 12);
    EXPECT_EQ(why.verdict, Verdict::Fails);
    ASSERT_EQ(why.rows.size(), 2u);
    for (const WhyRow& r : why.rows) {
        EXPECT_EQ(r.have_m, 0.0);
        EXPECT_TRUE(r.is_inside);
        EXPECT_EQ(r.verdict, Verdict::Fails);
        EXPECT_EQ(r.here, r.there);
    }
    EXPECT_EQ(why.summary.zh, "不可设：位于25# 楼内，须距其 ≥ 6.00 m。");
}

TEST(Why, ALaneIsBannedAtItsClearWidth) {
    Scene scene;
    scene.add(Role::FireLane, "L", {{}, {{at(0, 30), at(60, 30)}}, {}});
    scene.set("width", 6.0);
    // 3 m to either side of the line: 2.9 m from it is on the lane, 3.84 m from it is 0.84 m off.
    const Why on = scene.why(20, 27.1);
    EXPECT_EQ(on.verdict, Verdict::Fails);
    EXPECT_TRUE(on.rows.front().is_inside);
    EXPECT_EQ(on.summary.zh, "不可设：位于消防车道 L内，不得占用。");
    const Why off = scene.why(20, 26.16);
    EXPECT_EQ(off.verdict, Verdict::Complies);
    EXPECT_NEAR(off.rows.front().have_m, 0.84, 1e-9);
    EXPECT_NEAR(off.rows.front().there.y - north, 27.0, 1e-9);  // the lane's edge, not its middle
    EXPECT_EQ(off.rows.front().need_m, 0.0);
    EXPECT_TRUE(off.rows.front().is_ban);
}

TEST(Why, ALaneWithoutWidthIsToBeVerified) {
    Scene scene;
    scene.add(Role::FireLane, "L", {{}, {{at(0, 30), at(60, 30)}}, {}});
    const Why why = scene.why(20, 26.16);  // the pack's 4 m: 1.84 m off
    EXPECT_NEAR(why.rows.front().have_m, 1.84, 1e-9);
    EXPECT_EQ(why.verdict, Verdict::ToVerify);
    EXPECT_EQ(why.rows.front().cause, Cause::AssumedWidth);
}

TEST(Why, APresumedAerialAreaIsToBeVerified) {
    Scene scene;
    scene.add(Role::AerialSite, "A", {{rectangle(30, 10, 45, 20)}, {}, {}});
    scene.set("surveyed", std::int64_t{0});
    const Why why = scene.why(40, 15);
    EXPECT_EQ(why.verdict, Verdict::ToVerify);
    EXPECT_EQ(why.rows.front().cause, Cause::Presumed);
    EXPECT_TRUE(why.rows.front().is_presumed);
    EXPECT_EQ(why.summary.zh, "待核实：位于推定的登高操作场地 A内，请确认或排除。");
    scene.set("surveyed", std::int64_t{1});
    EXPECT_EQ(scene.why(40, 15).verdict, Verdict::Fails);
}

TEST(Why, APresumedAerialAreaThatIsKeptDoesNotGovern) {
    Scene scene;
    const Why nothing = scene.why(40, 15);
    scene.add_building();
    const Why before = scene.why(40, 15);
    EXPECT_EQ(before.verdict, Verdict::Complies);
    scene.add(Role::AerialSite, "A", {{rectangle(44, 10, 50, 20)}, {}, {}});
    scene.set("surveyed", std::int64_t{0});
    const Why why = scene.why(40, 15);
    EXPECT_EQ(why.verdict, before.verdict);
    EXPECT_EQ(why.summary, before.summary);
    EXPECT_EQ(why.rows.front().obst_id, before.rows.front().obst_id);
    EXPECT_EQ(why.rows.back().obst_id, "A");
    EXPECT_EQ(why.rows.back().verdict, Verdict::Complies);
    // Where nothing else is known, it is as if nothing were.
    std::erase_if(scene.inputs.layers, [](const Layer& layer) { return layer.role == Role::Building; });
    EXPECT_EQ(scene.why(40, 15).verdict, nothing.verdict);
    EXPECT_EQ(scene.why(40, 15).summary.en, nothing.summary.en);
}

TEST(Why, ABreachedRecommendationIsToBeVerified) {
    Scene scene;
    scene.add(Role::Hydrant, "H", {{}, {}, {at(30, 20)}});
    const Why why = scene.why(30, 23);
    EXPECT_EQ(why.verdict, Verdict::ToVerify);
    EXPECT_EQ(why.rows.front().strength, Strength::Should);
    EXPECT_EQ(why.rows.front().cause, Cause::Breach);
    EXPECT_EQ(why.summary.zh, "待核实：距 消火栓 H 3.00 m，宜 ≥ 5.00 m，差 2.00 m；不采用时须说明理由。");
}

TEST(Why, ABreachedDutyShowsBehindATighterRecommendation) {
    Scene scene;
    scene.add(Role::Hydrant, "H", {{}, {}, {at(30, 20)}});          // 1 m off, 5 m recommended: short by 4
    scene.add(Role::Exit, "X", {{}, {}, {at(35, 21)}}).name = "1单元门";  // 5 m off, 6 m needed: short by 1
    const Why why = scene.why(30, 21);
    EXPECT_EQ(why.rows.front().rule, "hydrant");
    EXPECT_EQ(why.verdict, Verdict::Fails);
    EXPECT_EQ(why.summary.zh, "不可设：距 安全出口 1单元门 5.00 m，须 ≥ 6.00 m，差 1.00 m。");
}

TEST(Why, ListsWhatIsWithinNeedAndTenMetres) {
    Scene scene;
    scene.add_building();  // to x = 30; 6 m needed
    scene.add(Role::Hydrant, "H", {{}, {}, {at(50, 15)}});
    const auto obstacles = [&](double x) {
        std::vector<std::string> ids;
        for (const WhyRow& r : scene.why(x, 15).rows) ids.push_back(r.obst_id);
        return ids;
    };
    EXPECT_THAT(obstacles(45.99), ElementsAre("H", "B25", "B25"));  // 15.99 m from the wall
    EXPECT_THAT(obstacles(46.01), ElementsAre("H"));
}

TEST(Why, TheGoverningObstacleIsListedHoweverFar) {
    Scene scene;
    scene.inputs.layers.front().features.front().shape.areas = {rectangle(0, 0, 900, 40)};
    scene.add(Role::Hydrant, "H", {{}, {}, {at(10, 20)}});
    scene.add(Role::Hydrant, "G", {{}, {}, {at(5, 20)}});
    const Why why = scene.why(880, 20);
    ASSERT_EQ(why.rows.size(), 1u);
    EXPECT_EQ(why.rows.front().obst_id, "H");
    EXPECT_NEAR(why.rows.front().have_m, 870.0, 1e-5);  // 450 m east of the meridian, 1e-9 count
    EXPECT_EQ(why.verdict, Verdict::Complies);
}

TEST(Why, DistancesAreGroundMetres) {
    Scene scene;
    // 150 km east of the meridian k = 1 + ½ (150 / 6369)² = 1.000277: 100 grid metres are 99.9723 m on the ground.
    constexpr double far = 150000;
    scene.inputs.layers.front().features.front().shape.areas = {rectangle(far, 0, far + 200, 40)};
    scene.add(Role::Hydrant, "H", {{}, {}, {at(far + 50, 20)}});
    const Why why = scene.why(far + 150, 20);
    EXPECT_NEAR(why.rows.front().have_m, 99.9723, 2e-4);
    EXPECT_NEAR(why.boundary_m.value(), 20.0 / 1.000277, 1e-4);
    EXPECT_EQ(why.rows.front().there, at(far + 50, 20));
}

TEST(Why, OutsideOfEveryCompoundNothingStands) {
    Scene scene;
    scene.add_building();
    const Why why = scene.why(70, 15);
    EXPECT_EQ(why.verdict, Verdict::Fails);
    EXPECT_THAT(why.rows, IsEmpty());
    EXPECT_TRUE(why.compound.empty());
    EXPECT_FALSE(why.boundary_m.has_value());
    EXPECT_EQ(why.summary.zh, "不可设：不在任何小区内。请点选小区边界以内的地方。");
}

TEST(Why, NoKnownObstacleProvesNothing) {
    const Why why = Scene{}.why(30, 20);
    EXPECT_EQ(why.verdict, Verdict::ToVerify);
    EXPECT_THAT(why.rows, IsEmpty());
    EXPECT_THAT(why.summary.zh, testing::StartsWith("待核实：附近没有已知的障碍物"));
}

TEST(Why, ConsentGroundIsNamed) {
    Scene scene;
    scene.add(Role::Consent, "G", {{rectangle(0, 0, 20, 20)}, {}, {}});
    scene.set("kind", std::string{"绿地"}), scene.set("owner", std::string{"业主委员会"});
    scene.add(Role::Path, "P", {{}, {{at(0, 10), at(60, 10)}}, {}});
    scene.set("kind", std::string{"小区路"}), scene.set("width", 4.0);
    EXPECT_EQ(scene.why(10, 11.9).consent, "小区路;绿地(业主委员会)");
    EXPECT_EQ(scene.why(10, 12.1).consent, "绿地(业主委员会)");
    EXPECT_EQ(scene.why(30, 8.1).consent, "小区路");
    EXPECT_EQ(scene.why(30, 30).consent, "");
}

TEST(Why, TheSetbackCountsFromTheBoundary) {
    Scene scene;
    scene.add_building();
    scene.pack.parameters.at("setback").value = 3.0;
    scene.pack.parameters.at("setback").clause.status = Status::Verified;
    const Why near = scene.why(40, 2.4);
    EXPECT_EQ(near.verdict, Verdict::Fails);
    EXPECT_EQ(near.rows.front().rule, "setback");
    EXPECT_EQ(near.rows.front().obst_kind, "boundary");
    EXPECT_EQ(near.rows.front().obstacle.zh, "小区边界");
    EXPECT_NEAR(near.rows.front().there.y - north, 0.0, 1e-9);
    EXPECT_EQ(near.summary.zh, "不可设：距 小区边界 2.40 m，须 ≥ 3.00 m，差 0.60 m。");
    EXPECT_EQ(scene.why(40, 3.4).verdict, Verdict::ToVerify);  // 0.4 m of margin, 0.5 m of accuracy
    EXPECT_EQ(scene.why(40, 3.6).verdict, Verdict::Complies);
    EXPECT_NE(row(scene.why(45, 12.9), "setback"), nullptr);  // in reach: 3 + 10 m
    EXPECT_EQ(row(scene.why(45, 13.1), "setback"), nullptr);
}

TEST(Why, WithoutASetbackTheBoundaryIsAMatterOfItsAccuracy) {
    Scene scene;
    scene.add_building();
    const Why near = scene.why(45, 0.3);  // outside of the robust ring
    EXPECT_EQ(near.verdict, Verdict::ToVerify);
    EXPECT_EQ(near.rows.front().cause, Cause::Accuracy);
    EXPECT_EQ(near.rows.front().obst_kind, "boundary");
    const Why off = scene.why(45, 0.6);
    EXPECT_EQ(off.verdict, Verdict::Complies);
    EXPECT_THAT(off.rows, Each(Field(&WhyRow::obst_kind, Not("boundary"))));
}

/// Ten bays, 7.13 m east of the building, and the rows as a certificate has them.
struct CertifiedSite {
    Site site;
    std::vector<ClearanceRow> rows;
    CertifiedSite() {
        site.id = "S1", site.compound = "C", site.outline = {rectangle(37.13, 14, 45.13, 16)};
        site.in_robust = true, site.verdict = Verdict::Complies;
        rows = {{"S1", "L", "fire_lane", 0.0, 11.0, "7.1.8", Verdict::Complies, "fire-lane"},
                {"S1", "B25", "building", 6.0, 7.13, "5.2.2", Verdict::Complies, building_rule},
                {"S1", "gone", "hydrant", 5.0, 13.0, "label", Verdict::ToVerify, "no-such-rule"}};
    }
};

TEST(Why, ASitesCertificateIsToldInTheSameForm) {
    Scene scene;
    scene.add_building();
    scene.add(Role::FireLane, "L", {{}, {{at(0, 30), at(60, 30)}}, {}}).name = "一号消防车道";
    scene.set("width", 6.0);
    const CertifiedSite s;
    const Why why = Reasons{scene.inputs, scene.pack, ZoneType::Shed}.of(s.site, s.rows);
    EXPECT_EQ(why.summary.zh, "可设：距 25# 楼 7.13 m，须 ≥ 6.00 m。");
    EXPECT_NEAR(why.boundary_m.value(), 14.0, 1e-9);
    ASSERT_EQ(why.rows.size(), 3u);
    EXPECT_EQ(why.rows[0].obstacle.zh, "25# 建筑（二级，单、多层）");
    EXPECT_EQ(why.rows[0].have_m, 7.13);
    EXPECT_EQ(why.rows[0].clause.number, "表5.2.2");
    EXPECT_EQ(why.rows[0].cause, Cause::Kept);
    EXPECT_NEAR(why.rows[0].there.x - east, 30.0, 1e-9);
    EXPECT_NEAR(why.rows[0].here.x - east, 37.13, 1e-9);
    // The site no longer knows its rule and obstacle: what is stored is shown as it is.
    EXPECT_EQ(why.rows[1].obst_id, "gone");
    EXPECT_EQ(why.rows[1].obstacle.zh, "消火栓 gone");
    EXPECT_EQ(why.rows[1].clause.label(), "label");
    EXPECT_EQ(why.rows[1].verdict, Verdict::ToVerify);
    EXPECT_EQ(why.rows[1].here, why.rows[1].there);
    // From the site's upper edge, y = 16, to the lane's, y = 27.
    EXPECT_EQ(why.rows[2].obstacle.zh, "一号消防车道");
    EXPECT_NEAR(why.rows[2].here.y - north, 16.0, 1e-9);
    EXPECT_NEAR(why.rows[2].there.y - north, 27.0, 1e-9);
}

TEST(Why, ASiteOutsideOfTheRobustRingSaysSo) {
    Scene scene;
    scene.add_building();
    CertifiedSite s;
    s.rows = {s.rows[1]};
    s.site.in_robust = false, s.site.verdict = Verdict::ToVerify;
    const Why why = Reasons{scene.inputs, scene.pack, ZoneType::Shed}.of(s.site, s.rows);
    EXPECT_EQ(why.verdict, Verdict::ToVerify);
    EXPECT_THAT(why.summary.zh, testing::StartsWith("待核实：超出稳妥范围"));
}

TEST(Why, AnUncoveredClassIsAnErrorNotGround) {
    Scene scene;
    scene.add_building();
    scene.pack.clearances.clear();
    EXPECT_THROW(scene.why(40, 15), RuleError);
}

}  // namespace
}  // namespace geo
