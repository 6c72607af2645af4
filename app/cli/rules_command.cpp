#include "app/cli/command_list.hpp"
#include "app/cli/rules_actions.hpp"
#include "geo/rules/pack_file.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using namespace geo;

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

int validate(const std::string& pack_named, const Console& console) {
    const std::vector<Message> reasons = validate_pack(pack_named);
    nlohmann::json document{{"schema", "anchong/rules-validate/1"}, {"file", pack_named}, {"valid", reasons.empty()}, {"reasons", to_json(reasons)},
                            {"id", nullptr}, {"clearances", nullptr}, {"parameters", nullptr}};
    if (reasons.empty()) {
        const RulePack pack = load_pack(pack_named);
        console.tell(say("{}：有效，{} 条净距规则，{} 个参数。", "{}: valid, {} clearance rules, {} parameters.", pack_named, pack.clearances.size(), pack.parameters.size()));
        document.update({{"id", pack.id}, {"clearances", pack.clearances.size()}, {"parameters", pack.parameters.size()}});
    } else {
        console.complain(reasons);
        console.tell(say("{}：无效，{} 处须改正。", "{}: not valid, {} things to put right.", pack_named, reasons.size()));
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
    showing->add_option("pack", *id, help(console, "规则包：内置的、JSON 文件，或工程", "pack: a built-in one, a JSON file, or a project"))->required();
    add_common(*showing, console);
    showing->callback([id, &console, &chosen] { chosen = [id, &console] { return show_rules(*id, console); }; });

    CLI::App* validating = rules->add_subcommand("validate", help(console, "列出规则包的全部错误与未覆盖的障碍类别", "list what is wrong with a pack, and the obstacle classes it leaves bare"));
    validating->add_option("pack", *id, help(console, "规则包：内置的，或 JSON 文件", "pack: a built-in one or a JSON file"))->required();
    add_common(*validating, console);
    validating->callback([id, &console, &chosen] { chosen = [id, &console] { return validate(*id, console); }; });

    add_rules_diff(*rules, console, chosen);
    add_rules_set(*rules, console, chosen);
    add_rules_new(*rules, console, chosen);
    add_rules_guide(*rules, console, chosen);
}

}  // namespace app
