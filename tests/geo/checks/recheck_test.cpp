#include "geo/checks/recheck.hpp"

#include "geo/crs/crs.hpp"
#include "tests/geo/checks/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

namespace geo {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const CrsName crs = "EPSG:4544";

using Codes = std::set<std::string>;

/// A compound of 40 x 30 m with a building across its west end (x = 0 … 10) that needs 6 m, and one beyond its east side (x = 42)
/// that needs 2 m. Free is x = 16 … 40: 24 x 30 m; with 0.5 m of accuracy everywhere 16.5 … 39.5 by 0.5 … 29.5: 23 x 29 m. The site
/// (24 … 31) has 14 and 11 m: margins 8 and 9. Clearances are drawn in grid metres.
struct Estate {
    double east, k;
    std::vector<Compound> compounds;
    Obstacles obstacles;
    Results results;

    explicit Estate(double centre_east = 500000) : east{centre_east - 20}, k{scale_factor(crs, {centre_east, north + 15})} {
        compounds.push_back({.id = "C", .name = {}, .boundary = {at(0, 0, 40, 30)}, .households = {}, .accuracy_m = 0.5});
        obstacles.add("west", area_shape(at(0, 0, 10, 30)), 6);
        obstacles.add("east", area_shape(at(40 + 2 * k, 0, 52, 30)), 2);
        Zone zone{.id = "Z", .compound = "C", .legal = at(10 + 6 * k, 0, 40, 30), .robust = {}, .consent = {}};
        zone.robust = {at(10 + 6.5 * k, 0.5 * k, 40 - 0.5 * k, 30 - 0.5 * k)};
        zone.legal_m2 = area(zone.legal) / (k * k);
        zone.robust_m2 = area(zone.robust) / (k * k);
        results.grounds.push_back({.compound = "C", .scale = k, .zones = {zone}, .reason = {}, .way = "boost"});
        results.sites.push_back(site_at("S", at(10 + 14 * k, 10, 40 - 9 * k, 12)));
        certify_again();
    }
    static constexpr double north = 3270000;
    Polygon at(double x0, double y0, double x1, double y1) const {
        return rectangle(east + x0, north + y0, east + x1, north + y1);
    }
    void certify_again() { results.clearances = certify(results.sites, compounds, obstacles.kept, crs); }
    Recheck recheck(double setback_m = 0, double tolerance_m = 1e-6) const {
        return geo::recheck(results, compounds, obstacles.kept, setback_m, crs, tolerance_m);
    }
    Codes codes(double setback_m = 0) const {
        Codes result;
        for (const Finding& f : recheck(setback_m).differences) result.insert(f.code);
        return result;
    }
    Zone& zone() { return results.grounds[0].zones[0]; }
    Site& site() { return results.sites[0]; }
    void fix_areas() {
        zone().legal_m2 = area(zone().legal) / (k * k);
        zone().robust_m2 = area(zone().robust) / (k * k);
    }
};

Finding only(const Recheck& recheck) {
    EXPECT_EQ(recheck.differences.size(), 1u);
    return recheck.differences.empty() ? Finding{} : recheck.differences[0];
}

TEST(Recheck, FindsNothingWhereAllIsRight) {
    for (const double centre : {500000.0, 560000.0}) {  // On the central meridian, and where k is 1.00004.
        const Estate e{centre};
        const Recheck r = e.recheck();
        EXPECT_THAT(r.differences, IsEmpty());
        EXPECT_EQ(r.rings, 2u);
        EXPECT_EQ(r.ring_edges, 8u);
        EXPECT_GT(r.pairs, 0u);
        EXPECT_EQ(r.sites, 1u);
        EXPECT_EQ(r.rows, 2u);
        EXPECT_NEAR(e.results.sites[0].margin_m.value(), 8.0, 1e-6);
        EXPECT_EQ(e.results.sites[0].verdict, Verdict::Complies);
    }
    EXPECT_NEAR(Estate{560000}.k, 1.00004, 0.00002);
}

TEST(Recheck, FindsAClearanceShortByAMillimetre) {
    Estate e;
    for (const std::size_t i : {0, 3}) e.zone().legal.outer[i].x -= 0.001;
    e.fix_areas();
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "ring-too-close");
    EXPECT_EQ(f.where, "zones");
    EXPECT_EQ(f.feature, "Z");
    for (const std::string& text : {f.text.en, f.text.zh}) {
        EXPECT_THAT(text, HasSubstr("5.999000"));
        EXPECT_THAT(text, HasSubstr("6.000000"));
        EXPECT_THAT(text, HasSubstr("west"));
    }
}

TEST(Recheck, ForgivesTheToleranceOnly) {
    Estate e;
    for (const std::size_t i : {0, 3}) e.zone().legal.outer[i].x -= 9e-7;
    EXPECT_THAT(e.recheck().differences, IsEmpty());
    for (const std::size_t i : {0, 3}) e.zone().legal.outer[i].x -= 2e-7;
    EXPECT_THAT(e.codes(), ElementsAre("ring-too-close"));
}

TEST(Recheck, FindsAClearanceThatForgotTheScale) {
    Estate e{560000};
    for (const std::size_t i : {0, 3}) e.zone().legal.outer[i].x = e.east + 16;  // 6 grid metres: 0.27 mm short.
    e.fix_areas();
    EXPECT_THAT(e.codes(), ElementsAre("ring-too-close"));
}

TEST(Recheck, FindsARobustRingThatForgotTheAccuracy) {
    Estate e;
    for (const std::size_t i : {0, 3}) e.zone().robust[0].outer[i].x -= 0.001;
    e.fix_areas();
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "ring-too-close");
    EXPECT_THAT(f.text.en, HasSubstr("6.499000"));
    EXPECT_THAT(f.text.en, HasSubstr("robust"));
}

TEST(Recheck, FindsARobustRingTooNearToTheBoundary) {
    Estate e;
    for (const std::size_t i : {0, 1}) e.zone().robust[0].outer[i].y -= 0.001;
    e.fix_areas();
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "ring-outside");
    EXPECT_THAT(f.text.en, HasSubstr("0.499000"));
    EXPECT_THAT(f.text.en, HasSubstr("0.500000"));
}

TEST(Recheck, FindsARobustRingOutsideTheLegalOne) {
    Estate e;
    e.zone().legal = e.at(18, 0, 40, 30);  // Keeps more than it must.
    e.fix_areas();
    EXPECT_THAT(e.codes(), ElementsAre("ring-outside"));
}

TEST(Recheck, FindsARingThatLeavesItsCompound) {
    Estate e;
    for (const std::size_t i : {2, 3}) e.zone().legal.outer[i].y += 0.001;
    e.fix_areas();
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "ring-outside");
    EXPECT_THAT(f.text.en, HasSubstr("0.001000"));
}

TEST(Recheck, HoldsRingsToTheSetback) {
    EXPECT_THAT(Estate{}.codes(0.0), IsEmpty());
    EXPECT_THAT(Estate{}.codes(1.0), ElementsAre("ring-outside"));
}

TEST(Recheck, FindsAnObstacleInsideARing) {
    struct Case {
        const char* name;
        Shape shape;
    };
    const Estate where;
    const double x = where.east + 20, y = Estate::north + 20;  // More than 2 m from any edge, more than 6 from the site.
    for (const Case& c : {Case{"area", area_shape(rectangle(x, y, x + 1, y + 1))}, Case{"line", line_shape({{x, y}, {x + 1, y}})},
                          Case{"point", point_shape({x, y})}}) {
        Estate e;
        e.obstacles.add("new", c.shape, 1);
        e.certify_again();
        EXPECT_THAT(e.codes(), ElementsAre("ring-holds-obstacle")) << c.name;
        EXPECT_EQ(e.recheck().differences.size(), 2u) << c.name;  // legal and robust
    }
}

TEST(Recheck, FindsARingInsideAnObstacle) {
    Estate e;
    e.obstacles.add("plaza", area_shape(e.at(-50, -50, 90, 80)), 1);
    e.certify_again();
    EXPECT_THAT(e.codes(), ElementsAre("ring-holds-obstacle"));
}

// Need 0: a ring may run along banned ground, not over it.
TEST(Recheck, FindsBannedGroundTakenByARing) {
    Estate e;
    e.obstacles.add("beside", area_shape(e.at(40, 0, 50, 30)), 0);
    e.obstacles.obstacle(2).accuracy_m = 0;
    e.certify_again();
    EXPECT_THAT(e.codes(), IsEmpty());
    e.obstacles.add("within", area_shape(e.at(39.99, 0, 41, 30)), 0);
    e.obstacles.obstacle(3).accuracy_m = 0;
    e.certify_again();
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "ring-too-close");
    EXPECT_THAT(f.text.en, HasSubstr("0.010000"));
}

// A lane 4 m wide, 1 m clear of the compound.
TEST(Recheck, CountsTheHalfWidthOfALane) {
    Estate e;
    const double y = Estate::north + 30 + 3.5;
    e.obstacles.add("lane", line_shape({{e.east, y}, {e.east + 40, y}}), 0);
    e.obstacles.obstacle(2).half_width_m = 2;
    e.certify_again();
    EXPECT_THAT(e.codes(), IsEmpty());
    e.obstacles.obstacle(2).half_width_m = 3.6;
    e.certify_again();
    const Recheck r = e.recheck();
    ASSERT_FALSE(r.differences.empty());
    EXPECT_EQ(r.differences[0].code, "ring-too-close");
}

TEST(Recheck, FindsARingThatCrossesItself) {
    Estate e;
    std::swap(e.zone().legal.outer[1], e.zone().legal.outer[2]);
    EXPECT_THAT(e.codes(), Contains("ring-crosses-itself"));
}

TEST(Recheck, FindsARingThatIsNone) {
    Estate e;
    e.zone().robust[0].outer.resize(2);
    EXPECT_THAT(e.codes(), Contains("ring-broken"));
    Estate nan;
    nan.zone().legal.outer[0].x = std::nan("");
    EXPECT_THAT(nan.codes(), Contains("ring-broken"));
}

TEST(Recheck, FindsAWrongArea) {
    Estate e;
    e.zone().legal_m2 = 721;
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "area-differs");
    EXPECT_THAT(f.text.en, HasSubstr("721.000000"));
    EXPECT_THAT(f.text.en, HasSubstr("720.00000"));
}

TEST(Recheck, FindsAWrongScale) {
    Estate e;
    e.results.grounds[0].scale = 1.0001;
    EXPECT_EQ(only(e.recheck()).code, "scale-differs");
}

TEST(Recheck, FindsAMissingAndAnUnknownCompound) {
    Estate e;
    e.compounds.push_back({.id = "D", .name = {}, .boundary = {e.at(100, 0, 140, 30)}, .households = {}});
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "compound-missing");
    EXPECT_EQ(f.feature, "D");
    Estate other;
    other.compounds[0].id = "D";
    EXPECT_EQ(other.codes(), (Codes{"compound-missing", "compound-unknown"}));
}

TEST(Recheck, FindsAMovedSite) {
    Estate e;
    e.site().outline = {e.at(34, 10, 41, 12)};  // 1 m beyond the east side, 1 m from the building there.
    EXPECT_EQ(e.codes(), (Codes{"site-outside-zone", "row-differs", "row-extra", "verdict-differs"}))
        << "1 m instead of 11 to the east; 24 m to the west is out of reach";
}

TEST(Recheck, FindsASiteThatLeavesTheRobustRing) {
    Estate e;
    e.site().outline = {e.at(24, 0.2, 31, 2.2)};  // In the legal ring, 0.3 m outside the robust one; distances stay.
    const Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "site-outside-zone");
    EXPECT_THAT(f.text.en, HasSubstr("robust"));
    e.site().in_robust = false;
    e.certify_again();
    EXPECT_THAT(e.codes(), IsEmpty());
    EXPECT_EQ(e.site().verdict, Verdict::ToVerify);
}

TEST(Recheck, FindsABayOutsideTheMeasuredGround) {
    Estate e;
    e.site().bays.push_back({.site_id = "S", .number = 1, .outline = e.at(25, 10, 25.8, 12)});
    e.site().bays.push_back({.site_id = "S", .is_aisle = true, .outline = e.at(25, 12, 30, 13.5)});
    EXPECT_THAT(e.codes(), IsEmpty());
    e.site().bays.push_back({.site_id = "S", .number = 2, .outline = e.at(30.5, 10, 31.3, 12)});
    EXPECT_THAT(e.codes(), ElementsAre("bay-outside-site"));
}

TEST(Recheck, FindsASiteOfNoZone) {
    Estate e;
    e.site().zone_id = "nowhere";
    EXPECT_THAT(e.codes(), ElementsAre("site-outside-zone"));
    Estate empty;
    empty.site().outline.clear();
    EXPECT_THAT(empty.codes(), Contains("site-outside-zone"));
}

TEST(Recheck, FindsRowsThatDiffer) {
    Estate e;
    e.results.clearances[0].have_m += 0.001;
    Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "row-differs");
    EXPECT_EQ(f.where, "clearances");
    EXPECT_EQ(f.feature, "S");
    EXPECT_THAT(f.text.en, HasSubstr("14.001000"));
    EXPECT_THAT(f.text.zh, HasSubstr("14.000000"));

    e = Estate{};
    e.results.clearances[1].need_m = 1.5;
    EXPECT_EQ(only(e.recheck()).code, "row-differs");

    e = Estate{};
    e.results.clearances[0].clause = "Guide 9.9";
    EXPECT_EQ(only(e.recheck()).code, "row-differs");

    e = Estate{};
    e.results.clearances[0].rule.clear();  // Tables need not keep it.
    EXPECT_THAT(e.codes(), IsEmpty());
    e.results.clearances[0].rule = "another";
    EXPECT_EQ(only(e.recheck()).code, "row-differs");
}

TEST(Recheck, FindsMissingAndExtraRows) {
    Estate e;
    const ClearanceRow row = e.results.clearances[1];
    e.results.clearances.pop_back();
    EXPECT_EQ(only(e.recheck()).code, "row-missing");

    for (const auto& [site, obstacle] : {std::pair{"S", "east"}, {"S", "ghost"}, {"nobody", "east"}}) {
        e = Estate{};
        e.results.clearances.push_back(row);
        e.results.clearances.back().site_id = site, e.results.clearances.back().obst_id = obstacle;
        EXPECT_EQ(only(e.recheck()).code, "row-extra") << site << obstacle;
    }
}

TEST(Recheck, FindsWrongVerdictsGoverningRulesAndMargins) {
    Estate e;
    e.results.clearances[0].verdict = Verdict::ToVerify;
    Finding f = only(e.recheck());
    EXPECT_EQ(f.code, "verdict-differs");
    EXPECT_THAT(f.text.zh, HasSubstr("待核实"));
    EXPECT_THAT(f.text.en, HasSubstr("to verify"));

    e = Estate{};
    e.site().verdict = Verdict::Fails;
    EXPECT_EQ(only(e.recheck()).code, "verdict-differs");
    e = Estate{};
    e.site().governing = "rule-east";
    EXPECT_EQ(only(e.recheck()).code, "verdict-differs");
    e = Estate{};
    e.site().margin_m = 8.001;
    EXPECT_EQ(only(e.recheck()).code, "verdict-differs");
    e = Estate{};
    e.site().margin_m.reset();
    EXPECT_EQ(only(e.recheck()).code, "verdict-differs");
}

TEST(Recheck, FindsAnObstacleDroppedBehindItsBack) {
    Estate e;
    e.obstacles.add("new", area_shape(e.at(20, 4, 22, 6)), 6);  // Was not there when zones and rows were made.
    EXPECT_EQ(e.codes(), (Codes{"ring-holds-obstacle", "ring-too-close", "row-missing", "verdict-differs"}));
}

TEST(Recheck, IsTheSameWithAnyNumberOfThreadsAndCanBeCancelled) {
    Estate e;
    for (int i = 1; i < 40; ++i) {
        e.results.grounds.push_back(e.results.grounds[0]);
        e.results.grounds.back().zones[0].id = "Z" + std::to_string(i);
        for (const std::size_t p : {0, 3}) e.results.grounds.back().zones[0].legal.outer[p].x -= 0.001 * i;
    }
    const auto with = [&](int threads) {
        return geo::recheck(e.results, e.compounds, e.obstacles.kept, 0, crs, 1e-6, threads).differences;
    };
    const auto one = with(1);
    EXPECT_EQ(one.size(), 2u * 39u);
    EXPECT_EQ(with(4), one);
    const Progress stopped{{}, [] { return true; }};
    EXPECT_THROW(geo::recheck(e.results, e.compounds, e.obstacles.kept, 0, crs, 1e-6, 2, stopped), Cancelled);
}

}  // namespace
}  // namespace geo
