#include "geo/rules/rule_rows.hpp"

#include "geo/rules/match_words.hpp"

#include <algorithm>

namespace geo {

std::vector<RuleRow> rule_rows(const RulePack& pack) {
    std::vector<RuleRow> rows;
    for (const ClearanceRule& rule : pack.clearances)
        rows.push_back({.id = rule.id,
                        .sort = !rule.instead_of.empty() ? RuleSort::Exception : rule.ban ? RuleSort::Ban : RuleSort::Distance,
                        .what = described(rule.from),
                        .zones = rule.zones,
                        .value = rule.is_missing ? std::nullopt : std::optional{rule.distance_m},
                        .unit = rule.is_share ? "share" : "m",
                        .strength = rule.strength,
                        .clause = rule.clause,
                        .text = rule.text});
    std::ranges::stable_sort(rows, {}, [](const RuleRow& row) { return row.sort == RuleSort::Exception; });
    for (const auto& [id, rule] : pack.parameters)
        rows.push_back({.id = id,
                        .sort = RuleSort::Parameter,
                        .what = rule.text,
                        .zones = {},
                        .value = rule.is_missing ? std::nullopt : std::optional{rule.value},
                        .unit = rule.unit,
                        .strength = rule.strength,
                        .clause = rule.clause,
                        .text = rule.text});
    for (const DutyRule& rule : pack.duties)
        rows.push_back({.id = rule.id, .sort = RuleSort::Duty, .what = rule.text, .zones = rule.zones, .value = rule.value, .unit = rule.unit,
                        .strength = rule.strength, .clause = rule.clause, .text = rule.text});
    return rows;
}

}  // namespace geo
