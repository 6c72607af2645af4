#include "app/cli/rules_actions.hpp"
#include "geo/io/project_file.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/rules/switches.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

namespace app {
namespace {

using namespace geo;
using nlohmann::json;

/// Of each distance rule, the obstacles it speaks of, in the words of the pack's file.
std::map<std::string, json> matches_of(const RulePack& pack) {
    std::map<std::string, json> matches;
    const json file = json::parse(pack_to_text(pack));
    for (const json& rule : file.at("rules"))
        if (rule.contains("from")) matches[rule.at("id")] = rule.at("from");
    return matches;
}

json zones_json(const std::vector<ZoneType>& types) {
    json zones = json::array();
    for (const ZoneType type : types) zones.push_back(zone_type_name(type));
    return zones;
}

json number_json(double value, bool is_missing) { return is_missing ? json{} : json(value); }

Message number_words(double value, const std::string& unit, bool is_missing) {
    if (is_missing) return {"待填（--set）", "to be stated (--set)"};
    if (unit == "share") return say("减为 {:g} %", "{:g} % of it", 100.0 * value);
    return unit == "count" || unit == "flag" ? say("{:g}", "{:g}", value) : say("{:g} {}", "{:g} {}", value, unit);
}

Message strength_words(const ClearanceRule& rule) {
    if (!rule.instead_of.empty()) return {"例外", "exception"};
    if (rule.ban) return {"禁设", "ban"};
    return rule.strength == Strength::Must ? Message{"应", "must"} : Message{"宜", "should"};
}

/// What an exception stands in for and on what it rests; that a rule is switched off.
Message notes_of(const ClearanceRule& rule, const std::string& off) {
    Message notes;
    if (!rule.instead_of.empty()) {
        const std::string rules = fmt::format("{}", fmt::join(rule.instead_of, ", "));
        notes = rule.barrier_h > 0.0 ? say("（建 {1:g} h 隔墙时代替 {0}）", " (in the place of {0} where dividers of {1:g} h are built)", rules, rule.barrier_h)
                                     : say("（按外墙代替 {}）", " (in the place of {}, by the wall)", rules);
    }
    if (!off.empty()) {
        const Message words = say("（未启用：{}=0）", " (off: {}=0)", off);
        notes.zh += words.zh, notes.en += words.en;
    }
    return notes;
}

void tell_rule(const Console& console, const std::string& id, const Message& strength, const Message& number, const Clause& clause, const Message& text, const Message& notes) {
    console.tell(say("  {0}  {1} {2}{3}  [{4}] {5} · {6}", "  {0}  {7} {8}{9}  [{4}] {5} · {10}", id, strength.zh, number.zh, notes.zh, status_name(clause.status), clause.label(), text.zh,
                     strength.en, number.en, notes.en, text.en));
}

json clearances_json(const RulePack& pack, const Console& console) {
    const auto matches = matches_of(pack);
    const Switches switches{pack};
    json rows = json::array();
    for (const ClearanceRule& rule : pack.clearances) {
        const std::string off = switches.switch_of(rule.id);
        const std::string unit = rule.is_share ? "share" : "m";
        tell_rule(console, rule.id, strength_words(rule), number_words(rule.distance_m, unit, rule.is_missing), rule.clause, rule.text, notes_of(rule, off));
        rows.push_back({{"id", rule.id}, {"zone", zones_json(rule.zones)}, {"from", matches.at(rule.id)}, {"distance_m", number_json(rule.distance_m, rule.is_missing || rule.is_share)},
                        {"share", number_json(rule.distance_m, !rule.is_share || rule.is_missing)}, {"ban", rule.ban}, {"instead_of", rule.instead_of}, {"barrier_h", rule.barrier_h},
                        {"missing", rule.is_missing}, {"off", text_or_null(off)}, {"strength", strength_name(rule.strength)}, {"text", to_json(rule.text)}});
        rows.back().update(clause_json(rule.clause));
    }
    return rows;
}

json parameters_json(const RulePack& pack, const Console& console) {
    json rows = json::array();
    for (const auto& [key, rule] : pack.parameters) {
        tell_rule(console, key, {"=", "="}, number_words(rule.value, rule.unit, rule.is_missing), rule.clause, rule.text, {});
        rows.push_back({{"id", key}, {"value", number_json(rule.value, rule.is_missing)}, {"missing", rule.is_missing}, {"unit", rule.unit}, {"strength", strength_name(rule.strength)},
                        {"text", to_json(rule.text)}});
        rows.back().update(clause_json(rule.clause));
    }
    return rows;
}

json duties_json(const RulePack& pack, const Console& console) {
    json rows = json::array();
    for (const DutyRule& rule : pack.duties) {
        const Message strength = rule.strength == Strength::Must ? Message{"应", "must"} : Message{"宜", "should"};
        tell_rule(console, rule.id, strength, rule.value ? number_words(*rule.value, rule.unit, false) : Message{"核查", "look"}, rule.clause, rule.text, {});
        rows.push_back({{"id", rule.id}, {"duty", rule.duty}, {"zone", zones_json(rule.zones)}, {"value", rule.value ? json(*rule.value) : json{}}, {"unit", rule.unit},
                        {"bays_over", rule.bays_over ? json(*rule.bays_over) : json{}}, {"area_over_m2", rule.area_over_m2 ? json(*rule.area_over_m2) : json{}},
                        {"indoor", rule.is_indoor}, {"strength", strength_name(rule.strength)}, {"text", to_json(rule.text)}});
        rows.back().update(clause_json(rule.clause));
    }
    return rows;
}

}  // namespace

nlohmann::json text_or_null(const std::string& text) { return text.empty() ? json{} : json(text); }

nlohmann::json clause_json(const Clause& c) {
    return {{"pack", c.pack}, {"clause", c.number}, {"source", c.source}, {"status", status_name(c.status)}, {"mandatory_now", c.mandatory_now},
            {"superseded_by", text_or_null(c.superseded_by)}};
}

bool is_project(const std::string& word) { return std::filesystem::path{word}.extension() == ".gpkg"; }

RulePack pack_meant(const std::string& word) {
    if (!is_project(word)) return load_pack(word);
    const Project project = read_project(word);
    const auto base = std::ranges::find(project.scenarios, "base", &Scenario::name);
    return pack_of(project.packs, base == project.scenarios.end() ? project.scenarios.front() : *base);
}

int show_rules(const std::string& word, const Console& console) {
    const RulePack pack = pack_meant(word);
    console.tell(say("{} {} {}", "{0} {3} {2}", pack.id, pack.title.zh, pack.edition, pack.title.en));
    json document{{"schema", "anchong/rules-show/1"}, {"id", pack.id}, {"title", to_json(pack.title)}, {"jurisdiction", to_json(pack.jurisdiction)},
                  {"edition", pack.edition}, {"lineage", pack.lineage}, {"sha256", pack.sha256}};
    document["clearances"] = clearances_json(pack, console);
    document["parameters"] = parameters_json(pack, console);
    document["duties"] = duties_json(pack, console);
    console.give(document);
    return 0;
}

}  // namespace app
