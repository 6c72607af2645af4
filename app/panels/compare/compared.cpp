#include "app/panels/compare/compared.hpp"

#include "app/project/results_state.hpp"
#include "geo/core/error.hpp"
#include "geo/rules/match_words.hpp"

#include <algorithm>

namespace app {
namespace {

bool was_run(const ResultsData& results) { return results && !results->grounds.empty(); }

/// Nothing where the project lacks it, or a change of the scenario does not fit it: a run says so.
std::optional<geo::RulePack> pack_of(const ToCompare& what, std::size_t scenario) {
    try {
        return geo::pack_of(what.project->packs, scenario_of(*what.project, what.scenarios[scenario]));
    } catch (const geo::Error&) {
        return std::nullopt;
    }
}

geo::Message obstacles_of(const std::string& rule, const geo::RulePack& a, const geo::RulePack& b) {
    for (const geo::RulePack* pack : {&a, &b})
        if (const auto found = std::ranges::find(pack->clearances, rule, &geo::ClearanceRule::id); found != pack->clearances.end())
            return geo::described(found->from);
    return {rule, rule};
}

}  // namespace

std::vector<geo::Indicator> indicators_side_by_side(const ToCompare& what) {
    std::vector<const geo::Results*> scenarios;
    for (const ResultsData& results : what.results) scenarios.push_back(results.get());
    return geo::indicators_of(scenarios, what.project->phasing);
}

RulesApart rules_apart(const ToCompare& what) {
    const auto a = pack_of(what, 0), b = pack_of(what, 1);
    if (!a || !b) return {};
    RulesApart apart{geo::rule_differences(*a, *b), {}};
    for (const geo::RuleDifference& rule : apart.rules) apart.what.push_back(obstacles_of(rule.rule, *a, *b));
    return apart;
}

std::shared_ptr<const geo::ScenarioChanges> changes_of(const ToCompare& what, const geo::Progress& progress) {
    if (!was_run(what.results[0]) || !was_run(what.results[1])) return nullptr;
    auto changes = std::make_shared<geo::ScenarioChanges>(geo::changes_between(*what.results[0], *what.results[1], 0, progress));
    changes->rules = rules_apart(what).rules;
    return changes;
}

}  // namespace app
