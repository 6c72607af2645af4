#include "geo/rules/number_edit.hpp"

#include "geo/core/error.hpp"
#include "geo/rules/pack_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace geo {
namespace {

using nlohmann::ordered_json;

[[noreturn]] void throw_not_a_number(std::string_view text) {
    throw RuleError{say("“{}”不是 规则=数值 的写法，例：to-building=6 或 to-building=20ft", "“{}” is not of the form RULE=VALUE, as to-building=6 or to-building=20ft", text)};
}

void require_each_once(std::span<const RuleEdit> edits) {
    std::set<std::string> seen;
    for (const RuleEdit& edit : edits)
        if (!seen.insert(edit.rule).second) throw RuleError{say("规则 {} 给了两次", "rule {} is given twice", edit.rule)};
}

void require_claim(const RuleEdit& edit) {
    if (edit.status.value_or(Status::Assumption) == Status::Assumption || edit.source) return;
    throw RuleError{say("规则 {}：状态 {} 须给出出处（--source）；没有出处的数值只能是 assumption", "rule {}: the status {} needs a source (--source); a number without one is an assumption", edit.rule,
                        status_name(*edit.status))};
}

void require_number(const RulePack& pack, const std::string& id) {
    const auto duty = std::ranges::find(pack.duties, id, &DutyRule::id);
    if (duty != pack.duties.end() && !duty->value) throw RuleError{say("规则 {} 是没有数值的职责", "rule {} is a duty without a number", id)};
}

RulePack with_number(const RulePack& pack, const RuleEdit& edit) {
    require_number(pack, edit.rule);
    require_claim(edit);
    return with_edit(pack, edit);
}

ordered_json* rule_in(ordered_json& pack, const std::string& id) {
    for (ordered_json& rule : pack.at("rules"))
        if (rule.at("id") == id) return &rule;
    return nullptr;
}

}  // namespace

RuleEdit number_edit(std::string_view text) {
    const auto at = text.find('=');
    if (at == std::string_view::npos || at == 0) throw_not_a_number(text);
    const std::string_view number = text.substr(at + 1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) throw_not_a_number(text);
    return {.rule = std::string{text.substr(0, at)}, .value = value, .unit = std::string{end, number.data() + number.size()}, .strength = {}, .clause = {}, .source = {}, .status = {}};
}

RulePack with_numbers(RulePack pack, std::span<const RuleEdit> edits) {
    require_each_once(edits);
    for (const RuleEdit& edit : edits) pack = with_number(pack, edit);
    return pack;
}

std::string with_numbers(std::string_view text, RulePack folded, std::span<const RuleEdit> edits) {
    require_each_once(edits);
    ordered_json file = ordered_json::parse(text);
    for (RuleEdit edit : edits) {
        ordered_json* own = rule_in(file, edit.rule);
        if (own && edit.unit.empty()) edit.unit = own->at("unit").get<std::string>();
        folded = with_number(folded, edit);
        ordered_json whole = ordered_json::parse(write_pack(folded));
        ordered_json stated = *rule_in(whole, edit.rule);
        stated.erase("pack");
        if (!edit.unit.empty()) stated["value"] = *edit.value, stated["unit"] = edit.unit;
        if (!own) file["rules"].push_back(std::move(stated));
        else for (const char* key : {"value", "unit", "status", "source", "clause"}) (*own)[key] = stated.at(key);
    }
    return file.dump(2) + "\n";
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

}  // namespace geo
