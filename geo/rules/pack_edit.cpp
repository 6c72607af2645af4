#include "geo/rules/pack_edit.hpp"

#include "geo/core/error.hpp"
#include "geo/core/hash.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/pack_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <tuple>

namespace geo {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t most_near = 5;

[[noreturn]] void throw_not_a_number(std::string_view text) {
    throw RuleError{say("“{}”不是 规则=数值 的写法，例：to-building=6 或 to-building=20ft", "“{}” is not of the form RULE=VALUE, as to-building=6 or to-building=20ft", text)};
}

/// Letters that two words share from the beginning, and whether one holds the other.
std::size_t likeness(std::string_view a, std::string_view b) {
    std::size_t same = 0;
    while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
    return same + (a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos ? 100 : 0);
}

void require_claim(const NumberEdit& edit) {
    const bool has_source = !edit.source.empty(), has_clause = !edit.clause.empty();
    const Status status = edit.status.value_or(Status::Assumption);
    if (status == Status::Verified && !(has_source && has_clause)) {
        throw RuleError{say("规则 {}：状态 verified 须同时给出出处（--source）和条号（--clause）", "rule {}: the status verified needs the source (--source) and the clause (--clause)", edit.id)};
    }
    if (status != Status::Assumption && !has_source) {
        throw RuleError{say("规则 {}：状态 {} 须给出出处（--source）；没有出处的数值只能是 assumption", "rule {}: the status {} needs a source (--source); a number without one is an assumption", edit.id,
                            status_name(status))};
    }
}

/// What of a rule's text in JSON the edit changes.
void put(ordered_json& rule, const NumberEdit& edit) {
    require_claim(edit);
    const std::string of_rule = rule.at("unit").get<std::string>();
    if (of_rule == "none") throw RuleError{say("规则 {} 没有数值可设", "rule {} has no number to set", edit.id)};
    rule["value"] = edit.value;
    if (!edit.unit.empty()) rule["unit"] = edit.unit;
    rule["status"] = status_name(edit.status.value_or(Status::Assumption));
    rule["source"] = edit.source.empty() ? "使用者给出" : edit.source;
    rule["clause"] = !edit.clause.empty() ? edit.clause : edit.source.empty() ? "设定" : "条号未核实";
    rule["mandatory_now"] = "unknown";
    rule["superseded_by"] = nullptr;
}

ordered_json* rule_in(ordered_json& pack, const std::string& id) {
    for (ordered_json& rule : pack.at("rules"))
        if (rule.at("id") == id) return &rule;
    return nullptr;
}

void require_ids(const RulePack& pack, std::span<const NumberEdit> edits) {
    std::set<std::string> seen;
    for (const NumberEdit& edit : edits) {
        if (!seen.insert(edit.id).second) throw RuleError{say("规则 {} 给了两次", "rule {} is given twice", edit.id)};
        const bool is_known = std::ranges::find(pack.clearances, edit.id, &ClearanceRule::id) != pack.clearances.end() || pack.parameters.contains(edit.id) ||
                              std::ranges::find(pack.duties, edit.id, &DutyRule::id) != pack.duties.end();
        if (is_known) continue;
        throw RuleError{say("规则包 {} 没有规则“{}”。相近的有：{}。用 anchong rules show {} 可列出全部。", "rule pack {} has no rule “{}”. Near are: {}. anchong rules show {} lists all.",
                            pack.id, edit.id, ids_near(pack, edit.id), pack.id)};
    }
}

}  // namespace

NumberEdit number_edit(std::string_view text) {
    NumberEdit edit;
    const auto at = text.find('=');
    if (at == std::string_view::npos || at == 0) throw_not_a_number(text);
    edit.id = text.substr(0, at);
    const std::string_view number = text.substr(at + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), edit.value);
    if (error != std::errc{} || !std::isfinite(edit.value)) throw_not_a_number(text);
    edit.unit = std::string{end, number.data() + number.size()};
    return edit;
}

RulePack with_numbers(RulePack pack, std::span<const NumberEdit> edits) {
    require_ids(pack, edits);
    ordered_json text = ordered_json::parse(write_pack(pack));
    for (const NumberEdit& edit : edits) put(*rule_in(text, edit.id), edit);
    return pack_from_text(text.dump());  // Which refuses what no rule may be.
}

std::string with_numbers(std::string_view text, const RulePack& folded, std::span<const NumberEdit> edits) {
    require_ids(folded, edits);
    ordered_json pack = ordered_json::parse(text);
    ordered_json whole = ordered_json::parse(write_pack(folded));
    for (const NumberEdit& edit : edits) {
        ordered_json* own = rule_in(pack, edit.id);
        if (!own) {
            ordered_json restated = *rule_in(whole, edit.id);
            restated.erase("pack");
            pack["rules"].push_back(std::move(restated));
            own = &pack["rules"].back();
        }
        put(*own, edit);
    }
    return pack.dump(2) + "\n";
}

std::string new_pack_text(const NewPack& pack) {
    const auto words = [](const Message& text) { return ordered_json{{"zh", text.zh}, {"en", text.en}}; };
    const ordered_json whole{{"schema_version", 1}, {"id", pack.id}, {"title", words(pack.title)}, {"jurisdiction", words(pack.jurisdiction)},
                             {"edition", pack.edition}, {"extends", pack.extends}, {"rules", ordered_json::array()}};
    std::vector<Message> reasons;
    const std::string text = whole.dump(2) + "\n";
    if (!read_pack(text, pack.id, reasons)) throw RuleError{reasons.front()};
    return text;
}

std::string ids_near(const RulePack& pack, std::string_view written) {
    std::vector<std::tuple<std::size_t, std::string>> all;
    const auto add = [&](const std::string& id) { all.emplace_back(1000 - likeness(written, id), id); };
    for (const ClearanceRule& rule : pack.clearances) add(rule.id);
    for (const auto& [id, rule] : pack.parameters) add(id);
    for (const DutyRule& rule : pack.duties) add(rule.id);
    std::ranges::sort(all);
    std::string text;
    for (std::size_t i = 0; i < std::min(most_near, all.size()); ++i) text += (text.empty() ? "" : ", ") + std::get<std::string>(all[i]);
    return text;
}

}  // namespace geo
