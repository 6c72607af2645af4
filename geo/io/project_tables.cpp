#include "geo/io/project_tables.hpp"

#include "geo/core/clock.hpp"
#include "geo/io/input_tables.hpp"
#include "geo/io/rule_tables.hpp"
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
const std::vector<Column> layout_columns{{"key", Text}, {"json", Text}};

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
    if (changes.rules) tables = rule_tables(*changes.rules);
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
    Project stored;
    if (!changes.rules) read_rules(reader, stored);
    std::ranges::move(rule_tables(changes.rules ? *changes.rules : stored), std::back_inserter(tables));
    tables.push_back(layouts_table(layouts));
    for (const ResultTable table : result_tables) tables.push_back(merged_rows(reader, table, changes));
    return tables;
}

/// Tables that projects of an earlier program lack, or whose columns they lack in part, as they are in a new one but empty.
std::vector<Table> missing_tables(const GpkgReader& reader) {
    Project empty;
    empty.phasing = {};
    std::vector<Table> tables = rule_tables(empty);
    tables.push_back(layouts_table({}));
    for (const ResultTable table : result_tables) tables.push_back(result_rows(table, {}));
    std::erase_if(tables, [&](const Table& table) { return reader.has(table); });
    return tables;
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

std::map<std::string, std::string> stored_layouts(const GpkgReader& reader) {
    return reader.has(layouts_name) ? stored_pairs(reader, layouts_name, layout_columns) : std::map<std::string, std::string>{};
}

std::vector<Row> stored_rows(const GpkgReader& reader, ResultTable table, const std::string& filter) {
    if (table == ResultTable::Runs && !reader.has(std::string{table_name(table)})) return {};
    return reader.rows(std::string{table_name(table)}, result_columns(table), filter);
}

void write_changed(const fs::path& work, const fs::path& file, const fs::path& target, const Changes& changes) {
    std::vector<Table> tables;
    if (changes.inputs) {
        const GpkgReader reader{work};
        tables = all_tables(reader, target, changes);
        return write_gpkg(file, target, tables, changes.inputs->inputs.crs);
    }
    std::vector<Table> missing, narrow;
    {
        const GpkgReader reader{work};
        missing = missing_tables(reader);
        for (const Table& table : missing)
            if (reader.has(table.name)) narrow.push_back(table);
    }
    std::erase_if(missing, [&](const Table& table) { return std::ranges::find(narrow, table.name, &Table::name) != narrow.end(); });
    for (const Table& table : missing) add_table(work, target, table);
    for (const Table& table : narrow) widen_table(work, target, table);
    {
        const GpkgReader reader{work};
        project_facts(reader, target);
        tables = small_tables(reader, changes);
        // With new tables or columns the results are written anew behind them, whichever change came first.
        if (!changes.results.empty() || !changes.dropped.empty() || !missing.empty() || !narrow.empty()) {
            for (const ResultTable table : result_tables) tables.push_back(merged_rows(reader, table, changes));
        }
    }
    rewrite_gpkg(work, file, target, tables);
}

bool change_in_place(const fs::path& file, const fs::path& target, const Changes& changes) {
    std::vector<Table> tables;
    {
        const GpkgReader reader{file};
        if (!missing_tables(reader).empty()) return false;
        tables = small_tables(reader, changes);
    }
    replace_rows(file, target, tables);
    return true;
}

}  // namespace geo::storage
