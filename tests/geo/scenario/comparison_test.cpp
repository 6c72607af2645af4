#include "geo/scenario/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace geo {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double east = 492'000, north = 3'274'000;  ///< where such projects lie

Polygon box(double x0, double y0, double x1, double y1) {
    return {{{east + x0, north + y0}, {east + x1, north + y0}, {east + x1, north + y1}, {east + x0, north + y1}}, {}};
}

Zone zone(const Polygon& legal) {
    Zone zone;
    zone.legal = legal;
    zone.legal_m2 = area(legal), zone.robust_m2 = 0.5 * zone.legal_m2;
    return zone;
}

Ground ground(const std::string& compound, const std::vector<Polygon>& parts, double scale = 1.0) {
    Ground ground;
    ground.compound = compound;
    ground.scale = scale;
    for (const Polygon& part : parts) ground.zones.push_back(zone(part));
    return ground;
}

Site site(const std::string& id, const std::string& compound, const Polygon& outline, Verdict verdict = Verdict::Complies) {
    Site site;
    site.id = id, site.compound = compound, site.outline = {outline}, site.verdict = verdict;
    return site;
}

Results results(std::vector<Ground> grounds, std::vector<Site> sites = {}) {
    Results results;
    results.grounds = std::move(grounds);
    results.sites = std::move(sites);
    return results;
}

std::vector<std::string> words(const std::vector<SiteChange>& changes) {
    std::vector<std::string> all;
    for (const SiteChange& c : changes) {
        const char* kind = c.kind == SiteChange::Kind::Added ? "added" : c.kind == SiteChange::Kind::Removed ? "removed" : "changed";
        all.push_back(std::string{kind} + " " + c.compound + " " + c.a + ">" + c.b);
    }
    return all;
}

TEST(Changes, OfADuplicateAreNone) {
    const Results a = results({ground("A", {box(0, 0, 40, 30), box(50, 0, 60, 30)}), ground("B", {})}, {site("A-S1", "A", box(1, 1, 9, 3))});
    Results b = a;
    b.scenario = "copy";
    std::ranges::reverse(b.grounds.front().zones);
    const ScenarioChanges changes = changes_between(a, b);
    EXPECT_THAT(changes.ground, IsEmpty());
    EXPECT_THAT(changes.sites, IsEmpty());
    EXPECT_THAT(changes.verdicts, IsEmpty());
}

// 40 × 30 m against 44 × 28 m: 4 × 28 m came, 40 × 2 m went. In a grid 0.9996 times the ground, it is more on the ground.
TEST(Changes, GroundThatCameAndWent) {
    const Results a = results({ground("A", {box(0, 0, 40, 30)}, 0.9996), ground("B", {box(0, 100, 10, 110)})});
    const Results b = results({ground("A", {box(0, 0, 44, 28)}, 0.9996), ground("B", {box(0, 100, 10, 110)})});
    const ScenarioChanges changes = changes_between(a, b);
    ASSERT_EQ(changes.ground.size(), 1u);
    EXPECT_EQ(changes.ground[0].compound, "A");
    EXPECT_NEAR(changes.ground[0].added_m2, 4 * 28 / (0.9996 * 0.9996), 1e-6);
    EXPECT_NEAR(changes.ground[0].removed_m2, 40 * 2 / (0.9996 * 0.9996), 1e-6);
    const Box came = box_of(changes.ground[0].added);
    EXPECT_NEAR(came.min_x, east + 40, 1e-6);
    EXPECT_NEAR(came.max_y, north + 28, 1e-6);
    const ScenarioChanges back = changes_between(b, a);
    EXPECT_EQ(back.ground[0].added_m2, changes.ground[0].removed_m2);
    EXPECT_EQ(back.ground[0].removed_m2, changes.ground[0].added_m2);
}

TEST(Changes, AllOfACompoundsGround) {
    const Results none = results({ground("A", {})}), some = results({ground("A", {box(0, 0, 10, 10), box(20, 0, 30, 10)})});
    EXPECT_NEAR(changes_between(none, some).ground.at(0).added_m2, 200, 1e-9);
    EXPECT_NEAR(changes_between(some, none).ground.at(0).removed_m2, 200, 1e-9);
}

// Two grounds may draw the same arc up to 1 cm apart; a strip of 15 mm is ground.
TEST(Changes, SliversAreLeftOut) {
    const Results a = results({ground("A", {box(0, 0, 40, 30)})});
    EXPECT_THAT(changes_between(a, results({ground("A", {box(0, 0, 40.01, 30)})})).ground, IsEmpty());
    const auto wider = changes_between(a, results({ground("A", {box(0, 0, 40.015, 30.001)})})).ground;
    ASSERT_EQ(wider.size(), 1u);
    EXPECT_NEAR(wider[0].added_m2, 0.015 * 30, 0.05);
}

// On the average this is no wider than a sliver; but there is a square of 0.2 m in it.
TEST(Changes, ASpotOnALongStripIsNoSliver) {
    const auto strip = [](double to) {
        Polygon p = box(0, 0, 90, 30);
        p.outer.insert(p.outer.begin() + 2, {{east + 90, north + 10}, {east + 90 + to, north + 10}, {east + 90 + to, north + 10.2}, {east + 90.0001, north + 10.2}});
        return p;
    };
    Polygon with_spot = strip(0.2);
    for (Point& p : with_spot.outer)
        if (p == Point{east + 90, north + 30} || p == Point{east + 90.0001, north + 10.2}) p.x = east + 90.0001;
    const auto changes = changes_between(results({ground("A", {box(0, 0, 90, 30)})}), results({ground("A", {with_spot})})).ground;
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_NEAR(changes[0].added_m2, 0.04, 0.01);
}

TEST(Changes, GroundThatCouldNotBeComputedIsUnknown) {
    Results a = results({ground("A", {})}), b = results({ground("A", {box(0, 0, 10, 10)})});
    a.grounds.front().is_computed = false;
    EXPECT_THAT(changes_between(a, b).ground, IsEmpty());
}

TEST(Changes, SitesByTheirGroundWhateverTheirIds) {
    const Results a = results({ground("A", {}), ground("B", {})},
                              {site("A-S1", "A", box(0, 0, 8, 2)), site("A-S2", "A", box(20, 0, 28, 2)), site("A-S3", "A", box(40, 0, 48, 2)),
                               site("B-S1", "B", box(0, 100, 8, 102), Verdict::ToVerify)});
    const Results b = results({ground("A", {}), ground("B", {})},
                              {site("A-S1", "A", box(20.0004, 0, 28.0004, 2)), site("A-S2", "A", box(0, 0, 8, 3)), site("A-S3", "A", box(60, 0, 68, 2)),
                               site("B-S1", "B", box(0, 100, 8, 102))});
    const ScenarioChanges changes = changes_between(a, b);
    EXPECT_THAT(words(changes.sites), ElementsAre("removed A A-S3>", "changed A A-S1>A-S2", "added A >A-S3"));
    EXPECT_THAT(changes.verdicts, ElementsAre("B-S1"));
}

// Two that touch share nothing; of two that lie on one, the larger share is it.
TEST(Changes, SitesThatShareMostBelongTogether) {
    const Results a = results({ground("A", {})}, {site("S", "A", box(0, 0, 10, 2)), site("T", "A", box(0, 2, 10, 4))});
    const Results b = results({ground("A", {})}, {site("U", "A", box(0, 0, 3, 2)), site("V", "A", box(3, 0, 10, 2)), site("W", "A", box(10, 0, 12, 4))});
    EXPECT_THAT(words(changes_between(a, b).sites), ElementsAre("removed A T>", "added A >U", "changed A S>V", "added A >W"));
}

/// Rectangles on some cells of a board of 10 × 10 m, which never touch; their sizes differ by 2 cm or not at all.
std::vector<Polygon> scattered(std::mt19937& random, double inset) {
    std::vector<Polygon> parts;
    for (int row = 0; row < 8; ++row)
        for (int column = 0; column < 8; ++column) {
            if (random() % 3 == 0) continue;
            const double grow = inset * static_cast<double>(random() % 45) / 45;
            parts.push_back(box(column * 10 + 1 - grow, row * 10 + 1 - grow, column * 10 + 8 + grow, row * 10 + 8 + grow));
        }
    return parts;
}

bool holds(const std::vector<Polygon>& parts, Point p) {
    return std::ranges::any_of(parts, [&](const Polygon& part) { return contains(part, p); });
}

TEST(ChangesProperty, APointCameWhereOnlyTheSecondHasIt) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        const auto first = scattered(random, 0.9), second = scattered(random, 0.9);
        const Results a = results({ground("A", first)}), b = results({ground("A", second)});
        const ScenarioChanges changes = changes_between(a, b);
        ASSERT_EQ(changes.ground.size(), 1u);
        const GroundChange& change = changes.ground.front();
        double sum = 0;
        for (const Polygon& part : second) sum += area(part);
        for (const Polygon& part : first) sum -= area(part);
        EXPECT_NEAR(change.added_m2 - change.removed_m2, sum, 0.01);
        std::uniform_real_distribution<double> place{0, 80};
        for (int i = 0; i < 400; ++i) {
            const Point p{east + place(random), north + place(random)};
            EXPECT_EQ(contains(change.added, p), holds(second, p) && !holds(first, p)) << p.x << " " << p.y;
            EXPECT_EQ(contains(change.removed, p), holds(first, p) && !holds(second, p)) << p.x << " " << p.y;
        }
    }
}

TEST(Changes, TheSameWhateverTheThreads) {
    std::mt19937 random{7};
    Results a, b;
    for (int i = 0; i < 30; ++i) {
        a.grounds.push_back(ground("C" + std::to_string(i), scattered(random, 0.9)));
        b.grounds.push_back(ground("C" + std::to_string(i), scattered(random, 0.9)));
    }
    const ScenarioChanges one = changes_between(a, b, 1), four = changes_between(a, b, 4);
    ASSERT_EQ(one.ground.size(), 30u);
    ASSERT_EQ(four.ground.size(), 30u);
    for (std::size_t i = 0; i < 30; ++i) {
        EXPECT_EQ(one.ground[i].compound, "C" + std::to_string(i));
        EXPECT_EQ(one.ground[i].compound, four.ground[i].compound);
        EXPECT_EQ(one.ground[i].added, four.ground[i].added);
        EXPECT_EQ(one.ground[i].removed, four.ground[i].removed);
    }
    EXPECT_THROW(changes_between(a, b, 2, Progress{{}, [] { return true; }}), Cancelled);
}

const Indicator& of(const std::vector<Indicator>& all, const std::string& id) { return *std::ranges::find(all, id, &Indicator::id); }
bool has(const std::vector<Indicator>& all, const std::string& id) { return std::ranges::find(all, id, &Indicator::id) != all.end(); }

TEST(Indicators, SideBySide) {
    Results a = results({ground("A", {box(0, 0, 10, 10)}), ground("B", {}), ground("C", {box(0, 0, 2, 2)})},
                        {site("S1", "A", box(0, 0, 8, 2)), site("S2", "A", box(0, 5, 8, 7), Verdict::ToVerify)});
    a.sites[0].bay_count = 10, a.sites[0].margin_m = 0.5, a.sites[0].phase = "pilot";
    a.sites[1].bay_count = 8, a.sites[1].margin_m = 0.25;
    Results b = results({ground("A", {box(0, 0, 10, 10)}), ground("B", {box(0, 0, 5, 5)}), ground("C", {box(0, 0, 2, 2)})},
                        {site("S1", "B", box(0, 0, 8, 2), Verdict::Fails)});
    b.sites[0].bay_count = 9, b.sites[0].phase = "rollout-1";
    const Results unplanned;
    const Results* all[] = {&a, &b, &unplanned};
    Phasing phasing = standard_phasing();
    phasing.phases[1].name = "二期";
    phasing.phases.push_back({.id = "rollout-2"});
    const auto indicators = indicators_of(all, phasing);
    const auto values = [&](const std::string& id) { return of(indicators, id).values; };
    const std::optional<double> unknown;
    EXPECT_THAT(values("legal_m2"), ElementsAre(104, 129, unknown));
    EXPECT_THAT(values("robust_m2"), ElementsAre(52, 64.5, unknown));
    EXPECT_THAT(values("zones"), ElementsAre(2, 3, unknown));
    EXPECT_THAT(values("sites"), ElementsAre(2, 1, unknown));
    EXPECT_THAT(values("bays"), ElementsAre(18, 9, unknown));
    EXPECT_THAT(values("without_ground"), ElementsAre(1, 0, unknown));
    EXPECT_THAT(values("without_site"), ElementsAre(2, 2, unknown));
    EXPECT_THAT(values("complies"), ElementsAre(1, 0, unknown));
    EXPECT_THAT(values("to_verify"), ElementsAre(1, 0, unknown));
    EXPECT_THAT(values("fails"), ElementsAre(0, 1, unknown));
    EXPECT_THAT(values("sites_pilot"), ElementsAre(1, 0, unknown));
    EXPECT_THAT(values("bays_pilot"), ElementsAre(10, 0, unknown));
    EXPECT_THAT(values("bays_rollout-1"), ElementsAre(0, 9, unknown));
    EXPECT_THAT(values("sites_none"), ElementsAre(1, 0, unknown));
    EXPECT_THAT(values("least_margin_m"), ElementsAre(0.25, unknown, unknown));
    EXPECT_FALSE(has(indicators, "sites_rollout-2")) << "no site of any scenario";
    EXPECT_FALSE(has(indicators, "not_computed"));
    EXPECT_EQ(of(indicators, "sites_rollout-1").title.zh, "二期：点位");

    EXPECT_EQ(of(indicators, "legal_m2").difference(1), 25);
    EXPECT_NEAR(of(indicators, "legal_m2").percent(1).value(), 24.038, 0.001);
    EXPECT_EQ(of(indicators, "legal_m2").reading(1), Reading::Better);
    EXPECT_EQ(of(indicators, "without_ground").reading(1), Reading::Better);
    EXPECT_EQ(of(indicators, "bays").reading(1), Reading::Worse);
    EXPECT_EQ(of(indicators, "zones").reading(1), Reading::Neutral);
    EXPECT_EQ(of(indicators, "without_site").reading(1), Reading::Same);
    EXPECT_EQ(of(indicators, "fails").percent(1), std::nullopt) << "of nought";
    EXPECT_EQ(of(indicators, "fails").reading(1), Reading::Worse);
    EXPECT_EQ(of(indicators, "bays").difference(2), std::nullopt);
    EXPECT_EQ(of(indicators, "bays").reading(2), Reading::Same);
}

TEST(Indicators, WithoutPhasesTheyAreNotSpokenOf) {
    const Results a = results({ground("A", {box(0, 0, 10, 10)})}, {site("S1", "A", box(0, 0, 8, 2))});
    const Results* all[] = {&a, &a};
    for (const Indicator& each : indicators_of(all, standard_phasing())) EXPECT_FALSE(each.id.starts_with("sites_")) << each.id;
}

TEST(Indicators, CompoundsThatCouldNotBeComputed) {
    Results a = results({ground("A", {box(0, 0, 10, 10)}), ground("B", {})});
    a.grounds[1].is_computed = false;
    const Results* all[] = {&a};
    const auto indicators = indicators_of(all, standard_phasing());
    EXPECT_THAT(of(indicators, "not_computed").values, ElementsAre(1));
    EXPECT_THAT(of(indicators, "without_ground").values, ElementsAre(0)) << "unknown is not none";
}

}  // namespace
}  // namespace geo
