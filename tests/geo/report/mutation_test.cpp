#include "geo/checks/recheck.hpp"
#include "geo/report/plan.hpp"
#include "geo/rules/pack_file.hpp"
#include "tests/geo/report/real_inputs.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace geo {
namespace {

/// What a check of results finds that were made from another project than the one it is checked against.
std::vector<Finding> checked(const Project& truth, const Results& results) {
    const Scenario& base = truth.scenarios.front();
    return recheck(results, truth.inputs, pack_from_text(truth.packs.at(base.pack)), base.zone_type).differences;
}

Results planned(const Project& project) { return make_plan(project, "base", Steps::Both, {}); }

class Mutation : public ::testing::Test {
   protected:
    static void SetUpTestSuite() { truth = new Project{testing::sample_project()}; }
    static void TearDownTestSuite() { delete truth; }
    static Project* truth;
};
Project* Mutation::truth = nullptr;

TEST_F(Mutation, APlanOfTheTruthHolds) {
    const auto differences = checked(*truth, planned(*truth));
    EXPECT_TRUE(differences.empty()) << differences.front().text.en;
}

// The zones of a pack whose clearance from buildings is 1 mm short are wrong all round the buildings.
TEST_F(Mutation, AClearanceShortByAMillimetreIsFound) {
    Project shorter = *truth;
    RulePack pack = pack_from_text(shorter.packs.at("cn-chongqing-2024"));
    int changed = 0;
    for (ClearanceRule& rule : pack.clearances) {
        if (!rule.ban && rule.distance_m == 6.0 && rule.clause.pack == "cn-chongqing-2024") rule.distance_m -= 0.001, ++changed;
    }
    ASSERT_GT(changed, 0);
    shorter.packs["cn-chongqing-2024"] = pack_to_text(pack);
    Results wrong = planned(shorter);
    EXPECT_FALSE(checked(*truth, wrong).empty());
    // Also when only the rings are wrong, and the table was made from the truth.
    wrong.sites.clear();
    wrong.clearances.clear();
    EXPECT_FALSE(checked(*truth, wrong).empty());
}

/// Whether two plans came to the same zones and certificate: a house hemmed in by others governs nothing. The same arc may be drawn up to a centimetre
/// differently, and sites follow it.
bool same(const Results& a, const Results& b) {
    const auto is_same_row = [](ClearanceRow x, const ClearanceRow& y) {
        if (std::abs(x.have_m - y.have_m) < 0.012) x.have_m = y.have_m;
        return x == y;
    };
    if (!std::ranges::equal(a.clearances, b.clearances, is_same_row) || a.grounds.size() != b.grounds.size()) return false;
    const auto kept_m2 = [](const Ground& ground) {
        double sum = 0.0;
        for (const Zone& zone : ground.zones) sum += zone.legal_m2;
        return sum;
    };
    // Arcs may be drawn 1 cm long, and what no site fits into is dropped.
    return std::ranges::equal(a.grounds, b.grounds, [&](const Ground& x, const Ground& y) { return std::abs(kept_m2(x) - kept_m2(y)) < 0.1; });
}

// Every fortieth building, dropped behind the engine's back.
TEST_F(Mutation, ADroppedObstacleIsFound) {
    std::size_t buildings = 0;
    for (const Layer& layer : truth->inputs.layers)
        if (layer.role == Role::Building) buildings = layer.features.size();
    ASSERT_GT(buildings, 300u);
    const Results right = planned(*truth);
    int told = 0;
    for (std::size_t drop = 3; drop < buildings; drop += 40) {
        Project without = *truth;
        std::string id;
        for (Layer& layer : without.inputs.layers) {
            if (layer.role != Role::Building) continue;
            id = layer.features[drop].id;
            layer.features.erase(layer.features.begin() + static_cast<std::ptrdiff_t>(drop));
        }
        const Results wrong = planned(without);
        if (same(right, wrong)) continue;
        ++told;
        EXPECT_FALSE(checked(*truth, wrong).empty()) << id;
    }
    EXPECT_GE(told, 6);
}

}  // namespace
}  // namespace geo
