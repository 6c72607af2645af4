#include "geo/checks/duties.hpp"

#include "geo/checks/duty_measures.hpp"
#include "geo/rules/duty_kinds.hpp"
#include "geo/rules/row_verdict.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace geo {
namespace {

/// Duties whose number is a parameter of the pack.
struct OfParameter {
    std::string_view duty, parameter;
};
constexpr std::array<OfParameter, 5> of_parameters{{{"group_bays", "group.max_bays"}, {"group_length", "group.max_length"}, {"group_gap", "group.gap"},
                                                    {"site_bays", "site.max_bays"}, {"lane_width", "fire_lane.clear_width"}}};

/// One duty as the pack states it, whichever way.
struct Asked {
    std::string duty;
    std::optional<double> value;
    std::string unit;
    Strength strength = Strength::Must;
    const Clause* clause = nullptr;
    const DutyRule* rule = nullptr;  ///< null: of a parameter
    DutyKind::Compare compare = DutyKind::Compare::Seen;
    std::size_t place = 0;  ///< in the code list
};

Asked completed(Asked asked) {
    const auto kinds = duty_kinds();
    const auto found = std::ranges::find(kinds, asked.duty, &DutyKind::code);
    asked.place = static_cast<std::size_t>(found - kinds.begin());
    if (found == kinds.end()) return asked;
    asked.compare = found->compare;
    asked.unit = found->unit;
    return asked;
}

std::vector<Asked> asked_by(const RulePack& pack) {
    std::vector<Asked> all;
    for (const auto& [duty, id] : of_parameters)
        if (const auto found = pack.parameters.find(std::string{id}); found != pack.parameters.end() && !found->second.is_missing)
            all.push_back(completed({.duty = std::string{duty}, .value = found->second.value, .unit = {}, .strength = found->second.strength, .clause = &found->second.clause}));
    for (const DutyRule& rule : pack.duties)
        all.push_back(completed({.duty = rule.duty, .value = rule.value, .unit = rule.unit, .strength = rule.strength, .clause = &rule.clause, .rule = &rule}));
    std::ranges::stable_sort(all, {}, &Asked::place);
    return all;
}

bool is_asked_of(const Asked& asked, const Site& site) {
    if (!asked.rule) return true;
    if (asked.rule->is_indoor) return false;
    if (!asked.rule->zones.empty() && std::ranges::find(asked.rule->zones, site.type) == asked.rule->zones.end()) return false;
    const auto& [bays, area] = std::pair{asked.rule->bays_over, asked.rule->area_over_m2};
    if (!bays && !area) return true;
    return (bays && site.bay_count > *bays) || (area && site.area_m2 > *area);
}

Verdict verdict_of(const Asked& asked, const DutyMeasure& found, std::optional<double> need) {
    if (found.is_missing) return Verdict::ToVerify;
    if (found.holds) return Verdict::Complies;
    if (!found.value || !need || asked.compare == DutyKind::Compare::Seen) return Verdict::ToVerify;
    const double margin = asked.compare == DutyKind::Compare::AtMost ? *need - *found.value : *found.value - *need;
    const bool is_sure_number = asked.clause->status == Status::Verified || asked.clause->status == Status::Secondary;
    if (margin < -exact_m) return asked.strength == Strength::Must && !found.is_doubtful && margin <= -found.accuracy_m ? Verdict::Fails : Verdict::ToVerify;
    return !found.is_doubtful && margin >= found.accuracy_m - exact_m && is_sure_number ? Verdict::Complies : Verdict::ToVerify;
}

CheckRow row_of(const std::string& site_id, const Asked& asked, const DutyMeasure& found) {
    const std::optional<double> need = found.need ? found.need : asked.value;
    return {.site_id = site_id, .duty = asked.duty, .value = found.value, .need = need, .unit = asked.unit == "none" ? "" : asked.unit,
            .clause = found.whose.empty() ? asked.clause->label() : found.whose + "；" + asked.clause->label(), .verdict = verdict_of(asked, found, need)};
}

Finding differs(const CheckRow& row, const Message& what) {
    return {"check-differs", "checks", row.site_id,
            say("{0} 的职责“{1}”（{3}）：{5}。请重新运行 plan。", "Duty \"{2}\" of {0} ({3}): {4}. Run `plan` again.", row.site_id, duty_words(row.duty).zh, duty_words(row.duty).en,
                row.clause, what.en, what.zh)};
}

std::string shown(const std::optional<double>& value) { return value ? fmt::format("{:.6g}", *value) : "–"; }

bool is_close(const std::optional<double>& a, const std::optional<double>& b, double tolerance) {
    return a.has_value() == b.has_value() && std::abs(a.value_or(0.0) - b.value_or(0.0)) <= tolerance;
}

}  // namespace

std::string compound_row_id(const std::string& compound) { return "compound:" + compound; }

std::vector<CheckRow> duty_rows(const Results& results, const Inputs& inputs, const RulePack& pack, std::span<const Obstacle> obstacles, ZoneType type) {
    const std::vector<Asked> asked = asked_by(pack);
    const DutyMeasures measures{results, inputs, pack, obstacles};
    std::vector<CheckRow> rows;
    for (const Site& site : results.sites)
        for (const Asked& each : asked) {
            if (!is_asked_of(each, site)) continue;
            for (const DutyMeasure& found : measures.of(site, each.duty, each.value)) rows.push_back(row_of(site.id, each, found));
        }
    for (const Ground& ground : results.grounds) {
        if (!ground.is_computed || !ground.zones.empty()) continue;
        for (const Asked& each : asked) {
            if (!each.rule || !each.rule->is_indoor) continue;
            if (!each.rule->zones.empty() && std::ranges::find(each.rule->zones, type) == each.rule->zones.end()) continue;
            rows.push_back(row_of(compound_row_id(ground.compound), each, {}));
        }
    }
    return rows;
}

Tally check_duties(std::span<const CheckRow> stored, std::span<const CheckRow> computed, double tolerance_m) {
    Tally tally;
    if (stored.empty() && !computed.empty()) {  // Results of a program that knew of no duties.
        tally.add({"check-differs", "checks", {},
                   say("存下的结果没有职责表，重算有 {} 行。请重新运行 plan。", "The stored results have no rows of duties; the recomputation has {}. Run `plan` again.", computed.size())});
        return tally;
    }
    using Key = std::tuple<std::string, std::string, std::string>;
    std::multimap<Key, const CheckRow*> left;
    for (const CheckRow& row : stored) left.emplace(Key{row.site_id, row.duty, row.clause}, &row);
    for (const CheckRow& row : computed) {
        const auto found = left.find(Key{row.site_id, row.duty, row.clause});
        if (found == left.end()) {
            tally.add(differs(row, {"重算中有，存下的结果中没有", "the recomputation has it, the stored results have not"}));
            continue;
        }
        const CheckRow& was = *found->second;
        const double tolerance = row.unit == "m2" ? 0.01 : std::max(tolerance_m, exact_m);
        if (!is_close(was.value, row.value, tolerance) || !is_close(was.need, row.need, tolerance) || was.unit != row.unit || was.verdict != row.verdict)
            tally.add(differs(row, say("记为 {0}（应为 {1}，{2}），重算为 {3}（{4}，{5}）", "stored as {0} (needed {1}, {6}), recomputed {3} ({4}, {7})", shown(was.value), shown(was.need),
                                       verdict_name(was.verdict), shown(row.value), shown(row.need), verdict_name(row.verdict), verdict_name_en(was.verdict),
                                       verdict_name_en(row.verdict))));
        left.erase(found);
    }
    for (const auto& [key, row] : left) tally.add(differs(*row, {"存下的结果中有，重算中没有", "the stored results have it, the recomputation has not"}));
    return tally;
}

}  // namespace geo
