#include "geo/rules/pack_edit.hpp"

#include "geo/core/error.hpp"
#include "geo/core/hash.hpp"
#include "geo/core/near_words.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/pack_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace geo {
namespace {

using nlohmann::json;

// What packs write where nobody has found the number of the clause.
constexpr std::array<std::string_view, 4> no_clause{"", "条号未核实", "设定", "待填"};

json& rule_in(json& pack, const std::string& pack_id, const std::string& id) {
    json& rules = pack.at("rules");
    const auto found = std::ranges::find_if(rules, [&](const json& rule) { return rule.at("id") == id; });
    if (found != rules.end()) return *found;
    std::vector<std::string> ids;
    for (const json& rule : rules) ids.push_back(rule.at("id"));
    throw RuleError{say("规则包 {0} 没有规则“{1}”。相近的有：{2}。用 anchong rules show {0} 可列出全部。",
                        "Pack {0} has no rule “{1}”. Near are: {2}. anchong rules show {0} lists all.", pack_id, id, near_words_line(ids, id))};
}

std::string words_of_value(const json& rule) {
    return rule.at("value").is_null() ? "原未给数值" : fmt::format("原为 {:g} {}", rule.at("value").get<double>(), rule.at("unit").get<std::string>());
}

void change_value(json& rule, const RuleEdit& edit, const std::string& pack_id) {
    const std::string before = words_of_value(rule);
    const bool is_other = rule.at("value").is_null() || rule.at("value").get<double>() != *edit.value || (!edit.unit.empty() && rule.at("unit") != edit.unit);
    if (!is_other) return;
    rule["value"] = *edit.value;
    if (!edit.unit.empty()) rule["unit"] = edit.unit;
    if (edit.status) return;
    rule["status"] = status_name(Status::Assumption);
    // What was changed again keeps the source that it began with.
    const std::string source = rule.at("source");
    const std::string mark = "：";
    const std::size_t old = source.starts_with(pack_id + " 填写（") ? source.find(mark) : std::string::npos;
    if (!edit.source) rule["source"] = old == std::string::npos ? pack_id + " 填写（" + before + "）" + mark + source : source;
}

void refuse_unfounded(const json& rule, const std::string& id) {
    if (rule.at("status") != status_name(Status::Verified)) return;
    const std::string clause = rule.at("clause");
    if (std::ranges::find(no_clause, clause) == no_clause.end()) return;
    throw RuleError{say("规则 {} 标为“已核实”须写明条号，现为“{}”。请先填写条文号和出处。",
                        "Rule {} can be marked as verified only with the clause's number; it says “{}”. Write clause and source first.", id, clause)};
}

RulePack hashed(RulePack pack) {
    pack.sha256 = sha256(write_pack(pack));
    return pack;
}

}  // namespace

RulePack with_edit(const RulePack& pack, const RuleEdit& edit) {
    json all = json::parse(write_pack(pack));
    json& rule = rule_in(all, pack.id, edit.rule);
    if (edit.value) change_value(rule, edit, pack.id);
    if (edit.strength) rule["strength"] = strength_name(*edit.strength);
    if (edit.clause) rule["clause"] = *edit.clause;
    if (edit.source) rule["source"] = *edit.source;
    if (edit.status) rule["status"] = status_name(*edit.status);
    rule["pack"] = pack.id;
    refuse_unfounded(rule, edit.rule);
    return pack_from_text(all.dump(), pack.id);
}

RulePack with_rule_of(const RulePack& pack, const RulePack& parent, const std::string& rule) {
    json all = json::parse(write_pack(pack)), stated = json::parse(write_pack(parent));
    rule_in(all, pack.id, rule) = rule_in(stated, parent.id, rule);
    return pack_from_text(all.dump(), pack.id);
}

RulePack own_copy(const RulePack& parent, const std::string& id) {
    RulePack copy = parent;
    copy.id = id;
    copy.title = {parent.title.zh + "（本工程）", parent.title.en + " (this project)"};
    copy.lineage.insert(copy.lineage.begin(), id);
    return hashed(std::move(copy));
}

std::string own_id(const std::string& parent, const std::map<std::string, std::string>& packs) {
    const std::string first = parent + ".own";
    std::string id = first;
    for (int next = 2; packs.contains(id); ++next) id = first + std::to_string(next);
    return id;
}

bool is_own_id(const std::string& id) {
    const std::size_t at = id.rfind(".own");
    return at != std::string::npos && at > 0 && std::all_of(id.begin() + static_cast<std::ptrdiff_t>(at) + 4, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_builtin(const std::string& id) {
    const auto packs = builtin_packs();
    return std::ranges::find(packs, id, &PackSummary::id) != packs.end();
}

std::optional<RulePack> parent_of(const RulePack& pack, const std::map<std::string, std::string>& packs) {
    if (pack.lineage.size() < 2) return std::nullopt;
    const std::string& id = pack.lineage[1];
    if (const auto held = packs.find(id); held != packs.end()) return pack_from_text(held->second);
    if (is_builtin(id)) return load_pack(id);
    return std::nullopt;
}

std::string own_rules_text(const RulePack& pack, const RulePack& parent) {
    json all = json::parse(write_pack(pack));
    const json stated = json::parse(write_pack(parent));
    json own = json::array();
    for (json& rule : all.at("rules")) {
        const auto same = std::ranges::find_if(stated.at("rules"), [&](const json& other) { return other == rule; });
        if (same != stated.at("rules").end()) continue;
        rule.erase("pack");
        own.push_back(std::move(rule));
    }
    all["rules"] = std::move(own);
    all["extends"] = parent.id;
    all.erase("lineage");
    return all.dump(2) + "\n";
}

}  // namespace geo
