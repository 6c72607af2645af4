#include "app/cli/rules_actions.hpp"
#include "app/cli/scenario_report.hpp"
#include "geo/core/error.hpp"
#include "geo/io/output_file.hpp"
#include "geo/io/project_file.hpp"
#include "geo/report/plan.hpp"
#include "geo/rules/missing_numbers.hpp"
#include "geo/rules/number_edit.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace app {
namespace {

using namespace geo;
using nlohmann::json;

struct Options {
    std::string target, scenario = "base", unit, source, clause, status;
    std::vector<std::string> numbers;
};

std::vector<RuleEdit> edits_of(const Options& options) {
    std::optional<Status> status;
    if (!options.status.empty()) {
        status = status_named(options.status);
        if (!status) throw UsageError{say("没有状态“{}”。可用：verified、secondary、unverified、assumption。", "There is no status “{}”. There are: verified, secondary, unverified, assumption.", options.status)};
    }
    std::vector<RuleEdit> edits;
    for (const std::string& typed : options.numbers) {
        RuleEdit edit = number_edit(typed);
        if (edit.unit.empty()) edit.unit = options.unit;
        if (!options.source.empty()) edit.source = options.source;
        if (!options.clause.empty()) edit.clause = options.clause;
        edit.status = status;
        edits.push_back(std::move(edit));
    }
    return edits;
}

std::string text_of(const std::string& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

RulePack set_in_file(const Options& options, const std::vector<RuleEdit>& edits) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(options.target, ignored)) {
        throw SourceError{say("修改规则包：没有文件 {}。内置的规则包不能修改，请先用 anchong rules new --extends {} --id 本地名 --out 文件.json 建立自己的。",
                              "changing a rule pack: there is no file {}. Built-in packs cannot be changed: make your own with anchong rules new --extends {} --id OURS --out FILE.json.", options.target,
                              options.target)};
    }
    const std::string file = std::filesystem::absolute(options.target).string();
    const RulePack before = load_pack(file);
    const std::string text = with_numbers(text_of(file), before, edits);
    RulePack pack = load_pack_text(text, file);
    write_text(file, text, true);
    return pack;
}

/// Numbers that came with the program are not changed under its name: the scenario gets a copy of its pack that is the project's own.
RulePack set_in_project(const Options& options, const std::vector<RuleEdit>& edits, std::vector<Finding>& findings) {
    const Project read = read_project(options.target);
    Project project = read;
    Scenario& scenario = *std::ranges::find(project.scenarios, scenario_named(read, options.scenario).name, &Scenario::name);
    RulePack pack = pack_from_text(read.packs.at(scenario.pack));
    if (!is_own_id(pack.id)) pack = own_copy(pack, own_id(pack.id, read.packs));
    pack = with_numbers(std::move(pack), edits);
    scenario.pack = pack.id;
    project.packs[pack.id] = pack_to_text(pack);
    replace_parts(options.target, {.read = &read, .rules = &project});
    for (const Scenario& each : project.scenarios) {
        if (each.pack != pack.id) continue;
        if (auto stale = stale_results(options.target, project, each)) findings.push_back(std::move(*stale));
    }
    return pack;
}

json row_of(const RulePack& pack, const std::string& id) {
    const auto make = [&](double value, const std::string& unit, const Clause& clause) {
        json row{{"id", id}, {"value", value}, {"unit", unit}};
        row.update(clause_json(clause));
        return row;
    };
    if (const auto rule = pack.parameters.find(id); rule != pack.parameters.end()) return make(rule->second.value, rule->second.unit, rule->second.clause);
    if (const auto rule = std::ranges::find(pack.clearances, id, &ClearanceRule::id); rule != pack.clearances.end())
        return make(rule->distance_m, rule->is_share ? "share" : "m", rule->clause);
    const auto rule = std::ranges::find(pack.duties, id, &DutyRule::id);
    return make(rule->value.value_or(0.0), rule->unit, rule->clause);
}

int set(const Options& options, const Console& console) {
    const std::vector<RuleEdit> edits = edits_of(options);
    std::vector<Finding> findings;
    const RulePack pack = is_project(options.target) ? set_in_project(options, edits, findings) : set_in_file(options, edits);
    json rows = json::array(), missing = json::array();
    for (const RuleEdit& edit : edits) {
        rows.push_back(row_of(pack, edit.rule));
        const json& row = rows.back();
        console.tell(say("{}：{} = {:g} {}（{}，{}）", "{}: {} = {:g} {} ({}, {})", options.target, edit.rule, row.at("value").get<double>(), row.at("unit").get<std::string>(),
                         row.at("status").get<std::string>(), row.at("source").get<std::string>()));
    }
    for (const MissingNumber& number : missing_parameters(pack)) missing.push_back(number.id);
    console.tell(findings);
    console.give({{"schema", "anchong/rules-set/1"}, {"target", options.target}, {"pack", pack.id}, {"numbers", rows}, {"missing_parameters", missing}, {"findings", to_json(findings)}});
    return 0;
}

}  // namespace

void add_rules_set(CLI::App& rules, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = rules.add_subcommand("set", help(console, "改写工程所存规则包或规则包文件中的数值", "put numbers into a project's copy of its pack, or into a pack file"));
    command->add_option("target", options->target, help(console, "工程 (.gpkg) 或规则包文件 (.json)", "project (.gpkg) or pack file (.json)"))->required()->check(a_path(console));
    command->add_option("numbers", options->numbers, help(console, "规则=数值[单位]，如 to-building=6 或 to-building=20ft", "RULE=VALUE[UNIT], as to-building=6 or to-building=20ft"))->required();
    command->add_option("--scenario", options->scenario, help(console, "工程中用此规则包的方案；它改用工程自有的副本", "scenario of the project whose pack is meant; it gets a copy that is the project's own"))->capture_default_str();
    command->add_option("--unit", options->unit, help(console, "数值的单位：m、cm、mm、km、ft、in、m2、ft2 …", "unit of the values: m, cm, mm, km, ft, in, m2, ft2 …"));
    command->add_option("--source", options->source, help(console, "出处：文件名", "source: the document"));
    command->add_option("--clause", options->clause, help(console, "条号", "number of the clause"));
    command->add_option("--status", options->status, help(console, "verified、secondary、unverified 或 assumption（默认）；前三种须有出处，verified 须有条号",
                                                          "verified, secondary, unverified or assumption (unless said); the first three need a source, verified a clause"));
    add_common(*command, console);
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return set(*options, console); }; });
}

}  // namespace app
