#include "geo/io/rule_tables.hpp"

#include <algorithm>

namespace geo::storage {
namespace {

using enum FieldType;

constexpr const char* assumptions_name = "anchong_assumptions";
constexpr const char* strips_name = "anchong_strips";
constexpr const char* phases_name = "anchong_phases";
constexpr const char* compound_phases_name = "anchong_compound_phases";

const std::vector<Column> pack_columns{{"id", Text}, {"text", Text}};
const std::vector<Column> scenario_columns{{"name", Text}, {"pack", Text}, {"zone_type", Text}, {"barrier_h", Real, true}};
const std::vector<Column> assumption_columns{{"scenario", Text}, {"rule", Text}, {"distance_m", Real}};
const std::vector<Column> strip_columns{{"strip", Text}, {"decision", Text}};
const std::vector<Column> phase_columns{{"phase", Text}, {"name", Text}, {"begins", Text}, {"ends", Text}, {"budget", Real}};
const std::vector<Column> compound_phase_columns{{"compound", Text}, {"phase", Text}};

Table scenarios_table(const std::vector<Scenario>& scenarios) {
    std::vector<Row> rows;
    for (const Scenario& s : scenarios) rows.push_back({{s.name, s.pack, std::string{zone_type_name(s.zone_type)}, s.barrier_h}, {}});
    return small_table("anchong_scenarios", scenario_columns, std::move(rows));
}

Table assumptions_table(const std::vector<Scenario>& scenarios) {
    std::vector<Row> rows;
    for (const Scenario& s : scenarios)
        for (const auto& [rule, distance_m] : s.clearances) rows.push_back({{s.name, rule, distance_m}, {}});
    return small_table(assumptions_name, assumption_columns, std::move(rows));
}

constexpr std::string_view confirmed = "confirmed", dismissed = "dismissed";

Table strips_table(const std::map<std::string, StripDecision>& strips) {
    std::map<std::string, std::string> words;
    for (const auto& [strip, decision] : strips) words[strip] = decision == StripDecision::Confirmed ? confirmed : dismissed;
    return pair_table(strips_name, strip_columns, words);
}

std::map<std::string, StripDecision> stored_strips(const GpkgReader& reader) {
    std::map<std::string, StripDecision> strips;
    if (!reader.has(strips_name)) return strips;
    for (const auto& [strip, word] : stored_pairs(reader, strips_name, strip_columns)) {
        if (word != confirmed && word != dismissed) {
            throw InvalidInput{say("工程的表 {} 中，条带“{}”的决定“{}”未知，应为 confirmed 或 dismissed。",
                                   "Table {} of the project: the decision of strip \"{}\" is \"{}\", which is neither confirmed nor dismissed.", strips_name, strip, word)};
        }
        strips[strip] = word == confirmed ? StripDecision::Confirmed : StripDecision::Dismissed;
    }
    return strips;
}

Table phases_table(const std::vector<Phase>& phases) {
    std::vector<Row> rows;
    for (const Phase& p : phases) rows.push_back({{p.id, p.name, p.begins, p.ends, maybe(p.budget)}, {}});
    return small_table(phases_name, phase_columns, std::move(rows));
}

std::vector<Scenario> stored_scenarios(const GpkgReader& reader) {
    std::vector<Scenario> scenarios;
    for (const Row& row : reader.rows("anchong_scenarios", scenario_columns)) {
        const RowView view{scenario_columns, row};
        const auto type = zone_type_named(view.text("zone_type"));
        if (!type) {
            throw InvalidInput{say("工程的方案 {} 的充电区类型“{}”未知。", "Scenario {} of the project: unknown zone type \"{}\".",
                                   view.text("name"), view.text("zone_type"))};
        }
        scenarios.push_back({.name = view.text("name"), .pack = view.text("pack"), .zone_type = *type, .barrier_h = view.real("barrier_h").value_or(0.0)});
    }
    if (!reader.has(assumptions_name)) return scenarios;
    for (const Row& row : reader.rows(assumptions_name, assumption_columns)) {
        const RowView view{assumption_columns, row};
        const auto scenario = std::ranges::find(scenarios, view.text("scenario"), &Scenario::name);
        const auto distance_m = view.real("distance_m");
        if (scenario == scenarios.end() || !distance_m) {
            throw InvalidInput{say("工程的表 {} 中，方案“{}”的规则“{}”：没有该方案，或没有距离。",
                                   "Table {} of the project, scenario \"{}\", rule \"{}\": there is no such scenario, or no distance.", assumptions_name,
                                   view.text("scenario"), view.text("rule"))};
        }
        scenario->clearances[view.text("rule")] = *distance_m;
    }
    return scenarios;
}

Phasing stored_phasing(const GpkgReader& reader) {
    Phasing phasing;
    if (reader.has(phases_name)) {
        for (const Row& row : reader.rows(phases_name, phase_columns)) {
            const RowView view{phase_columns, row};
            phasing.phases.push_back({.id = view.text("phase"), .name = view.text("name"), .begins = view.text("begins"), .ends = view.text("ends"),
                                      .budget = view.real("budget")});
        }
    }
    if (phasing.phases.empty()) phasing = standard_phasing();
    std::ranges::sort(phasing.phases, {}, [](const Phase& p) { return phase_rank(p.id); });
    for (std::size_t i = 0; i < phasing.phases.size(); ++i) {
        if (phasing.phases[i].id == phase_id(static_cast<int>(i))) continue;
        throw InvalidInput{say("工程的表 {} 中，分期“{}”未知、重复，或其前缺少一期；分期应为 pilot、rollout-1、rollout-2…，依次各一行。",
                               "Table {} of the project: the phase \"{}\" is unknown, there twice, or has a gap before it. There must be pilot, rollout-1, rollout-2 …, a row each.",
                               phases_name, phasing.phases[i].id)};
    }
    if (!reader.has(compound_phases_name)) return phasing;
    for (const Row& row : reader.rows(compound_phases_name, compound_phase_columns)) {
        const RowView view{compound_phase_columns, row};
        if (!phasing.phase(view.text("phase"))) {
            throw InvalidInput{say("工程的表 {} 中，小区“{}”的分期“{}”不存在。", "Table {} of the project: compound \"{}\" is in the phase \"{}\", which there is not.",
                                   compound_phases_name, view.text("compound"), view.text("phase"))};
        }
        phasing.compounds[view.text("compound")] = view.text("phase");
    }
    return phasing;
}

}  // namespace

Table small_table(std::string name, std::vector<Column> columns, std::vector<Row> rows) {
    const auto count = rows.size();
    return {.name = std::move(name), .columns = std::move(columns), .row_count = count,
            .row = [rows = std::move(rows)](std::size_t i) { return rows[i]; }};
}

Table pair_table(std::string name, const std::vector<Column>& columns, const std::map<std::string, std::string>& values) {
    std::vector<Row> rows;
    for (const auto& [key, value] : values) rows.push_back({{key, value}, {}});
    return small_table(std::move(name), columns, std::move(rows));
}

std::map<std::string, std::string> stored_pairs(const GpkgReader& reader, const std::string& table, const std::vector<Column>& columns) {
    std::map<std::string, std::string> values;
    for (const Row& row : reader.rows(table, columns)) {
        const RowView view{columns, row};
        values[view.text(columns[0].name)] = view.text(columns[1].name);
    }
    return values;
}

std::vector<Table> rule_tables(const Project& project) {
    return {pair_table("anchong_rules", pack_columns, project.packs), scenarios_table(project.scenarios), assumptions_table(project.scenarios),
            phases_table(project.phasing.phases), pair_table(compound_phases_name, compound_phase_columns, project.phasing.compounds),
            strips_table(project.inputs.strips)};
}

void read_rules(const GpkgReader& reader, Project& project) {
    project.packs = stored_pairs(reader, "anchong_rules", pack_columns);
    project.scenarios = stored_scenarios(reader);
    project.phasing = stored_phasing(reader);
    project.inputs.strips = stored_strips(reader);
}

}  // namespace geo::storage
