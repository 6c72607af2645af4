#include "geo/zones/ground_taken.hpp"

#include "geo/core/error.hpp"
#include "tests/geo/zones/scene.hpp"

#include <gmock/gmock.h>

namespace geo {
namespace {

using namespace scene;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr double near_m2 = 0.05;  ///< bands of a millimetre and a tenth of one along the walls
constexpr const char* building_rule = "building.shed.multi.grade12";

/// A surveyed five-storey dwelling of grade two across the whole compound's height.
void add_block(Scene& scene, const std::string& id, const std::string& name, double x0, double x1, double height_m = 10) {
    scene.add(Role::Building, id, {{rectangle(x0, 0, x1, height_m)}, {}, {}}).name = name;
    scene.set("height", 15.0), scene.set("fire_grade", std::string{"二级"}), scene.set("use", std::string{"residential"});
}

const TakenRow* row(const GroundTaken& taken, std::string_view obstacle) {
    const auto it = std::ranges::find(taken.rows, obstacle, &TakenRow::obst_id);
    return it == taken.rows.end() ? nullptr : &*it;
}

// A strip of 60 × 10 m with two blocks across it: A from x = 0 to 10, B from 20 to 30, each 6 m from sheds. 600 - 200 = 400 m² are open. A's 6 m take 10 … 16,
// B's 14 … 20 and 30 … 36; they share 14 … 16.
TEST(GroundTaken, EachAloneOnlyAndTogether) {
    Scene scene{60, 10};
    add_block(scene, "A", "1#", 0, 10);
    add_block(scene, "B", "2#", 20, 30);
    const GroundTaken taken = scene.taken();
    ASSERT_TRUE(taken.is_computed);
    EXPECT_NEAR(taken.compound_m2, 600, 1e-6);
    EXPECT_NEAR(taken.open_m2, 400, near_m2);
    EXPECT_NEAR(taken.free_m2, 40 + 200, near_m2 * 2);
    EXPECT_NEAR(taken.taken_m2, 160, near_m2 * 2);
    EXPECT_NEAR(taken.taken_share, 0.4, 1e-3);
    EXPECT_EQ(taken.zones, 1u);
    ASSERT_EQ(taken.rows.size(), 2u);
    EXPECT_EQ(taken.rows[0].obst_id, "B");
    EXPECT_NEAR(taken.rows[0].alone_m2, 120, near_m2);
    EXPECT_NEAR(taken.rows[0].alone_share, 0.3, 1e-3);
    EXPECT_NEAR(taken.rows[0].only_m2, 40 + 60, near_m2);
    EXPECT_NEAR(taken.rows[1].alone_m2, 60, near_m2);
    EXPECT_NEAR(taken.rows[1].only_m2, 40, near_m2);
    ASSERT_EQ(taken.rules.size(), 1u);
    EXPECT_EQ(taken.rules[0].rule.id, building_rule);
    EXPECT_EQ(taken.rules[0].obstacles, 2u);
    EXPECT_NEAR(taken.rules[0].alone_m2, 160, near_m2 * 2);
    EXPECT_NEAR(taken.rules[0].only_m2, 160, near_m2 * 2);
}

TEST(GroundTaken, SentencesNameDistanceClauseAndShare) {
    Scene scene{60, 10};
    scene.rule(building_rule).clause = {.pack = "t", .number = "4.2", .source = "示例", .status = Status::Secondary, .mandatory_now = {}, .superseded_by = {}};
    add_block(scene, "B", "2#", 20, 30);
    const GroundTaken taken = scene.taken();
    ASSERT_EQ(taken.rows.size(), 1u);
    EXPECT_EQ(taken.rows[0].text.zh, "距2# 楼须 6 m（示例 4.2）占空地的 24 %（120 m²），其中 120 m² 只被它占用。");
    EXPECT_EQ(taken.rows[0].text.en, "The 6 m to building 2 (示例 4.2) takes 24 % of the open ground (120 m²), 120 m² of it taken by nothing else.");
    EXPECT_THAT(taken.summary.zh, HasSubstr("示例小区：空地 500 m²，各条规则合计占 24 %，余 380 m²，可设地 2 处、380 m²"));
    EXPECT_THAT(taken.summary.en, HasSubstr("500 m² of open ground, of which the rules together take 24 %; 380 m² are left: 2 zones of 380 m²"));
}

// Two blocks on the same ground: each takes it, neither alone.
TEST(GroundTaken, GroundTakenTwiceIsTakenByNeitherAlone) {
    Scene scene{60, 10};
    add_block(scene, "A", "1#", 20, 30);
    add_block(scene, "B", "2#", 20, 30);
    const GroundTaken taken = scene.taken();
    ASSERT_EQ(taken.rows.size(), 2u);
    for (const TakenRow& r : taken.rows) {
        EXPECT_NEAR(r.alone_m2, 120, near_m2);
        EXPECT_EQ(r.only_m2, 0.0);
        EXPECT_THAT(r.text.en, HasSubstr("all of it taken by others too"));
    }
    EXPECT_NEAR(taken.taken_m2, 120, near_m2);
    EXPECT_NEAR(taken.rules[0].only_m2, 120, near_m2);  // of both it is one rule
}

// 6 m to a block, and by another rule 4 m: the larger governs, and without it the smaller still holds.
TEST(GroundTaken, ASmallerRuleOfAnObstacleTakesAloneButNotOnly) {
    Scene scene{60, 10};
    add_block(scene, "B", "2#", 20, 30);
    ClearanceRule smaller = scene.rule(building_rule);
    smaller.id = "smaller";
    smaller.distance_m = 4.0;
    scene.pack.clearances.push_back(smaller);
    std::ranges::sort(scene.pack.clearances, {}, &ClearanceRule::id);
    const GroundTaken taken = scene.taken();
    ASSERT_EQ(taken.rows.size(), 2u);
    EXPECT_TRUE(taken.rows[0].governs);
    EXPECT_NEAR(taken.rows[0].alone_m2, 120, near_m2);
    EXPECT_NEAR(taken.rows[0].only_m2, 40, near_m2);  // without it the 4 m still hold
    EXPECT_FALSE(taken.rows[1].governs);
    EXPECT_NEAR(taken.rows[1].alone_m2, 80, near_m2);
    EXPECT_EQ(taken.rows[1].only_m2, 0.0);
}

// The setback of 2 m from the line of a compound of 60 × 40 m: 2400 - 56 * 36 = 384 m².
TEST(GroundTaken, TheSetbackIsARuleToo) {
    Scene scene;
    scene.pack.parameters.at("setback").value = 2.0;
    const GroundTaken taken = scene.taken();
    ASSERT_EQ(taken.rows.size(), 1u);
    EXPECT_EQ(taken.rows[0].obst_kind, "boundary");
    EXPECT_EQ(taken.rows[0].rule.id, "setback");
    EXPECT_NEAR(taken.rows[0].alone_m2, 384, near_m2);
    EXPECT_NEAR(taken.rows[0].only_m2, 384, near_m2);
    EXPECT_NEAR(taken.free_m2, 56 * 36, near_m2);
}

// Lanes take no open ground: what they cover is not open. 60 × 40 m less a lane of 6 m width along it.
TEST(GroundTaken, LanesAndFootprintsAreNotOpenGround) {
    Scene scene;
    scene.add(Role::FireLane, "L", {{}, {{at(-5, 30), at(65, 30)}}, {}});
    scene.set("width", 6.0);
    const GroundTaken taken = scene.taken();
    EXPECT_NEAR(taken.open_m2, 2400 - 360, near_m2);
    EXPECT_EQ(taken.taken_m2, 0.0);
    EXPECT_THAT(taken.rows, IsEmpty());
}

TEST(GroundTaken, ACompoundThatIsAllFootprintSaysSo) {
    Scene scene{20, 10};
    add_block(scene, "A", "1#", -1, 21, 11);
    const GroundTaken taken = scene.taken();
    EXPECT_NEAR(taken.open_m2, 0.0, near_m2);
    EXPECT_THAT(taken.summary.en, HasSubstr("no open ground"));
    EXPECT_EQ(taken.zones, 0u);
    EXPECT_THAT(taken.remedies, IsEmpty());
}

// A presumed aerial-operation area of 15 × 10 m takes nothing; confirmed it would take all of its ground that is free: 6 m of a block reach 5 m into it.
TEST(GroundTaken, PresumedGroundStandsApartWithWhatItWouldCost) {
    Scene scene{60, 10};
    add_block(scene, "B", "2#", 20, 30);
    scene.add(Role::AerialSite, "S", {{rectangle(31, 0, 46, 10)}, {}, {}});
    scene.set("surveyed", 0.0);
    const GroundTaken taken = scene.taken();
    EXPECT_NEAR(taken.open_m2, 500, near_m2);
    EXPECT_EQ(row(taken, "S"), nullptr);
    ASSERT_EQ(taken.presumed.size(), 1u);
    EXPECT_EQ(taken.presumed[0].obst_id, "S");
    EXPECT_NEAR(taken.presumed[0].open_m2, 150, near_m2);
    EXPECT_NEAR(taken.presumed[0].free_m2, 100, near_m2);
}

TEST(GroundTaken, OfOneBuildingOnlyItsRows) {
    Scene scene{60, 10};
    add_block(scene, "A", "1#", 0, 10);
    add_block(scene, "B", "2#", 20, 30);
    const Takings takings{scene.inputs, scene.pack, ZoneType::Shed};
    const std::vector<GroundTaken> of_a = takings.by_feature("A");
    ASSERT_EQ(of_a.size(), 1u);
    EXPECT_EQ(of_a[0].compound, "C");
    ASSERT_EQ(of_a[0].rows.size(), 1u);
    EXPECT_NEAR(of_a[0].rows[0].alone_share, 60.0 / 400, 1e-3);
    EXPECT_THAT(of_a[0].rules, IsEmpty());
    EXPECT_THAT(takings.by_feature("no such"), IsEmpty());
    EXPECT_THAT(takings.features(), testing::ElementsAre("A", "B"));
    EXPECT_THROW(static_cast<void>(takings.of("no such")), InvalidInput);
}

TEST(GroundTaken, IsTheSameOnOneThreadAndOnMany) {
    Scene scene;
    scene.add_building();
    scene.add(Role::Hydrant, "H", {{}, {}, {at(46, 15)}});
    const Takings takings{scene.inputs, scene.pack, ZoneType::Shed};
    const GroundTaken one = takings.of("C", {}, 1), many = takings.of("C", {}, 0);
    ASSERT_EQ(one.rows.size(), many.rows.size());
    for (std::size_t i = 0; i < one.rows.size(); ++i) EXPECT_EQ(one.rows[i].text, many.rows[i].text);
    EXPECT_EQ(one.summary, many.summary);
}

TEST(GroundTaken, StopsWhenAsked) {
    Scene scene;
    scene.add_building();
    const Takings takings{scene.inputs, scene.pack, ZoneType::Shed};
    EXPECT_THROW(static_cast<void>(takings.of("C", {}, 2, {[](double) {}, [] { return true; }})), Cancelled);
}

}  // namespace
}  // namespace geo
