#include "geo/checks/certificate.hpp"

#include "geo/checks/surroundings.hpp"
#include "tests/geo/checks/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <mutex>
#include <random>

namespace geo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// On the central meridian of this zone a grid metre is a ground metre.
const CrsName crs = "EPSG:4544";

/// The site of all tests of verdicts: 4 x 2 m, its east side at x = 4.
Site small_site() { return site_at("S", rectangle(0, 0, 4, 2)); }

/// A building whose west wall is `gap` east of the small site.
Shape wall_at(double gap) { return area_shape(rectangle(4 + gap, -5, 14 + gap, 15)); }

Site judged(const std::vector<Kept>& kept, Site site = small_site(), double scale = 1.0) {
    judge(site, in_reach({.areas = site.outline, .lines = {}, .points = {}}, kept, scale));
    return site;
}

std::vector<std::string> ids(const std::vector<ClearanceRow>& rows) {
    std::vector<std::string> result;
    for (const ClearanceRow& row : rows) result.push_back(row.obst_id);
    return result;
}

// 10 m from a building that needs 6: margin 4.
TEST(ClearanceRows, HoldWhatIsMeasuredAndWhatIsNeeded) {
    Obstacles o;
    o.add("B", wall_at(10), 6);
    const auto rows = clearance_rows(small_site(), o.kept, 1.0);
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0], (ClearanceRow{"S", "B", "building", 6.0, 10.0, "Guide 4.2", Verdict::Complies, "rule-B", Status::Secondary, Strength::Must}));
    const Site site = judged(o.kept);
    EXPECT_EQ(site.verdict, Verdict::Complies);
    EXPECT_EQ(site.governing, "rule-B");
    EXPECT_DOUBLE_EQ(site.margin_m.value(), 4.0);
}

TEST(SiteVerdict, WeighsTheMarginAgainstTheAccuracyOfTheSource) {
    Obstacles o;
    o.add("B", wall_at(10), 6);  // margin 4
    for (const auto& [accuracy_m, verdict] : {std::pair{3.0, Verdict::Complies},
                                              {4.0, Verdict::Complies},
                                              {4.001, Verdict::ToVerify},
                                              {5.0, Verdict::ToVerify}}) {
        o.obstacle(0).accuracy_m = accuracy_m;
        EXPECT_EQ(judged(o.kept).verdict, verdict) << accuracy_m;
        EXPECT_EQ(clearance_rows(small_site(), o.kept, 1.0).at(0).verdict, verdict) << accuracy_m;
    }
}

TEST(SiteVerdict, FailsBelowTheNeedByMoreThanAMicrometre) {
    Obstacles o;
    o.add("B", wall_at(6 - 2e-6), 6);
    EXPECT_EQ(judged(o.kept).verdict, Verdict::Fails);
    Obstacles exact;
    exact.add("B", wall_at(6), 6);
    exact.obstacle(0).accuracy_m = 0;
    EXPECT_EQ(judged(exact.kept).verdict, Verdict::Complies);
}

// A site on an aerial-operation area that nobody surveyed.
TEST(SiteVerdict, OnPresumedGroundIsToVerify) {
    Obstacles o;
    o.add("A", wall_at(-1), 0);
    o.rule(0).ban = true;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::Fails);
    o.obstacle(0).is_presumed = true;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::ToVerify);
}

// A strip that nobody surveyed is 3 m off; a house whose height is only derived keeps its distance with 14 m to spare, out of the certificate's reach.
TEST(SiteVerdict, PresumedGroundThatIsKeptProvesNothing) {
    Obstacles o;
    o.add("strip", area_shape(rectangle(-20, -5, -3, 15)), 0);
    o.rule(0).ban = true;
    o.obstacle(0).is_presumed = true;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::ToVerify);
    EXPECT_EQ(judged(o.kept).governing, "");
    EXPECT_FALSE(judged(o.kept).margin_m);
    o.add("house", wall_at(20), 6);
    o.kept[1].requirement.is_derived = true;
    const Site site = judged(o.kept);
    EXPECT_EQ(site.verdict, Verdict::ToVerify);
    EXPECT_EQ(site.governing, "rule-house");
    EXPECT_DOUBLE_EQ(site.margin_m.value(), 14.0);
    EXPECT_THAT(ids(clearance_rows(small_site(), o.kept, 1.0)), ElementsAre("strip", "house"));
    // The same however the obstacles are found.
    std::vector<Site> sites{small_site()};
    Compound compound;
    compound.id = sites[0].compound, compound.boundary = {rectangle(-100, -100, 100, 100)};
    certify(sites, std::span{&compound, 1}, o.kept, crs);
    EXPECT_EQ(sites[0].governing, "rule-house");
    EXPECT_NEAR(sites[0].margin_m.value(), 14.0, 0.1);  // ground metres, far from the meridian
    // Once it is confirmed it counts as any other.
    o.obstacle(0).is_presumed = false;
    EXPECT_EQ(judged(o.kept).governing, "rule-strip");
}

TEST(SiteVerdict, AskedForButNotRequiredIsToVerifyWhenBreached) {
    Obstacles o;
    o.add("B", wall_at(5), 6);
    o.rule(0).strength = Strength::Should;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::ToVerify);
    o.rule(0).ban = true;  // A ban is a ban.
    EXPECT_EQ(judged(o.kept).verdict, Verdict::Fails);
}

TEST(SiteVerdict, OnlyTheGoverningNumberMustBeSourced) {
    Obstacles o;
    o.add("A", wall_at(10), 6);                              // margin 4 governs
    o.add("B", area_shape(rectangle(-20, -5, -11, 15)), 6);  // 11 m west: margin 5
    for (const Status status : {Status::Unverified, Status::Assumption}) {
        o.rule(0).clause.status = Status::Secondary, o.rule(1).clause.status = status;
        const auto rows = clearance_rows(small_site(), o.kept, 1.0);
        ASSERT_THAT(ids(rows), ElementsAre("A", "B"));
        EXPECT_EQ(rows[1].verdict, Verdict::ToVerify);
        EXPECT_EQ(judged(o.kept).verdict, Verdict::Complies);

        o.rule(0).clause.status = status, o.rule(1).clause.status = Status::Verified;
        EXPECT_EQ(judged(o.kept).verdict, Verdict::ToVerify);
    }
}

TEST(SiteVerdict, AnyRowThatRestsOnSomethingDerivedIsToVerify) {
    Obstacles o;
    o.add("A", wall_at(10), 6);
    o.add("B", area_shape(rectangle(-20, -5, -11, 15)), 6);
    o.kept[1].requirement.is_derived = true;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::ToVerify);
    o.kept[1].requirement.is_derived = false;
    o.obstacle(1).half_width_assumed = true;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::ToVerify);
    o.obstacle(1).half_width_assumed = false;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::Complies);
}

TEST(SiteVerdict, AFailureAnywhereIsAFailure) {
    Obstacles o;
    o.add("A", wall_at(4), 6);                              // margin -2 governs, 宜
    o.add("B", area_shape(rectangle(-20, -5, -5, 15)), 6);  // margin -1, 应
    o.rule(0).strength = Strength::Should;
    const Site site = judged(o.kept);
    EXPECT_EQ(site.governing, "rule-A");
    EXPECT_EQ(site.verdict, Verdict::Fails);
}

TEST(SiteVerdict, OutsideTheRobustRingOrWithoutAisleIsToVerify) {
    Obstacles o;
    o.add("B", wall_at(10), 6);
    Site outside = small_site(), stuck = small_site();
    outside.in_robust = false;
    stuck.has_aisle = false;
    EXPECT_EQ(judged(o.kept, outside).verdict, Verdict::ToVerify);
    EXPECT_EQ(judged(o.kept, stuck).verdict, Verdict::ToVerify);
}

TEST(SiteVerdict, NothingMeasuredProvesNothing) {
    EXPECT_THAT(clearance_rows(small_site(), std::span<const Kept>{}, 1.0), IsEmpty());
    const Site site = judged({});
    EXPECT_EQ(site.verdict, Verdict::ToVerify);
    EXPECT_EQ(site.governing, "");
    EXPECT_EQ(site.margin_m, std::nullopt);
}

// 10.01 grid metres at a scale of 1.001 are 10 on the ground.
TEST(ClearanceRows, AreInGroundMetres) {
    Obstacles o;
    o.add("B", wall_at(10.01), 6);
    EXPECT_NEAR(clearance_rows(small_site(), o.kept, 1.001).at(0).have_m, 10.0, 1e-12);
    Obstacles tight;
    tight.add("B", wall_at(6.003), 6);  // 6.006 are needed on the grid.
    EXPECT_EQ(judged(tight.kept, small_site(), 1.001).verdict, Verdict::Fails);
    EXPECT_NE(judged(tight.kept, small_site(), 1.0).verdict, Verdict::Fails);
}

TEST(ClearanceRows, ReachTenMetresBeyondTheNeed) {
    Obstacles o;
    o.add("near", wall_at(7), 6);
    o.add("in", area_shape(rectangle(-30, 0, -15.99, 2)), 6);  // 15.99 west
    o.add("out", area_shape(rectangle(0, 18.01, 4, 30)), 6);   // 16.01 north
    EXPECT_THAT(ids(clearance_rows(small_site(), o.kept, 1.0)), ElementsAre("near", "in"));
}

TEST(ClearanceRows, AlwaysHaveTheGoverningObstacle) {
    Obstacles o;
    o.add("far", wall_at(100), 6);                                  // margin 94
    o.add("farther", area_shape(rectangle(-130, 0, -110, 2)), 20);  // 110 m, margin 90
    EXPECT_THAT(ids(clearance_rows(small_site(), o.kept, 1.0)), ElementsAre("farther"));
    EXPECT_DOUBLE_EQ(judged(o.kept).margin_m.value(), 90.0);
}

// A lane's centre line 6 m east, 4 m wide: 4 m to its edge.
TEST(ClearanceRows, BeginAtTheEdgeOfALane) {
    Obstacles o;
    o.add("L", line_shape({{10, -50}, {10, 50}}), 0).requirement.need_m = 0;
    o.obstacle(0).half_width_m = 2;
    EXPECT_DOUBLE_EQ(clearance_rows(small_site(), o.kept, 1.0).at(0).have_m, 4.0);
    o.obstacle(0).half_width_m = 6.5;  // Reaches half a metre into the site.
    EXPECT_DOUBLE_EQ(clearance_rows(small_site(), o.kept, 1.0).at(0).have_m, 0.0);
    EXPECT_EQ(judged(o.kept).verdict, Verdict::Fails);
    o.obstacle(0).half_width_m = 6;  // Touches.
    o.obstacle(0).accuracy_m = 0;
    EXPECT_EQ(judged(o.kept).verdict, Verdict::Complies);
}

// 3 east and 4 north of a corner: 5 m.
TEST(ClearanceRows, MeasureToPoints) {
    Obstacles o;
    o.add("P", point_shape({7, 6}), 5);
    EXPECT_DOUBLE_EQ(clearance_rows(small_site(), o.kept, 1.0).at(0).have_m, 5.0);
}

struct BanCase {
    const char* name;
    Shape shape;
    Verdict verdict;
};

// Need 0: the distance is 0 whether ground is touched or taken, so sharing ground decides. The site is (0,0)-(4,2).
TEST(SiteVerdict, ABanIsBrokenByTakingItsGroundNotByTouchingIt) {
    const BanCase cases[] = {
        {"touches a side", area_shape(rectangle(4, 0, 9, 2)), Verdict::Complies},
        {"touches a corner", area_shape(rectangle(4, 2, 9, 9)), Verdict::Complies},
        {"rounding", area_shape(rectangle(4 - 1e-7, 0, 9, 2)), Verdict::Complies},
        {"takes a strip", area_shape(rectangle(3.99, -1, 9, 3)), Verdict::Fails},
        {"crosses without a vertex in the other", area_shape(rectangle(1, -5, 2, 7)), Verdict::Fails},
        {"equals", area_shape(rectangle(0, 0, 4, 2)), Verdict::Fails},
        {"holds the site", area_shape(rectangle(-9, -9, 9, 9)), Verdict::Fails},
        {"lies in the site", area_shape(rectangle(1, 0.5, 2, 1)), Verdict::Fails},
        {"holds the site in a hole",
         area_shape({{{-9, -9}, {9, -9}, {9, 9}, {-9, 9}}, {{{0, 0}, {0, 2}, {4, 2}, {4, 0}}}}), Verdict::Complies},
        {"line through", line_shape({{2, -5}, {2, 5}}), Verdict::Fails},
        {"line along a side", line_shape({{-5, 2}, {9, 2}}), Verdict::Complies},
        {"point within", point_shape({1, 1}), Verdict::Fails},
        {"point on the edge", point_shape({4, 1}), Verdict::Complies},
    };
    for (const BanCase& c : cases) {
        Obstacles o;
        o.add("B", c.shape, 0);
        o.rule(0).ban = true;
        o.obstacle(0).accuracy_m = 0;
        EXPECT_EQ(judged(o.kept).verdict, c.verdict) << c.name;
        EXPECT_EQ(clearance_rows(small_site(), o.kept, 1.0).at(0).have_m, 0.0) << c.name;
    }
}

TEST(ClearanceRows, AreSortedByMarginThenObstacleAndTiesGovernByRule) {
    Obstacles o;
    o.add("b", wall_at(10), 6);
    o.add("a", wall_at(10), 6);
    o.add("c", wall_at(9), 6);
    o.rule(0).id = "r1", o.rule(1).id = "r2", o.rule(2).id = "r3";
    EXPECT_THAT(ids(clearance_rows(small_site(), o.kept, 1.0)), ElementsAre("c", "a", "b"));
    const std::vector<Kept> tied{o.kept[1], o.kept[0]};
    EXPECT_EQ(judged(tied).governing, "r1");
}

/// Random boxes round a place on the central meridian.
struct Town {
    std::vector<Site> sites;
    Obstacles obstacles;
    std::vector<Compound> compounds;
    std::vector<Polygon> boxes;

    explicit Town(unsigned seed) {
        std::mt19937 random{seed};
        const auto number = [&](double from, double to) { return std::uniform_real_distribution{from, to}(random); };
        for (int i = 0; i < 200; ++i) {
            const double x = 500000 + number(-300, 300), y = 3270000 + number(-300, 300);
            boxes.push_back(rectangle(x, y, x + number(0.5, 40), y + number(0.5, 40)));
            obstacles.add("B" + std::to_string(i), area_shape(boxes.back()), number(0.5, 15));
        }
        for (int i = 0; i < 60; ++i) {  // Some far outside: their governing obstacle must be found all the same.
            const double reach = i % 4 == 0 ? 4000 : 300;
            const double x = 500000 + number(-reach, reach), y = 3270000 + number(-reach, reach);
            sites.push_back(site_at("S" + std::to_string(i), rectangle(x, y, x + number(1, 20), y + number(1, 5))));
        }
        compounds.push_back(
            {.id = "C", .name = {}, .boundary = {rectangle(499700, 3269700, 500300, 3270300)}, .households = {}});
    }
};

double box_distance(const Polygon& a, const Polygon& b) {
    const double dx = std::max({0.0, a.outer[0].x - b.outer[2].x, b.outer[0].x - a.outer[2].x});
    const double dy = std::max({0.0, a.outer[0].y - b.outer[2].y, b.outer[0].y - a.outer[2].y});
    return std::hypot(dx, dy);
}

TEST(CertifyProperty, AgreesWithBruteForceAndWithAnyNumberOfThreads) {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        Town town{seed};
        std::vector<Site> sites = town.sites;
        const auto rows = certify(sites, town.compounds, town.obstacles.kept, crs, 1);

        std::size_t at = 0;
        for (std::size_t i = 0; i < town.sites.size(); ++i) {
            std::vector<std::pair<double, std::string>> expected;  // margin, obstacle
            std::vector<std::pair<double, std::string>> all;
            for (std::size_t j = 0; j < town.boxes.size(); ++j) {
                const double have = box_distance(town.sites[i].outline[0], town.boxes[j]);
                all.emplace_back(have - town.obstacles.kept[j].requirement.need_m, town.obstacles.obstacle(j).id);
            }
            std::ranges::sort(all);
            for (const auto& one : all)
                if (one == all.front() || one.first <= 10.0) expected.push_back(one);
            EXPECT_NEAR(sites[i].margin_m.value(), all.front().first, 1e-6);
            ASSERT_LE(at + expected.size(), rows.size());
            for (const auto& [margin, id] : expected) {
                EXPECT_EQ(rows[at].site_id, town.sites[i].id);
                EXPECT_EQ(rows[at].obst_id, id);
                EXPECT_NEAR(rows[at].have_m - rows[at].need_m, margin, 1e-6);
                ++at;
            }
        }
        EXPECT_EQ(at, rows.size());

        std::vector<Site> again = town.sites;
        EXPECT_EQ(certify(again, town.compounds, town.obstacles.kept, crs, 4), rows);
    }
}

TEST(Certify, ReportsProgressThatNeverFallsAndStopsWhenAsked) {
    Town town{1};
    std::vector<double> seen;
    std::vector<Site> sites = town.sites;
    certify(sites, town.compounds, town.obstacles.kept, crs, 2,
            Progress{[&](double share) { seen.push_back(share); }, {}});
    EXPECT_TRUE(std::ranges::is_sorted(seen));
    EXPECT_EQ(seen.back(), 1.0);
    int asked = 0;
    std::mutex asking;
    const Progress stopping{{}, [&] {
                                const std::scoped_lock lock{asking};
                                return ++asked > 5;
                            }};
    EXPECT_THROW(certify(sites, town.compounds, town.obstacles.kept, crs, 2, stopping), Cancelled);
}

TEST(Certify, RefusesASiteOfAnUnknownCompound) {
    Town town{1};
    town.sites[0].compound = "elsewhere";
    try {
        certify(town.sites, town.compounds, town.obstacles.kept, crs);
        FAIL() << "no error";
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().en, testing::HasSubstr("elsewhere"));
        EXPECT_THAT(error.message().zh, testing::HasSubstr("S0"));
    }
}

}  // namespace
}  // namespace geo
