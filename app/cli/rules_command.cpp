#include "app/cli/command_list.hpp"
#include "geo/rules/pack_file.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>

namespace app {
namespace {

using namespace geo;

nlohmann::json text_or_null(const std::string& text) { return text.empty() ? nlohmann::json{} : nlohmann::json(text); }

int list(const Console& console) {
    nlohmann::json rows = nlohmann::json::array();
    for (const PackSummary& pack : builtin_packs()) {
        console.tell(say("{}  {}（{}，{}）", "{0}  {4} ({5}, {3})", pack.id, pack.title.zh, pack.jurisdiction.zh, pack.edition, pack.title.en, pack.jurisdiction.en));
        rows.push_back({{"id", pack.id}, {"title", to_json(pack.title)}, {"jurisdiction", to_json(pack.jurisdiction)}, {"edition", pack.edition},
                        {"extends", text_or_null(pack.extends)}});
    }
    console.give({{"schema", "anchong/rules-list/1"}, {"packs", rows}});
    return 0;
}

nlohmann::json clause_json(const Clause& c) {
    return {{"pack", c.pack}, {"clause", c.number}, {"source", c.source}, {"status", status_name(c.status)}, {"mandatory_now", c.mandatory_now},
            {"superseded_by", text_or_null(c.superseded_by)}};
}

/// Of each distance rule, the obstacles it speaks of, in the words of the pack's file.
std::map<std::string, nlohmann::json> matches_of(const RulePack& pack) {
    std::map<std::string, nlohmann::json> matches;
    const nlohmann::json file = nlohmann::json::parse(pack_to_text(pack));
    for (const nlohmann::json& rule : file.at("rules"))
        if (rule.contains("from")) matches[rule.at("id")] = rule.at("from");
    return matches;
}

int show(const std::string& id, const Console& console) {
    const RulePack pack = load_pack(id);
    const auto matches = matches_of(pack);
    console.tell(say("{} {} {}", "{0} {3} {2}", pack.id, pack.title.zh, pack.edition, pack.title.en));
    nlohmann::json clearances = nlohmann::json::array(), parameters = nlohmann::json::array();
    for (const ClearanceRule& rule : pack.clearances) {
        const char* what_zh = rule.ban ? "禁设" : rule.strength == Strength::Must ? "应" : "宜";
        const char* what_en = rule.ban ? "ban" : rule.strength == Strength::Must ? "must" : "should";
        console.tell(say("  {0}  {1} ≥ {2:.2f} m  [{3}] {4} · {5}", "  {0}  {6} ≥ {2:.2f} m  [{3}] {4} · {7}", rule.id, what_zh, rule.distance_m,
                         status_name(rule.clause.status), rule.clause.label(), rule.text.zh, what_en, rule.text.en));
        nlohmann::json zones = nlohmann::json::array();
        for (ZoneType type : rule.zones) zones.push_back(zone_type_name(type));
        clearances.push_back({{"id", rule.id}, {"zone", zones}, {"from", matches.at(rule.id)}, {"distance_m", rule.distance_m}, {"ban", rule.ban},
                              {"strength", strength_name(rule.strength)}, {"text", to_json(rule.text)}});
        clearances.back().update(clause_json(rule.clause));
    }
    for (const auto& [key, rule] : pack.parameters) {
        console.tell(say("  {} = {} {}  [{}] {} · {}", "  {0} = {1} {2}  [{3}] {4} · {6}", key, rule.value, rule.unit, status_name(rule.clause.status),
                         rule.clause.label(), rule.text.zh, rule.text.en));
        parameters.push_back({{"id", key}, {"value", rule.value}, {"unit", rule.unit}, {"strength", strength_name(rule.strength)}, {"text", to_json(rule.text)}});
        parameters.back().update(clause_json(rule.clause));
    }
    console.give({{"schema", "anchong/rules-show/1"}, {"id", pack.id}, {"title", to_json(pack.title)}, {"jurisdiction", to_json(pack.jurisdiction)},
                  {"edition", pack.edition}, {"lineage", pack.lineage}, {"sha256", pack.sha256},
                  {"clearances", clearances}, {"parameters", parameters}});
    return 0;
}

int validate(const std::string& file, const Console& console) {
    const std::vector<Message> reasons = validate_pack_file(file);
    nlohmann::json document{{"schema", "anchong/rules-validate/1"}, {"file", file}, {"valid", reasons.empty()}, {"reasons", to_json(reasons)},
                            {"id", nullptr}, {"clearances", nullptr}, {"parameters", nullptr}};
    if (reasons.empty()) {
        const RulePack pack = load_pack(std::filesystem::absolute(file).string());
        console.tell(say("{}：有效，{} 条净距规则，{} 个参数。", "{}: valid, {} clearance rules, {} parameters.", file, pack.clearances.size(), pack.parameters.size()));
        document.update({{"id", pack.id}, {"clearances", pack.clearances.size()}, {"parameters", pack.parameters.size()}});
    } else {
        console.complain(reasons);
        console.tell(say("{}：无效，{} 处须改正。", "{}: not valid, {} things to put right.", file, reasons.size()));
    }
    console.give(document);
    return reasons.empty() ? 0 : 4;
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

    CLI::App* validating = rules->add_subcommand("validate", help(console, "列出规则包文件的全部错误与未覆盖的障碍类别", "list what is wrong with a pack file, and the obstacle classes it leaves bare"));
    validating->add_option("file", *id, help(console, "文件", "file"))->required();
    add_common(*validating, console);
    validating->callback([id, &console, &chosen] { chosen = [id, &console] { return validate(*id, console); }; });
}

}  // namespace app
