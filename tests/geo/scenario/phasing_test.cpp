#include "geo/scenario/phasing.hpp"

#include "geo/density/hazard_density.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace geo {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

const CrsName on_meridian = "EPSG:4544";  ///< true to scale at easting 500 000

Polygon box(double x, double y, double side) {
    const double e = 500'000 + x, n = 3'270'000 + y;
    return {{{e, n}, {e + side, n}, {e + side, n + side}, {e, n + side}}, {}};
}

/// Compounds of 100 × 100 m in a row, 1 km apart, so that none sees the reports of another.
struct Town {
    Inputs inputs{.crs = on_meridian, .layers = {}};
    Results results;

    Town() {
        inputs.layers.push_back({.role = Role::Compound, .crs = on_meridian, .provenance = {}, .features = {}});
        inputs.layers.push_back({.role = Role::Hazard, .crs = on_meridian, .provenance = {}, .features = {}});
    }
    void compound(const std::string& id, double x, bool has_ground = true, bool has_site = true) {
        inputs.layers[0].features.push_back({.id = id, .name = id, .shape = {{box(x, 0, 100)}, {}, {}}, .values = values(Role::Compound, {}), .source = {}});
        Ground ground;
        ground.compound = id;
        if (has_ground) ground.zones.emplace_back();
        results.grounds.push_back(std::move(ground));
        if (has_ground && has_site) site(id + "-S1", id, box(x + 10, 10, 20));
    }
    void site(const std::string& id, const std::string& compound, const Polygon& outline, const std::string& phase = {}) {
        Site site;
        site.id = id, site.compound = compound, site.outline = {outline}, site.phase = phase;
        results.sites.push_back(std::move(site));
    }
    void report(double x, double y, const std::string& severity, const std::string& status, int count = 1) {
        for (int i = 0; i < count; ++i)
            inputs.layers[1].features.push_back({.id = "h" + std::to_string(inputs.layers[1].features.size()), .name = {},
                                                 .shape = {{}, {}, {{500'000 + x, 3'270'000 + y}}},
                                                 .values = values(Role::Hazard, {{"severity", severity}, {"status", status}}), .source = {}});
    }
    static std::vector<Value> values(Role role, const std::map<std::string, std::string>& given) {
        std::vector<Value> all;
        for (const auto& field : role_info(role).fields) {
            const auto value = given.find(std::string{field.name});
            all.push_back(value == given.end() ? Value{} : Value{value->second});
        }
        return all;
    }
};

std::vector<std::string> order(const std::vector<Urgency>& urgency) {
    std::vector<std::string> ids;
    for (const Urgency& u : urgency) ids.push_back(u.compound);
    return ids;
}

const Urgency& of(const std::vector<Urgency>& urgency, const std::string& id) { return *std::ranges::find(urgency, id, &Urgency::compound); }

TEST(Urgency, TheDensestFirstAndThoseWithoutGroundLast) {
    Town town;
    town.compound("A", 0);
    town.compound("B", 1000);
    town.compound("C", 2000, false);
    town.compound("D", 3000);
    town.report(50, 50, "一般", "登记", 2);
    town.report(1050, 50, "一般", "登记", 2);
    town.report(1050, 50, "重大", "整改中", 3);
    town.report(2050, 50, "重大", "登记", 9);
    const auto urgency = by_urgency(town.inputs, town.results, {});
    EXPECT_THAT(order(urgency), ElementsAre("B", "A", "D", "C"));
    EXPECT_EQ(of(urgency, "B").reports, 5);
    EXPECT_EQ(of(urgency, "B").open_hazards, 5.0);
    EXPECT_NEAR(of(urgency, "B").per_hectare, 5.0, 1e-6) << "a hectare";
    EXPECT_NEAR(of(urgency, "B").density, 5 * 3 / (3.14159265 * 0.25), 0.1) << "5 × 3 / (π 50²)";
    EXPECT_THAT(of(urgency, "B").reasons, ElementsAre(say("密度 19.1 处/公顷，为全部 4 个小区第 2 位", "density 19.1 per hectare, number 2 of all 4 compounds"),
                                                      say("未整改隐患 5 处，其中重大 3 处", "5 open hazards, 3 of them 重大")));
    EXPECT_EQ(of(urgency, "C").reasons.front().zh, "没有可设地，不能列入试点");
    EXPECT_EQ(of(urgency, "D").density, 0.0);
    EXPECT_EQ(of(urgency, "D").reasons.front().zh, "附近没有未整改隐患");
}

TEST(Urgency, ClosedReportsNeverCount) {
    Town town;
    town.compound("A", 0);
    town.compound("B", 1000);
    for (const char* status : {"已销号", "已整改", "整改完成", "关闭", "已关闭", "Closed", "fixed"}) town.report(50, 50, "重大", status, 10);
    for (const char* status : {"", "登记", "整改中", "待复核", "反弹", "未整改", "未销号", "open", "???"}) town.report(1050, 50, "一般", status);
    const auto urgency = by_urgency(town.inputs, town.results, {});
    EXPECT_THAT(order(urgency), ElementsAre("B", "A"));
    EXPECT_EQ(of(urgency, "A").reports, 0);
    EXPECT_EQ(of(urgency, "A").density, 0.0);
    EXPECT_EQ(of(urgency, "B").reports, 9);
}

// Three grave reports against four plain ones: the weights turn the order round.
TEST(Urgency, WeighsBySeverityAndKeepsToTheFilter) {
    Town town;
    town.compound("A", 0);
    town.compound("B", 1000);
    town.report(50, 50, "一般", "登记", 4);
    town.report(1050, 50, "特急", "登记", 3);
    EXPECT_THAT(order(by_urgency(town.inputs, town.results, {})), ElementsAre("A", "B"));
    HeatSettings settings;
    settings.weights.by_severity["特急"] = 2.0;
    const auto weighted = by_urgency(town.inputs, town.results, settings);
    EXPECT_THAT(order(weighted), ElementsAre("B", "A"));
    EXPECT_EQ(of(weighted, "B").open_hazards, 6.0);
    EXPECT_EQ(of(weighted, "B").reports, 3);
    EXPECT_EQ(of(weighted, "B").reasons.back().zh, "未整改隐患 3 处，其中特急 3 处");
    settings.filter.statuses = {{"整改中"}};
    EXPECT_EQ(of(by_urgency(town.inputs, town.results, settings), "B").reports, 0);
}

// A compound smaller than a cell lies between the centres; the cells next to it are its own then.
TEST(Urgency, ASmallCompoundHasADensityToo) {
    Town town;
    town.inputs.layers[0].features.push_back({.id = "S", .name = {}, .shape = {{box(50.2, 50.2, 0.5)}, {}, {}}, .values = Town::values(Role::Compound, {}), .source = {}});
    town.report(51, 51, "", "登记");
    HeatSettings settings;
    settings.cell_m = 20.0;
    EXPECT_GT(of(by_urgency(town.inputs, town.results, settings), "S").density, 0.0);
}

TEST(Urgency, OfNothing) {
    Town town;
    EXPECT_TRUE(by_urgency(town.inputs, town.results, {}).empty());
    town.compound("B", 0);
    town.compound("A", 1000);
    EXPECT_THAT(order(by_urgency(town.inputs, town.results, {})), ElementsAre("A", "B")) << "by id";
    EXPECT_THAT(order(by_urgency(town.inputs, {}, {})), ElementsAre("A", "B")) << "never planned";
}

Urgency urgent(const std::string& id, int sites) {
    Urgency u;
    u.compound = id, u.has_ground = sites > 0, u.sites = sites;
    return u;
}

TEST(Pilot, TheMostUrgentThatHaveASite) {
    const std::vector<Urgency> urgency{urgent("A", 2), urgent("B", 0), urgent("C", 1), urgent("D", 1), urgent("E", 0), urgent("F", 1)};
    const Phasing first = with_pilot({}, urgency, 2);
    EXPECT_EQ(first.phases, standard_phasing().phases);
    EXPECT_THAT(first.compounds, ElementsAre(Pair("A", "pilot"), Pair("C", "pilot"), Pair("D", "rollout-1"), Pair("F", "rollout-1")));
    EXPECT_EQ(with_pilot(first, urgency, 2), first);
    EXPECT_THAT(with_pilot(first, urgency, 3).compounds,
                ElementsAre(Pair("A", "pilot"), Pair("C", "pilot"), Pair("D", "pilot"), Pair("F", "rollout-1")));
    EXPECT_THAT(with_pilot(first, urgency, 1).compounds,
                ElementsAre(Pair("A", "pilot"), Pair("C", "rollout-1"), Pair("D", "rollout-1"), Pair("F", "rollout-1")));
}

TEST(Pilot, KeepsWhatWasPutLaterByHand) {
    Phasing phasing{.phases = {{.id = "pilot", .name = "一期"}, {.id = "rollout-1"}, {.id = "rollout-2"}},
                    .compounds = {{"B", "pilot"}, {"D", "rollout-2"}, {"E", "rollout-2"}, {"X", "rollout-1"}}};
    const std::vector<Urgency> urgency{urgent("A", 2), urgent("B", 0), urgent("D", 1), urgent("E", 0)};
    const Phasing proposed = with_pilot(phasing, urgency, 1);
    EXPECT_EQ(proposed.phases, phasing.phases);
    EXPECT_THAT(proposed.compounds, ElementsAre(Pair("A", "pilot"), Pair("D", "rollout-2"), Pair("E", "rollout-2"), Pair("X", "rollout-1")));
}

TEST(PutIntoPhases, SitesFollowUnlessPutByHand) {
    const Phasing then{.phases = standard_phasing().phases, .compounds = {{"A", "pilot"}, {"B", "pilot"}}};
    const Phasing now{.phases = standard_phasing().phases, .compounds = {{"A", "rollout-1"}, {"B", "rollout-1"}}};
    Town before;
    before.site("A-S1", "A", box(0, 0, 10), "pilot");
    before.site("A-S2", "A", box(50, 0, 10), "rollout-1");  // by hand
    before.site("A-S3", "A", box(90, 0, 10), "");           // taken out by hand
    before.site("B-S1", "B", box(1000, 0, 10), "rollout-2");  // by hand, into a phase that is gone
    Town after;
    after.site("A-S1", "A", box(52, 1, 10));  // what was A-S2, moved a little
    after.site("A-S2", "A", box(0, 0, 10));
    after.site("A-S3", "A", box(90, 0, 10));
    after.site("A-S4", "A", box(59, 0, 10));  // shares a strip with A-S2 alone: new ground
    after.site("B-S1", "B", box(1000, 0, 10));
    after.site("C-S1", "C", box(2000, 0, 10));
    put_into_phases(after.results, then, before.results, then);
    const auto phases = [&] {
        std::vector<std::string> all;
        for (const Site& site : after.results.sites) all.push_back(site.phase);
        return all;
    };
    EXPECT_THAT(phases(), ElementsAre("rollout-1", "pilot", "", "pilot", "pilot", ""));
    put_into_phases(after.results, now, before.results, then);
    EXPECT_THAT(phases(), ElementsAre("rollout-1", "rollout-1", "", "rollout-1", "rollout-1", ""));
    put_into_phases(after.results, now, {}, then);
    EXPECT_THAT(phases(), ElementsAre("rollout-1", "rollout-1", "rollout-1", "rollout-1", "rollout-1", ""));
}

}  // namespace
}  // namespace geo
