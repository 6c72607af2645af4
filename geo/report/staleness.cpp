#include "geo/report/staleness.hpp"

#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <algorithm>

namespace geo {
namespace {

constexpr const char* rules_changed = "rules-changed";

}  // namespace

std::optional<Finding> staleness(const Project& project, const Results& results) {
    const auto scenario = std::ranges::find(project.scenarios, results.scenario, &Scenario::name);
    if (results.grounds.empty() || scenario == project.scenarios.end()) return std::nullopt;
    if (results.basis.empty()) {
        return Finding{"rules-unknown", "zones", "",
                       say("方案“{}”的结果由较早的程序算得，未记录所用规则，可能与现行规则不符。请重新运行计划（anchong plan --scenario {}）。",
                           "The results of scenario “{}” were made by an earlier program, which did not note by which rules: they may differ from those of now. Run the plan again (anchong plan --scenario {}).",
                           results.scenario, shell_word(results.scenario))};
    }
    if (results.basis == basis_of(project.packs, *scenario, project.inputs.strips)) return std::nullopt;
    return Finding{rules_changed, "zones", "",
                   say("方案“{}”的规则在计算之后改过，结果仍是按旧规则算的。请重新运行计划（anchong plan --scenario {}）。",
                       "The rules of scenario “{}” were changed after the run: these results still keep the old ones. Run the plan again (anchong plan --scenario {}).",
                       results.scenario, shell_word(results.scenario))};
}

bool tells_of_other_rules(const std::optional<Finding>& staleness) { return staleness && staleness->code == rules_changed; }

std::optional<Finding> staleness_unless_refused(const Project& project, const Results& results) {
    auto stale = staleness(project, results);
    if (tells_of_other_rules(stale)) throw InvalidInput{stale->text};
    return stale;
}

}  // namespace geo
