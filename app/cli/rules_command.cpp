#include "app/cli/command_list.hpp"
#include "geo/rules/pack_file.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using namespace geo;

nlohmann::json both(const Message& m) { return {{"zh", m.zh}, {"en", m.en}}; }

int list(const Console& console) {
    nlohmann::json rows = nlohmann::json::array();
    for (const PackSummary& pack : builtin_packs()) {
        console.tell(say("{}  {}（{}，{}）", "{0}  {4} ({5}, {3})", pack.id, pack.title.zh, pack.jurisdiction.zh, pack.edition, pack.title.en, pack.jurisdiction.en));
        rows.push_back({{"id", pack.id}, {"title", both(pack.title)}, {"jurisdiction", both(pack.jurisdiction)}, {"edition", pack.edition}, {"extends", pack.extends}});
    }
    console.give({{"schema", "anchong/rules-list/1"}, {"packs", rows}});
    return 0;
}

nlohmann::json clause_json(const Clause& c) {
    return {{"pack", c.pack}, {"clause", c.number}, {"source", c.source}, {"status", status_name(c.status)}, {"mandatory_now", c.mandatory_now},
            {"superseded_by", c.superseded_by.empty() ? nlohmann::json{} : nlohmann::json{c.superseded_by}}};
}

int show(const std::string& id, const Console& console) {
    const RulePack pack = load_pack(id);
    console.tell(say("{} {} {}", "{0} {3} {2}", pack.id, pack.title.zh, pack.edition, pack.title.en));
    nlohmann::json clearances = nlohmann::json::array(), parameters = nlohmann::json::array();
    for (const ClearanceRule& rule : pack.clearances) {
        const char* what_zh = rule.ban ? "禁设" : rule.strength == Strength::Must ? "应" : "宜";
        const char* what_en = rule.ban ? "ban" : rule.strength == Strength::Must ? "must" : "should";
        console.tell(say("  {0}  {1} ≥ {2:.2f} m  [{3}] {4} · {5}", "  {0}  {6} ≥ {2:.2f} m  [{3}] {4} · {7}", rule.id, what_zh, rule.distance_m,
                         status_name(rule.clause.status), rule.clause.label(), rule.text.zh, what_en, rule.text.en));
        nlohmann::json zones = nlohmann::json::array();
        for (ZoneType type : rule.zones) zones.push_back(zone_type_name(type));
        clearances.push_back({{"id", rule.id}, {"zone", zones}, {"distance_m", rule.distance_m}, {"ban", rule.ban},
                              {"strength", rule.strength == Strength::Must ? "must" : "should"}, {"kinds", rule.from.kinds}, {"text", both(rule.text)}});
        clearances.back().update(clause_json(rule.clause));
    }
    for (const auto& [key, rule] : pack.parameters) {
        console.tell(say("  {} = {}  [{}] {} · {}", "  {0} = {1}  [{2}] {3} · {5}", key, rule.value, status_name(rule.clause.status), rule.clause.label(), rule.text.zh, rule.text.en));
        parameters.push_back({{"id", key}, {"value", rule.value}, {"text", both(rule.text)}});
        parameters.back().update(clause_json(rule.clause));
    }
    console.give({{"schema", "anchong/rules-show/1"}, {"id", pack.id}, {"edition", pack.edition}, {"lineage", pack.lineage}, {"sha256", pack.sha256},
                  {"clearances", clearances}, {"parameters", parameters}});
    return 0;
}

int validate(const std::string& file, const Console& console) {
    const RulePack pack = load_pack(file);
    console.tell(say("{}：有效，{} 条净距规则，{} 个参数。", "{}: valid, {} clearance rules, {} parameters.", file, pack.clearances.size(), pack.parameters.size()));
    console.give({{"schema", "anchong/rules-validate/1"}, {"file", file}, {"id", pack.id}, {"valid", true}});
    return 0;
}

}  // namespace

void add_rules(CLI::App& app, Console& console, Action& chosen) {
    CLI::App* rules = app.add_subcommand("rules", help(console, "规则包", "rule packs"));
    rules->require_subcommand(1);
    CLI::App* listing = rules->add_subcommand("list", help(console, "列出内置规则包", "list the built-in packs"));
    add_common(*listing, console);
    listing->callback([&] { chosen = [&] { return list(console); }; });

    auto id = std::make_shared<std::string>();
    CLI::App* showing = rules->add_subcommand("show", help(console, "显示一个规则包的全部数值与出处", "show every number of a pack with its clause"));
    showing->add_option("pack", *id, help(console, "规则包", "pack"))->required();
    add_common(*showing, console);
    showing->callback([id, &console, &chosen] { chosen = [id, &console] { return show(*id, console); }; });

    CLI::App* validating = rules->add_subcommand("validate", help(console, "按模式检查规则包文件", "check a pack file against the schema"));
    validating->add_option("file", *id, help(console, "文件", "file"))->required();
    add_common(*validating, console);
    validating->callback([id, &console, &chosen] { chosen = [id, &console] { return validate(*id, console); }; });
}

}  // namespace app
