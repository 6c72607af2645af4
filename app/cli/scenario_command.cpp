#include "app/cli/command_list.hpp"
#include "app/cli/plan_report.hpp"
#include "app/cli/scenario_edit.hpp"
#include "app/cli/scenario_report.hpp"
#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

namespace app {
namespace {

using namespace geo;

/// One call: `scenario P VERB NAME…` or `scenario VERB P NAME…`.
struct Options {
    std::vector<std::string> before, words, named;  ///< before and behind the verb; of --name and --scenario
    std::string from;
    ScenarioEdit edit;
    bool all = false;
};

struct Call {
    std::string project;
    std::vector<std::string> names;
};

constexpr const char* verbs = "add, set, list, run, delete";

Call call_of(const Options& options, const char* verb) {
    Call call;
    std::vector<std::string> words = options.before;
    words.insert(words.end(), options.words.begin(), options.words.end());
    if (words.empty()) throw UsageError{say("缺少工程：anchong scenario 工程 {} …", "The project is missing: anchong scenario PROJECT {} …", verb)};
    if (options.before.size() > 1) throw UsageError{say("多余的参数：{}。", "Unexpected: {}.", options.before[1])};
    call.project = words.front();
    call.names.assign(words.begin() + 1, words.end());
    call.names.insert(call.names.end(), options.named.begin(), options.named.end());
    return call;
}

std::string only_name(const Call& call, const char* verb) {
    if (call.names.size() == 1) return call.names.front();
    throw UsageError{call.names.empty() ? say("缺少方案名：anchong scenario {} {} 方案名", "The name is missing: anchong scenario {} {} NAME", call.project, verb)
                                        : say("{} 只取一个方案名，而给了 {} 个。", "{} takes one name, not {}.", verb, call.names.size())};
}

/// The scenarios as they are now, for people and as the document.
void give(const Console& console, const std::string& file, const Project& project, const char* verb, const std::vector<std::string>& names,
          const nlohmann::json& runs, const std::vector<Finding>& findings) {
    const auto bases = read_bases(file);
    nlohmann::json rows = nlohmann::json::array();
    for (const Scenario& scenario : project.scenarios) {
        const RunState state = state_of(project, scenario, bases);
        rows.push_back(to_document(project, scenario, state));
        if (names.empty() || std::ranges::find(names, scenario.name) != names.end()) console.tell(line_of(project, scenario, state));
    }
    console.give({{"schema", "anchong/scenario/1"}, {"project", file}, {"verb", verb}, {"names", names}, {"scenarios", rows}, {"runs", runs},
                  {"findings", to_json(findings)}});
}

void tell_to_run(const Console& console, const std::string& file, const std::string& name) {
    console.tell(say("下一步：anchong scenario {} run {}", "Next: anchong scenario {} run {}", shell_word(file), shell_word(name)));
}

int add(const Options& options, const Console& console) {
    const Call call = call_of(options, "add");
    const std::string name = only_name(call, "add");
    const Project read = read_project(call.project);
    require_new_name(read, name);
    const bool has_base = std::ranges::find(read.scenarios, "base", &Scenario::name) != read.scenarios.end();
    const std::string from = !options.from.empty() ? options.from : has_base || read.scenarios.empty() ? "base" : read.scenarios.front().name;

    Project project = read;
    Scenario copy = scenario_named(read, from);
    const std::string basis = basis_of(read.packs, copy, read.inputs.strips);
    copy.name = name;
    project.scenarios.push_back(copy);
    change_scenario(project, name, options.edit);
    ProjectParts parts{.read = &read, .rules = &project};
    // Of other rules, the results would be another scenario's.
    Results results;
    const bool is_duplicate = basis_of(project.packs, project.scenarios.back(), project.inputs.strips) == basis;
    if (is_duplicate) results = read_results(call.project, from);
    results.scenario = name;
    if (!results.grounds.empty()) parts.results.push_back(&results);
    replace_parts(call.project, parts);
    give(console, call.project, project, "add", {name}, nlohmann::json::array(), {});
    if (results.grounds.empty()) tell_to_run(console, call.project, name);
    return 0;
}

int set(const Options& options, const Console& console) {
    const Call call = call_of(options, "set");
    const std::string name = only_name(call, "set");
    if (options.edit.empty()) {
        throw UsageError{say("没有要修改的：请给出 --rules、--zone-type、--clearance 或 --barrier。", "Nothing to change: give --rules, --zone-type, --clearance or --barrier.")};
    }
    const Project read = read_project(call.project);
    Project project = read;
    const Scenario& before = scenario_named(read, name);
    change_scenario(project, name, options.edit);
    const Scenario& after = scenario_named(project, name);
    std::vector<Finding> findings;
    if (!(before == after) || project.packs != read.packs) {
        replace_parts(call.project, {.read = &read, .rules = &project});
        if (auto stale = stale_results(call.project, project, after)) findings.push_back(std::move(*stale));
    }
    console.tell(findings);
    give(console, call.project, project, "set", {name}, nlohmann::json::array(), findings);
    return 0;
}

int list(const Options& options, const Console& console) {
    const Call call = call_of(options, "list");
    if (!call.names.empty()) throw UsageError{say("多余的参数：{}。", "Unexpected: {}.", call.names.front())};
    give(console, call.project, read_project(call.project), "list", {}, nlohmann::json::array(), {});
    return 0;
}

/// Each once, in the order asked for.
std::vector<std::string> names_to_run(const Call& call, const Project& project, bool all) {
    if (all != call.names.empty()) {
        throw UsageError{say("请给出要计算的方案名，或用 --all 计算全部。", "Give the names of scenarios to run, or --all for every one of them.")};
    }
    std::vector<std::string> names;
    for (const std::string& name : call.names)
        if (std::ranges::find(names, scenario_named(project, name).name) == names.end()) names.push_back(name);
    if (all)
        for (const Scenario& scenario : project.scenarios) names.push_back(scenario.name);
    return names;
}

int run(const Options& options, const Console& console) {
    const Call call = call_of(options, "run");
    const Project project = read_project(call.project);
    const std::vector<std::string> names = names_to_run(call, project, options.all);
    std::vector<Results> all;
    std::vector<double> seconds;
    for (const std::string& name : names) {
        const auto begun = std::chrono::steady_clock::now();
        const Progress progress = console.progress(say("计算方案 {}", "computing scenario {}", name));
        all.push_back(make_plan(project, name, Steps::Both, read_results(call.project, name), console.threads, progress));
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    }
    if (is_interrupted()) throw Cancelled{};
    ProjectParts parts;
    for (const Results& results : all) parts.results.push_back(&results);
    replace_parts(call.project, parts);

    nlohmann::json runs = nlohmann::json::array();
    bool has_sites = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Totals n = totals_of(all[i]);
        console.tell(say("方案 {}：", "Scenario {}:", names[i]));
        console.tell(all[i].findings);
        tell_plan(console, n, seconds[i], true);
        runs.push_back({{"scenario", names[i]}, {"indicators", to_json(n)}, {"findings", to_json(all[i].findings)}});
        has_sites = has_sites && n.sites > 0;
    }
    give(console, call.project, project, "run", names, runs, {});
    return has_sites ? 0 : 6;
}

int remove(const Options& options, const Console& console) {
    const Call call = call_of(options, "delete");
    const std::string name = only_name(call, "delete");
    const Project read = read_project(call.project);
    Project project = read;
    std::erase(project.scenarios, scenario_named(read, name));
    if (project.scenarios.empty()) {
        throw InvalidInput{say("方案“{}”是工程中唯一的方案，不能删除。", "Scenario “{}” is the only one of the project, and cannot be deleted.", name)};
    }
    replace_parts(call.project, {.read = &read, .rules = &project, .dropped = {name}});
    console.tell(say("已删除方案“{}”及其结果。", "Deleted scenario “{}” with its results.", name));
    give(console, call.project, project, "delete", {name}, nlohmann::json::array(), {});
    return 0;
}

/// Words before the verb belong to the command itself, those behind it to the verb.
CLI::App* add_verb(CLI::App& scenario, const char* name, const std::string& what, const std::shared_ptr<Options>& options, Console& console,
                   Action& chosen, int (*act)(const Options&, const Console&)) {
    CLI::App* verb = scenario.add_subcommand(name, what);
    verb->add_option("words", options->words, help(console, "工程（若未写在前面）与方案名", "project (unless it came before) and name"));
    add_common(*verb, console);
    verb->callback([=, &console, &chosen] { chosen = [=, &console] { return act(*options, console); }; });
    return verb;
}

}  // namespace

void add_scenario(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* scenario = app.add_subcommand("scenario", help(console, "方案：复制、修改、计算、删除", "scenarios: copy, change, run, delete"));
    scenario->require_subcommand(0, 1);
    scenario->add_option("project", options->before, help(console, "工程 (.gpkg)", "project (.gpkg)"));
    add_common(*scenario, console);
    scenario->callback([scenario, options, &chosen] {
        if (!scenario->get_subcommands().empty()) return;
        chosen = [options]() -> int {
            const std::string given = options->before.size() > 1 ? options->before[1] : "";
            if (given.empty()) throw UsageError{say("缺少动作。可用：{}。", "A verb is missing. There are: {}.", verbs)};
            throw UsageError{say("没有动作“{}”。可用：{}。", "There is no verb “{}”. There are: {}.", given, verbs)};
        };
    });
    const auto verb = [&](const char* name, const char* zh, const char* en, int (*act)(const Options&, const Console&)) {
        return add_verb(*scenario, name, help(console, zh, en), options, console, chosen, act);
    };
    const auto takes_name = [&](CLI::App* to) {
        to->add_option("--name,--scenario", options->named, help(console, "方案名", "name of the scenario"))->allow_extra_args(false);
    };
    CLI::App* adding = verb("add", "复制一个方案", "copy a scenario", add);
    adding->add_option("--from", options->from, help(console, "要复制的方案（默认 base）", "scenario to copy (base unless said)"));
    CLI::App* setting = verb("set", "修改规则包、充电区类型、隔墙或单条间距", "change rule pack, zone type, dividers or single distances", set);
    for (CLI::App* each : {adding, setting}) options->edit.add_to(*each, console), takes_name(each);
    verb("list", "列出方案", "list the scenarios", list);
    CLI::App* running = verb("run", "计算方案", "run scenarios", run);
    running->add_flag("--all", options->all, help(console, "全部方案", "every scenario"));
    takes_name(running);
    takes_name(verb("delete", "删除方案及其结果", "delete a scenario with its results", remove));
    scenario->footer(help(console,
                          "例：\n  anchong scenario town.gpkg add three-m --clearance shed-to-building=3\n  anchong scenario town.gpkg run three-m\n"
                          "  anchong compare town.gpkg --scenarios base,three-m --out compare.json",
                          "Examples:\n  anchong scenario town.gpkg add three-m --clearance shed-to-building=3\n  anchong scenario town.gpkg run three-m\n"
                          "  anchong compare town.gpkg --scenarios base,three-m --out compare.json"));
}

}  // namespace app
