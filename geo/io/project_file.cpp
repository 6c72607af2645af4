#include "geo/io/project_file.hpp"

#include "geo/core/clock.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/file_lock.hpp"
#include "geo/io/gpkg_file.hpp"
#include "geo/io/input_tables.hpp"
#include "geo/io/results_table.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

namespace geo {
namespace {

using namespace storage;

namespace fs = std::filesystem;
using enum FieldType;

constexpr int schema_version = 1;

/// A table of few rows, held whole.
Table small_table(std::string name, std::vector<Column> columns, std::vector<Row> rows) {
    const auto count = rows.size();
    return {.name = std::move(name), .columns = std::move(columns), .row_count = count,
            .row = [rows = std::move(rows)](std::size_t i) { return rows[i]; }};
}

const std::vector<Column> pairs{{"key", Text}, {"value", Text}};
const std::vector<Column> rule_columns{{"id", Text}, {"text", Text}};
const std::vector<Column> scenario_columns{{"name", Text}, {"pack", Text}, {"zone_type", Text}};

Table project_table(const Project& project) {
    return small_table("anchong_project", pairs,
                       {{{std::string{"schema_version"}, std::to_string(schema_version)}, {}},
                        {{std::string{"name"}, project.name}, {}},
                        {{std::string{"crs"}, project.inputs.crs}, {}},
                        {{std::string{"program_version"}, std::string{ANCHONG_VERSION}}, {}},
                        {{std::string{"created"}, timestamp()}, {}}});
}

Table rules_table(const std::map<std::string, std::string>& packs) {
    std::vector<Row> rows;
    for (const auto& [id, text] : packs) rows.push_back({{id, text}, {}});
    return small_table("anchong_rules", rule_columns, std::move(rows));
}

Table scenarios_table(const std::vector<Scenario>& scenarios) {
    std::vector<Row> rows;
    for (const Scenario& s : scenarios) rows.push_back({{s.name, s.pack, std::string{zone_type_name(s.zone_type)}}, {}});
    return small_table("anchong_scenarios", scenario_columns, std::move(rows));
}

InvalidInput no_project(const fs::path& file) {
    return InvalidInput{say("{} 是 GeoPackage，但不是安充工程。请用 anchong new 建立工程。",
                            "{} is a GeoPackage but no Anchong project. Make one with anchong new.", file.string())};
}

std::map<std::string, std::string> project_facts(const GpkgReader& reader, const fs::path& file) {
    if (!reader.has("anchong_project")) throw no_project(file);
    std::map<std::string, std::string> facts;
    for (const Row& row : reader.rows("anchong_project", pairs)) {
        const RowView view{pairs, row};
        facts[view.text("key")] = view.text("value");
    }
    const std::string& text = facts["schema_version"];
    int version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (error != std::errc{} || end != text.data() + text.size() || version < 1) throw no_project(file);
    if (version > schema_version) {
        throw InvalidInput{say("工程 {} 的格式版本 {} 比本程序（{}）新。请更新程序。",
                               "The project {} has format version {}, newer than this program's ({}). Update the program.",
                               file.string(), version, schema_version)};
    }
    return facts;
}

std::vector<Row> rows_of(const GpkgReader& reader, ResultTable table, const std::string& filter) {
    return reader.rows(std::string{table_name(table)}, result_columns(table), filter);
}

std::vector<Scenario> scenarios_from(const std::vector<Row>& rows) {
    std::vector<Scenario> scenarios;
    for (const Row& row : rows) {
        const RowView view{scenario_columns, row};
        const auto type = zone_type_named(view.text("zone_type"));
        if (!type) {
            throw InvalidInput{say("工程的方案 {} 的充电区类型“{}”未知。", "Scenario {} of the project: unknown zone type \"{}\".",
                                   view.text("name"), view.text("zone_type"))};
        }
        scenarios.push_back({.name = view.text("name"), .pack = view.text("pack"), .zone_type = *type});
    }
    return scenarios;
}

/// All rows a result table is to have: those of the import, then every scenario's in the order of their names.
Table merged_rows(const GpkgReader& reader, ResultTable table, const Results& results) {
    const auto columns = result_columns(table);
    const auto scenario = static_cast<std::size_t>(std::ranges::find(columns, "scenario", &Column::name) - columns.begin());
    auto kept = rows_of(reader, table, "scenario IS NULL OR scenario <> " + sql_text(results.scenario));
    const auto is_less = [scenario](const Row& a, const Row& b) { return a.values[scenario] < b.values[scenario]; };
    std::ranges::stable_sort(kept, is_less);
    const Row key{std::vector<Value>(columns.size(), Value{results.scenario}), {}};
    const auto before = static_cast<std::size_t>(std::ranges::lower_bound(kept, key, is_less) - kept.begin());

    Table merged = result_rows(table, results);
    const auto own = merged.row_count;
    merged.row_count += kept.size();
    merged.row = [kept = std::move(kept), before, own, row = std::move(merged.row)](std::size_t i) {
        if (i < before) return kept[i];
        return i < before + own ? row(i - before) : kept[i - own];
    };
    return merged;
}

}  // namespace

void create_project(const fs::path& file, const Project& project, bool overwrite) {
    const fs::path target = resolved(file);
    std::error_code ignored;
    const auto present = fs::symlink_status(target, ignored).type();
    if (present != fs::file_type::not_found && !overwrite) throw exists_already({target});
    if (present == fs::file_type::directory) throw write_failure(target, reason_of(EISDIR));
    std::optional<FileLock> lock;
    if (present == fs::file_type::regular) lock.emplace(target);
    std::vector<Table> tables = input_tables(project.inputs);
    tables.push_back(project_table(project));
    tables.push_back(provenance_table(project.inputs.layers));
    tables.push_back(rules_table(project.packs));
    tables.push_back(scenarios_table(project.scenarios));
    const Results none;
    for (const ResultTable table : result_tables) {
        tables.push_back(table == ResultTable::Findings ? import_findings(project.findings) : result_rows(table, none));
    }
    TempFile temp{target};
    write_gpkg(temp.path(), target, tables, project.inputs.crs);
    clear_sidecars(target);
    temp.become_target(overwrite);
}

Project read_project(const fs::path& file) {
    const GpkgReader reader{file};
    auto facts = project_facts(reader, file);
    Project project;
    project.name = facts["name"];
    project.inputs.crs = facts["crs"];
    project.inputs.layers = layers_from(reader.rows("anchong_provenance", provenance_columns()), project.inputs.crs);
    for (const RoleInfo& info : roles()) {
        const std::string name{info.name};
        if (reader.has(name)) add_features(info.role, reader.rows(name, input_columns(info.role)), project.inputs.layers);
    }
    project.findings = findings_from(rows_of(reader, ResultTable::Findings, "scenario IS NULL"));
    for (const Row& row : reader.rows("anchong_rules", rule_columns)) {
        const RowView view{rule_columns, row};
        project.packs[view.text("id")] = view.text("text");
    }
    project.scenarios = scenarios_from(reader.rows("anchong_scenarios", scenario_columns));
    return project;
}

Results read_results(const fs::path& file, const std::string& scenario) {
    const GpkgReader reader{file};
    project_facts(reader, file);
    return results_from(scenario, [&](ResultTable table) { return rows_of(reader, table, "scenario = " + sql_text(scenario)); });
}

void replace_results(const fs::path& file, const Results& results) {
    const fs::path target = resolved(file);
    project_facts(GpkgReader{target}, file);  // Says what is wrong with a file that is no project, before anything is locked.
    FileLock lock{target};
    settle_database(target);
    lock.remember();
    TempFile work{target}, packed{target};
    std::error_code error;
    fs::copy_file(target, work.path(), error);
    if (error) throw write_failure(target, reason_of(error.value()));
    fs::permissions(work.path(), fs::perms::owner_read | fs::perms::owner_write, error);
    std::vector<Table> tables;
    {
        const GpkgReader reader{work.path()};
        project_facts(reader, file);
        for (const ResultTable table : result_tables) tables.push_back(merged_rows(reader, table, results));
    }
    rewrite_gpkg(work.path(), packed.path(), target, tables);
    fs::permissions(packed.path(), static_cast<fs::perms>(lock.mode()), error);
    lock.throw_if_changed();
    packed.become_target(true);
}

}  // namespace geo
