#include "geo/io/project_tables.hpp"

#include "geo/core/clock.hpp"
#include "geo/io/input_tables.hpp"
#include "geo/io/sqlite_check.hpp"

#include <algorithm>
#include <charconv>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;
using enum FieldType;

constexpr int schema_version = 1;
constexpr const char* layouts_name = "anchong_layouts";
constexpr const char* map_key = "map";

const std::vector<Column> pairs{{"key", Text}, {"value", Text}};
const std::vector<Column> rule_columns{{"id", Text}, {"text", Text}};
const std::vector<Column> scenario_columns{{"name", Text}, {"pack", Text}, {"zone_type", Text}};
const std::vector<Column> layout_columns{{"key", Text}, {"json", Text}};

/// A table of few rows, held whole.
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

InvalidInput no_project(const fs::path& file) {
    return InvalidInput{say("{} 是 GeoPackage，但不是安充工程。请用 anchong new 建立工程。",
                            "{} is a GeoPackage but no Anchong project. Make one with anchong new.", file.string())};
}

/// Rows that follow one another in one table, all of one scenario.
struct Run {
    Value scenario;
    const Table* table;
    std::size_t from, count;
};

/// All rows a result table is to have: those of the import, then every scenario's in the order of their names.
Table merged_rows(const GpkgReader& reader, ResultTable table, const Changes& changes) {
    const auto columns = result_columns(table);
    const auto scenario = static_cast<std::size_t>(std::ranges::find(columns, "scenario", &Column::name) - columns.begin());
    const bool is_import = table == ResultTable::Findings;

    std::string gone;
    const auto note_gone = [&](const std::string& name) { gone += (gone.empty() ? "" : ", ") + sql_text(name); };
    std::ranges::for_each(changes.dropped, note_gone);
    for (const Results* results : changes.results) note_gone(results->scenario);
    // Rows without scenario are of the import and go with its layers.
    std::string filter = gone.empty() ? "scenario IS NOT NULL" : fmt::format("scenario NOT IN ({})", gone);
    if (!changes.inputs) filter += " OR scenario IS NULL";
    auto kept = stored_rows(reader, table, filter);
    std::ranges::stable_sort(kept, {}, [scenario](const Row& row) { return row.values[scenario]; });

    auto sources = std::make_shared<std::vector<Table>>();
    sources->reserve(changes.results.size() + 2);
    std::vector<Run> runs;
    const auto add = [&](const Value& name, Table source) {
        sources->push_back(std::move(source));
        runs.push_back({name, &sources->back(), 0, sources->back().row_count});
    };
    if (is_import && changes.inputs) add({}, import_findings(changes.inputs->findings));
    for (const Results* results : changes.results) add(results->scenario, result_rows(table, *results));
    const auto names = [&](std::size_t i) -> const Value& { return kept[i].values[scenario]; };
    std::vector<Run> old;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (old.empty() || old.back().scenario != names(i)) old.push_back({names(i), nullptr, i, 0});
        ++old.back().count;
    }
    const auto count = kept.size();
    sources->push_back({.row_count = count, .row = [kept = std::move(kept)](std::size_t i) { return kept[i]; }});
    for (Run& run : old) run.table = &sources->back();
    runs.insert(runs.end(), old.begin(), old.end());
    std::ranges::stable_sort(runs, {}, &Run::scenario);

    Table merged{.name = std::string{table_name(table)}, .geometry = result_rows(table, Results{}).geometry, .columns = columns};
    std::vector<std::size_t> starts;
    for (const Run& run : runs) {
        starts.push_back(merged.row_count);
        merged.row_count += run.count;
    }
    merged.row = [sources, runs = std::move(runs), starts = std::move(starts)](std::size_t i) {
        const auto at = static_cast<std::size_t>(std::ranges::upper_bound(starts, i) - starts.begin()) - 1;
        return runs[at].table->row(runs[at].from + i - starts[at]);
    };
    return merged;
}

/// The tables of few rows that change.
std::vector<Table> small_tables(const GpkgReader& reader, const Changes& changes) {
    std::vector<Table> tables;
    if (changes.rules) {
        tables.push_back(rules_table(changes.rules->packs));
        tables.push_back(scenarios_table(changes.rules->scenarios));
    }
    if (changes.map_view) {
        auto layouts = stored_layouts(reader);
        layouts[map_key] = *changes.map_view;
        tables.push_back(layouts_table(layouts));
    }
    return tables;
}

/// Other inputs mean other tables: all are written anew.
std::vector<Table> all_tables(const GpkgReader& reader, const fs::path& file, const Changes& changes) {
    auto facts = project_facts(reader, file);
    facts["crs"] = changes.inputs->inputs.crs;
    auto layouts = stored_layouts(reader);
    if (changes.map_view) layouts[map_key] = *changes.map_view;
    std::vector<Row> rows;  // In the order in which a new project has them.
    for (const char* key : {"schema_version", "name", "crs", "program_version", "created"}) rows.push_back({{std::string{key}, facts[key]}, {}});

    std::vector<Table> tables = input_tables(changes.inputs->inputs);
    tables.push_back(small_table("anchong_project", pairs, std::move(rows)));
    tables.push_back(provenance_table(changes.inputs->inputs.layers));
    tables.push_back(rules_table(changes.rules ? changes.rules->packs : stored_rules(reader)));
    tables.push_back(scenarios_table(changes.rules ? changes.rules->scenarios : stored_scenarios(reader)));
    tables.push_back(layouts_table(layouts));
    for (const ResultTable table : result_tables) tables.push_back(merged_rows(reader, table, changes));
    return tables;
}

/// Projects of an earlier program have no such table.
void add_layouts_table(const fs::path& work, const fs::path& target, const Changes& changes) {
    if (changes.map_view && !GpkgReader{work}.has(layouts_name)) add_table(work, target, layouts_table({}));
}

}  // namespace

Table project_table(const Project& project) {
    return small_table("anchong_project", pairs,
                       {{{std::string{"schema_version"}, std::to_string(schema_version)}, {}},
                        {{std::string{"name"}, project.name}, {}},
                        {{std::string{"crs"}, project.inputs.crs}, {}},
                        {{std::string{"program_version"}, std::string{ANCHONG_VERSION}}, {}},
                        {{std::string{"created"}, timestamp()}, {}}});
}

Table rules_table(const std::map<std::string, std::string>& packs) { return pair_table("anchong_rules", rule_columns, packs); }

Table scenarios_table(const std::vector<Scenario>& scenarios) {
    std::vector<Row> rows;
    for (const Scenario& s : scenarios) rows.push_back({{s.name, s.pack, std::string{zone_type_name(s.zone_type)}}, {}});
    return small_table("anchong_scenarios", scenario_columns, std::move(rows));
}

Table layouts_table(const std::map<std::string, std::string>& layouts) { return pair_table(layouts_name, layout_columns, layouts); }

std::map<std::string, std::string> project_facts(const GpkgReader& reader, const fs::path& file) {
    if (!reader.has("anchong_project")) throw no_project(file);
    auto facts = stored_pairs(reader, "anchong_project", pairs);
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

std::vector<Scenario> stored_scenarios(const GpkgReader& reader) {
    std::vector<Scenario> scenarios;
    for (const Row& row : reader.rows("anchong_scenarios", scenario_columns)) {
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

std::map<std::string, std::string> stored_rules(const GpkgReader& reader) { return stored_pairs(reader, "anchong_rules", rule_columns); }

std::map<std::string, std::string> stored_layouts(const GpkgReader& reader) {
    return reader.has(layouts_name) ? stored_pairs(reader, layouts_name, layout_columns) : std::map<std::string, std::string>{};
}

std::vector<Row> stored_rows(const GpkgReader& reader, ResultTable table, const std::string& filter) {
    return reader.rows(std::string{table_name(table)}, result_columns(table), filter);
}

void write_changed(const fs::path& work, const fs::path& file, const fs::path& target, const Changes& changes) {
    std::vector<Table> tables;
    if (changes.inputs) {
        const GpkgReader reader{work};
        tables = all_tables(reader, target, changes);
        return write_gpkg(file, target, tables, changes.inputs->inputs.crs);
    }
    add_layouts_table(work, target, changes);
    {
        const GpkgReader reader{work};
        project_facts(reader, target);
        tables = small_tables(reader, changes);
        if (!changes.results.empty() || !changes.dropped.empty()) {
            for (const ResultTable table : result_tables) tables.push_back(merged_rows(reader, table, changes));
        }
    }
    rewrite_gpkg(work, file, target, tables);
}

void change_in_place(const fs::path& file, const fs::path& target, const Changes& changes) {
    replace_rows(file, target, small_tables(GpkgReader{file}, changes));
}

}  // namespace geo::storage
