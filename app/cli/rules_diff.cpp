#include "app/cli/plan_report.hpp"
#include "app/cli/rules_actions.hpp"
#include "geo/core/error.hpp"
#include "geo/report/pack_switch.hpp"
#include "geo/rules/pack_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

using namespace geo;
using nlohmann::json;

struct Options {
    std::string a, b, project, scenario = "base";
};

/// A pack as it takes part in the comparison; with a project, one of its scenarios may be meant too.
RulePack side(const std::string& word, const std::optional<Project>& project) {
    if (project) {
        const auto scenario = std::ranges::find(project->scenarios, word, &Scenario::name);
        if (scenario != project->scenarios.end()) return pack_of(project->packs, *scenario);
        if (const auto pack = project->packs.find(word); pack != project->packs.end()) return pack_from_text(pack->second);
    }
    return pack_meant(word);
}

/// Where a number comes from in one of the packs; nothing where that has no such rule.
const Clause* clause_of(const RulePack& pack, const std::string& id) {
    if (const auto rule = pack.parameters.find(id); rule != pack.parameters.end()) return &rule->second.clause;
    const auto rule = std::ranges::lower_bound(pack.clearances, id, {}, &ClearanceRule::id);
    return rule != pack.clearances.end() && rule->id == id ? &rule->clause : nullptr;
}

/// Rules that differ, also those of the same number and another claim.
std::vector<RuleDifference> differences(const RulePack& a, const RulePack& b) {
    std::vector<RuleDifference> all = rule_differences(a, b);
    for (const ClearanceRule& rule : a.clearances) {
        const Clause* other = clause_of(b, rule.id);
        if (!other || other->status == rule.clause.status || std::ranges::find(all, rule.id, &RuleDifference::rule) != all.end()) continue;
        const std::optional<double> number = rule.is_missing ? std::nullopt : std::optional{rule.distance_m};
        all.push_back({.rule = rule.id, .text = rule.text, .a = number, .b = number, .unit = rule.is_share ? "share" : "m"});
    }
    std::ranges::sort(all, {}, &RuleDifference::rule);
    return all;
}

Message number_words(const std::optional<double>& value, const std::string& unit, const Clause* clause) {
    if (!clause) return {"无此规则", "no such rule"};
    if (!value) return {"待填", "to be stated"};
    const std::string number = unit == "count" || unit == "flag" ? fmt::format("{:g}", *value) : fmt::format("{:g} {}", *value, unit);
    return say("{} [{}]", "{} [{}]", number, status_name(clause->status));
}

json rule_json(const RuleDifference& difference, const Clause* a, const Clause* b) {
    const auto maybe = [](const std::optional<double>& value) { return value ? json(*value) : json{}; };
    return {{"rule", difference.rule}, {"text", to_json(difference.text)}, {"unit", difference.unit}, {"a", maybe(difference.a)}, {"b", maybe(difference.b)},
            {"a_clause", a ? clause_json(*a) : json{}}, {"b_clause", b ? clause_json(*b) : json{}}};
}

json row_json(const ClearanceRow& row) {
    return {{"rule", row.rule}, {"obstacle", row.obst_id}, {"kind", row.obst_kind}, {"need_m", row.need_m}, {"have_m", row.have_m}, {"clause", row.clause}, {"status", status_name(row.status)}};
}

void tell(const Flip& flip, const Console& console) {
    console.tell(say("  {0}（{1}，{2} 个车位）：{3} → {4}。原由 {5}（{6}）：应 {7:g} m，实 {8:.2f} m；改由 {9}（{10}）：应 {11:g} m，实 {12:.2f} m。",
                     "  {0} ({1}, {2} bays): {13} → {14}. Before, {5} ({6}) governed: {7:g} m needed, {8:.2f} m measured; after, {9} ({10}): {11:g} m needed, {12:.2f} m measured.", flip.site,
                     flip.compound, flip.bays, verdict_name(flip.before), verdict_name(flip.after), flip.was.rule, flip.was.obst_id, flip.was.need_m, flip.was.have_m, flip.because.rule,
                     flip.because.obst_id, flip.because.need_m, flip.because.have_m, verdict_name_en(flip.before), verdict_name_en(flip.after)));
}

json sites_json(const PackSwitch& change, const Console& console) {
    console.tell(say("点位 {} 处中 {} 处的判定不同；另一规则包下共 {} 处点位、{} 个车位（原 {} 个车位）。", "{1} of {0} sites get another verdict; by the other pack there are {2} sites with {3} bays (before: {4} bays).",
                     change.sites, change.flips.size(), change.after.sites, change.after.bays, change.before.bays));
    json flips = json::array();
    for (const Flip& flip : change.flips) {
        tell(flip, console);
        flips.push_back({{"site", flip.site}, {"compound", flip.compound}, {"bays", flip.bays}, {"before", verdict_name(flip.before)}, {"after", verdict_name(flip.after)},
                         {"was", row_json(flip.was)}, {"because", row_json(flip.because)}});
    }
    return {{"sites", change.sites}, {"a", to_json(change.before)}, {"b", to_json(change.after)}, {"flips", flips}};
}

int diff(const Options& options, const Console& console) {
    std::optional<Project> project;
    if (!options.project.empty()) project = read_project(options.project);
    const RulePack a = side(options.a, project), b = side(options.b, project);
    json rules = json::array();
    for (const RuleDifference& difference : differences(a, b)) {
        const Clause *at_a = clause_of(a, difference.rule), *at_b = clause_of(b, difference.rule);
        const Message was = number_words(difference.a, difference.unit, at_a), is = number_words(difference.b, difference.unit, at_b);
        console.tell(say("  {0}  {1} → {2}  {3}", "  {0}  {4} → {5}  {6}", difference.rule, was.zh, is.zh, difference.text.zh, was.en, is.en, difference.text.en));
        rules.push_back(rule_json(difference, at_a, at_b));
    }
    console.tell(say("{} 与 {} 相差 {} 条规则。", "{} and {} differ in {} rules.", a.id, b.id, rules.size()));
    json sites;
    if (project)
        sites = sites_json(switched(*project, scenario_named(*project, options.scenario), a, b, console.threads, console.progress(say("比较", "comparing"))), console);
    console.give({{"schema", "anchong/rules-diff/1"}, {"a", a.id}, {"b", b.id}, {"project", text_or_null(options.project)}, {"rules", rules}, {"sites", sites}});
    return 0;
}

}  // namespace

void add_rules_diff(CLI::App& rules, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = rules.add_subcommand("diff", help(console, "两个规则包的差别；给出工程时，哪些点位的判定会变、为何", "how two packs differ; with a project, which sites get another verdict and why"));
    command->add_option("a", options->a, help(console, "规则包（内置的、文件、工程），或工程中的方案", "pack (built in, file, project), or scenario of the project"))->required();
    command->add_option("b", options->b, help(console, "另一个", "the other"))->required();
    command->add_option("--project", options->project, help(console, "工程 (.gpkg)：两个规则包各算一遍，不写入", "project (.gpkg): planned by either pack, nothing is written"))->check(a_path(console));
    command->add_option("--scenario", options->scenario, help(console, "沿用其充电区类型、隔墙与假设的方案", "scenario whose zone type, dividers and assumptions hold"))->capture_default_str();
    add_common(*command, console);
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return diff(*options, console); }; });
}

}  // namespace app
