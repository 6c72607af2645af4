#include "app/cli/scenario_edit.hpp"

#include "geo/core/error.hpp"
#include "geo/io/text_encoding.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace app {
namespace {

using namespace geo;

constexpr std::size_t longest_name = 80;
constexpr double most_hours = 24.0;
constexpr const char* clearance_form = "RULE=METRES";

Scenario& scenario_of(Project& project, const std::string& name) { return *std::ranges::find(project.scenarios, name, &Scenario::name); }

/// A pack of the project, a built-in one, or a file's; the last two come into the project.
std::string pack_for(Project& project, const std::string& scenario, const std::string& asked) {
    if (project.packs.contains(asked)) return asked;
    const RulePack pack = load_pack(asked);
    std::string text = pack_to_text(pack);
    const auto there = project.packs.find(pack.id);
    if (there != project.packs.end() && there->second != text) {
        const auto user = std::ranges::find_if(project.scenarios, [&](const Scenario& s) { return s.pack == pack.id && s.name != scenario; });
        if (user != project.scenarios.end()) {
            throw InvalidInput{say("规则包 {} 的 id 是 {}，工程中方案“{}”已在用同 id 而内容不同的规则包。请在文件中另取 id。",
                                   "Pack {} has the id {}, and scenario “{}” of the project uses another pack of that id. Choose another id in the file.", asked, pack.id,
                                   user->name)};
        }
    }
    project.packs[pack.id] = std::move(text);
    return pack.id;
}

ZoneType zone_type_for(const std::string& word) {
    if (const auto type = zone_type_named(word)) return *type;
    std::vector<std::string_view> names;
    for (const ZoneType type : {ZoneType::OpenAir, ZoneType::Shed, ZoneType::ChargingCabinet, ZoneType::SwapCabinet}) names.push_back(zone_type_name(type));
    throw UsageError{say("没有充电区类型“{}”。可用：{}。", "There is no zone type “{}”. There are: {}.", word, fmt::join(names, ", "))};
}

std::optional<double> number_of(const std::string& text) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

double hours_of(const std::string& text) {
    if (text == "none") return 0.0;
    const auto hours = number_of(text);
    if (!hours || *hours < 0.0 || *hours > most_hours) {
        throw UsageError{say("--barrier 的数值“{}”不是 0 到 {} 之间的小时数；写 none 表示不建隔墙。", "--barrier: “{}” is no number of hours between 0 and {}; write none for no dividers.", text, most_hours)};
    }
    return *hours;
}

double metres_of(const std::string& text) {
    const auto metres = number_of(text);
    if (!metres) {
        throw UsageError{say("--clearance 的数值“{}”不是以米计的数；写 pack 可改回规则包的数值。",
                             "--clearance: “{}” is not a number of metres; write pack to go back to the pack's.", text)};
    }
    return *metres;
}

/// Takes back what is assumed under that id or pattern.
bool take_back(Scenario& scenario, std::string_view id_or_pattern) {
    const bool is_pattern = id_or_pattern.ends_with('*');
    const std::string_view beginning = is_pattern ? id_or_pattern.substr(0, id_or_pattern.size() - 1) : id_or_pattern;
    return std::erase_if(scenario.clearances, [&](const auto& each) { return is_pattern ? each.first.starts_with(beginning) : each.first == beginning; }) > 0;
}

void assume(Scenario& scenario, const RulePack& pack, const std::string& option) {
    const auto [rule, value] = split_option(option, "--clearance", clearance_form);
    if (value == "pack") {
        if (!take_back(scenario, rule)) rules_meant(pack, rule);  // Which says so where there is no such rule at all.
        return;
    }
    const double metres = metres_of(value);
    for (const std::string& id : rules_meant(pack, rule)) {
        const auto stated = std::ranges::find(pack.clearances, id, &ClearanceRule::id);
        if (stated->distance_m == metres) scenario.clearances.erase(id);
        else scenario.clearances[id] = metres;
    }
}

}  // namespace

void ScenarioEdit::add_to(CLI::App& command, const Console& console) {
    command.add_option("--rules", pack, help(console, "规则包：工程中的、内置的，或 JSON 文件", "rule pack: one of the project, a built-in one, or a JSON file"));
    command.add_option("--zone-type", zone_type,
                       help(console, "充电区类型：open_air、shed、charging_cabinet 或 swap_cabinet", "zone type: open_air, shed, charging_cabinet or swap_cabinet"));
    command.add_option("--clearance", clearances,
                       help(console, "规则=米：以此距离代替规则包的；规则可写作 building.shed.*；“规则=pack”改回规则包的数值。可多次给出",
                            "RULE=METRES: this distance in the place of the pack's; RULE may be building.shed.*; RULE=pack takes it back. As often as needed"))
        ->allow_extra_args(false);
    command.add_option("--barrier", barrier,
                       help(console, "停放充电区旁和组间建隔墙的耐火极限，小时（如 2）：规则包允许时以隔墙代替间距；none 为不建",
                            "fire rating of the dividers built beside zones and between groups, hours (as 2): they stand for distance where the pack lets them; none: no dividers"))
        ->type_name("H");
}

void change_scenario(Project& project, const std::string& name, const ScenarioEdit& edit) {
    Scenario scenario = scenario_of(project, name);
    if (!edit.pack.empty()) scenario.pack = pack_for(project, name, edit.pack);
    if (!edit.zone_type.empty()) scenario.zone_type = zone_type_for(edit.zone_type);
    if (!edit.barrier.empty()) scenario.barrier_h = hours_of(edit.barrier);
    if (!edit.clearances.empty()) {
        Scenario plain = scenario;
        plain.clearances.clear();
        const RulePack pack = pack_of(project.packs, plain);
        for (const std::string& option : edit.clearances) assume(scenario, pack, option);
    }
    if (!edit.empty()) pack_of(project.packs, scenario);  // Refuses what is assumed of rules that the pack has not.
    scenario_of(project, name) = std::move(scenario);
}

void require_new_name(const Project& project, const std::string& name) {
    const auto is_odd = [](char c) { return c == ',' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (!reading::is_utf8(name)) throw InvalidInput{say("方案名不是 UTF-8 文字。请在 UTF-8 的终端中输入。", "The name of the scenario is not text in UTF-8. Type it in a terminal with UTF-8.")};
    if (name.empty() || name.size() > longest_name || std::ranges::any_of(name, is_odd) || name.front() == ' ' || name.back() == ' ') {
        throw InvalidInput{say("“{}”不能作方案名：须有 1 到 {} 个字节，不含逗号、控制字符，首尾不为空格。",
                               "“{}” is no name for a scenario: 1 to {} bytes, no comma, no control characters, no blank at either end.", name, longest_name)};
    }
    if (std::ranges::find(project.scenarios, name, &Scenario::name) == project.scenarios.end()) return;
    throw InvalidInput{say("工程中已有方案“{}”。请换一个名字，或用 anchong scenario set 修改它。",
                           "The project already has a scenario “{}”. Choose another name, or change it with anchong scenario set.", name)};
}

}  // namespace app
