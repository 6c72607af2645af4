#include "geo/scenario/scenario_rules.hpp"

#include "geo/core/error.hpp"
#include "geo/core/hash.hpp"
#include "geo/core/near_words.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/pack_json.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr double largest_m = 1000.0;

/// Ids that the one written may have been meant for.
std::string near_ids(const RulePack& pack, std::string_view written) {
    if (written.ends_with('*')) written.remove_suffix(1);
    std::vector<std::string> ids;
    for (const ClearanceRule& rule : pack.clearances)
        if (!rule.ban) ids.push_back(rule.id);
    return near_words_line(ids, written);
}

void refuse_parameter(const RulePack& pack, std::string_view written) {
    if (pack.parameters.contains(std::string{written})) {
        throw RuleError{say("规则 {} 是规则包 {} 的参数，不是间距，方案不能改它。请修改规则包。",
                            "Rule {} is a parameter of pack {}, not a distance: a scenario cannot change it. Change the pack.", written, pack.id)};
    }
}

[[noreturn]] void throw_unknown(const RulePack& pack, std::string_view written) {
    refuse_parameter(pack, written);
    throw RuleError{say("规则包 {} 没有间距规则“{}”。相近的有：{}。用 anchong rules show {} 可列出全部。",
                        "Pack {} has no distance rule “{}”. Near are: {}. anchong rules show {} lists all.", pack.id, written, near_ids(pack, written), pack.id)};
}

/// A scenario came to a pack that lacks a rule of the pack before.
[[noreturn]] void throw_assumed(const RulePack& pack, const Scenario& scenario, const std::string& id) {
    refuse_parameter(pack, id);
    throw RuleError{say("方案“{0}”为规则 {1} 假设了间距，而规则包 {2} 没有这条规则。相近的有：{3}。请取消该假设（--clearance {1}=pack），或改用别的规则包。",
                        "Scenario “{0}” assumes a distance for rule {1}, which pack {2} has not. Near are: {3}. Take the assumption back (--clearance {1}=pack), or choose another pack.",
                        scenario.name, id, pack.id, near_ids(pack, id))};
}

void refuse_ban(const RulePack& pack, const ClearanceRule& rule) {
    if (!rule.ban) return;
    throw RuleError{say("规则 {}（规则包 {}）是禁设，方案不能用距离代替它。", "Rule {} of pack {} is a ban: a scenario cannot put a distance in its place.", rule.id,
                        pack.id)};
}

/// Everything by which a rule reaches further or less far, besides its number.
bool is_same_reach(const ClearanceRule& a, const ClearanceRule& b) {
    return a.zones == b.zones && a.from == b.from && a.ban == b.ban && a.strength == b.strength && a.is_missing == b.is_missing &&
           a.instead_of == b.instead_of && a.is_share == b.is_share && a.barrier_h == b.barrier_h;
}

/// Rules of a pack are sorted by id.
const ClearanceRule* rule_with_id(const RulePack& pack, const std::string& id) {
    const auto at = std::ranges::lower_bound(pack.clearances, id, {}, &ClearanceRule::id);
    return at != pack.clearances.end() && at->id == id ? &*at : nullptr;
}

/// The number of a parameter; nothing where the pack has none.
std::optional<double> number_of(const RulePack& pack, const char* id) {
    const auto it = pack.parameters.find(id);
    return it == pack.parameters.end() || it->second.is_missing ? std::nullopt : std::optional{it->second.value};
}

/// Where the dividers are of the rating that the pack asks for, groups stand as near as the divider lets them.
bool set_groups_closer(RulePack& pack, double barrier_h) {
    const auto divider_h = number_of(pack, "group.divider_h"), divider_gap = number_of(pack, "group.divider_gap"), gap = number_of(pack, "group.gap");
    if (!divider_h || !divider_gap || !gap || !(barrier_h > 0.0) || *divider_h > barrier_h || *divider_gap >= *gap) return false;
    ParameterRule& rule = pack.parameters.at("group.gap");
    const ParameterRule& divider = pack.parameters.at("group.divider_h");
    rule.value = *divider_gap;
    rule.clause = divider.clause;
    rule.text = divider.text;
    return true;
}

/// Exceptions that rest on a divider hold where the scenario builds one of that rating; the others go.
bool build_dividers(RulePack& pack, double barrier_h) {
    bool is_changed = std::erase_if(pack.clearances, [&](const ClearanceRule& rule) { return rule.barrier_h > barrier_h; }) > 0;
    for (ClearanceRule& rule : pack.clearances) {
        is_changed = is_changed || rule.barrier_h > 0.0;
        rule.barrier_h = 0.0;
    }
    return set_groups_closer(pack, barrier_h) || is_changed;
}

}  // namespace

RulePack with_assumptions(RulePack pack, const Scenario& scenario) {
    bool is_changed = false;
    for (const auto& [id, distance_m] : scenario.clearances) {
        const auto rule = std::ranges::find(pack.clearances, id, &ClearanceRule::id);
        if (rule == pack.clearances.end()) throw_assumed(pack, scenario, id);
        refuse_ban(pack, *rule);
        if (!std::isfinite(distance_m) || distance_m < 0 || distance_m > largest_m) {
            throw RuleError{say("方案“{}”为规则 {} 假设的间距 {} m 不可用，须在 0 与 {} m 之间。",
                                "Scenario “{0}” assumes {2} m for rule {1}; a distance lies between 0 and {3} m.", scenario.name, id, distance_m, largest_m)};
        }
        if (distance_m == rule->distance_m && !rule->is_missing) continue;
        // The number of the clause stays behind the source, as in every label.
        const std::string stated = rule->is_missing ? "规则包未给数值" : fmt::format("原为 {:g} {}", rule->distance_m, rule->is_share ? "倍" : "m");
        rule->clause.source = fmt::format("方案 {} 的假设（{}）：{}", scenario.name, stated, rule->clause.source);
        rule->clause.status = Status::Assumption;
        rule->distance_m = distance_m;
        rule->is_share = rule->is_missing = false;
        is_changed = true;
    }
    is_changed = build_dividers(pack, scenario.barrier_h) || is_changed;
    if (is_changed) pack.sha256 = sha256(write_pack(pack));
    return pack;
}

RulePack pack_of(const std::map<std::string, std::string>& packs, const Scenario& scenario) {
    const auto text = packs.find(scenario.pack);
    if (text == packs.end()) {
        throw RuleError{say("方案“{}”所用规则包 {} 不在工程中。", "Scenario “{}” uses rule pack {}, which the project does not hold.", scenario.name, scenario.pack)};
    }
    return with_assumptions(pack_from_text(text->second), scenario);
}

std::vector<std::string> rules_meant(const RulePack& pack, std::string_view id_or_pattern) {
    std::vector<std::string> ids;
    if (!id_or_pattern.ends_with('*')) {
        const auto rule = std::ranges::find(pack.clearances, id_or_pattern, &ClearanceRule::id);
        if (rule == pack.clearances.end()) throw_unknown(pack, id_or_pattern);
        refuse_ban(pack, *rule);
        ids.push_back(rule->id);
        return ids;
    }
    const std::string_view beginning = id_or_pattern.substr(0, id_or_pattern.size() - 1);
    for (const ClearanceRule& rule : pack.clearances)
        if (!rule.ban && rule.id.starts_with(beginning)) ids.push_back(rule.id);
    if (!ids.empty()) return ids;
    if (std::ranges::any_of(pack.clearances, [&](const ClearanceRule& rule) { return rule.id.starts_with(beginning); })) {
        throw RuleError{say("规则包 {} 中符合“{}”的规则都是禁设，方案不能用距离代替它们。",
                            "All rules of pack {} that begin as “{}” are bans: a scenario cannot put a distance in their place.", pack.id, id_or_pattern)};
    }
    throw_unknown(pack, id_or_pattern);
}

std::string basis_of(const std::map<std::string, std::string>& packs, const Scenario& scenario, const std::map<std::string, StripDecision>& strips) {
    const auto text = packs.find(scenario.pack);
    if (text == packs.end()) return {};
    // Hashed alone, so that no end of a pack's text reads as a distance.
    std::string all = sha256(text->second) + "\n" + std::string{zone_type_name(scenario.zone_type)} + "\n";
    for (const auto& [id, distance_m] : scenario.clearances) all += fmt::format("{}={}\n", id, distance_m);
    if (scenario.barrier_h > 0.0) all += fmt::format("barrier={}\n", scenario.barrier_h);
    for (const auto& [id, decision] : strips) all += fmt::format("{}={}\n", sha256(id), decision == StripDecision::Confirmed ? "confirmed" : "dismissed");
    return sha256(all);
}

std::vector<RuleDifference> rule_differences(const RulePack& a, const RulePack& b) {
    std::map<std::string, RuleDifference> found;
    const auto of = [&](const auto& rule) -> RuleDifference& {
        RuleDifference& difference = found[rule.id];
        difference.rule = rule.id;
        if (difference.text.zh.empty()) difference.text = rule.text;
        return difference;
    };
    const auto note = [&](const ClearanceRule& rule, std::optional<double> RuleDifference::*side) {
        RuleDifference& difference = of(rule);
        if (rule.is_share) difference.unit = "share";
        if (!rule.is_missing) difference.*side = rule.distance_m;
    };
    for (const ClearanceRule& rule : a.clearances) {
        const auto other = rule_with_id(b, rule.id);
        if (other && other->distance_m == rule.distance_m && is_same_reach(rule, *other)) continue;
        note(rule, &RuleDifference::a);
        if (other) note(*other, &RuleDifference::b);
    }
    for (const ClearanceRule& rule : b.clearances)
        if (!rule_with_id(a, rule.id)) note(rule, &RuleDifference::b);
    for (const auto& [id, rule] : a.parameters) {
        const auto other = b.parameters.find(id);
        const bool is_there = other != b.parameters.end();
        if (is_there && other->second.value == rule.value && other->second.is_missing == rule.is_missing && other->second.unit == rule.unit && other->second.strength == rule.strength) continue;
        RuleDifference& difference = of(rule);
        difference.unit = rule.unit;
        if (!rule.is_missing) difference.a = rule.value;
        if (is_there && !other->second.is_missing) difference.b = other->second.value;
    }
    for (const auto& [id, rule] : b.parameters) {
        if (a.parameters.contains(id)) continue;
        of(rule).unit = rule.unit;
        if (!rule.is_missing) of(rule).b = rule.value;
    }
    std::vector<RuleDifference> differences;
    for (auto& [id, difference] : found) differences.push_back(std::move(difference));
    return differences;
}

}  // namespace geo
