#include "geo/io/project_file.hpp"

#include "geo/io/atomic_file.hpp"
#include "geo/io/file_lock.hpp"
#include "geo/io/gpkg_file.hpp"
#include "geo/io/input_tables.hpp"
#include "geo/io/project_tables.hpp"
#include "geo/io/results_table.hpp"
#include "geo/io/rule_tables.hpp"

#include <algorithm>
#include <cerrno>
#include <optional>

namespace geo {

using namespace storage;

namespace fs = std::filesystem;

namespace {

void throw_if_other_rules(const fs::path& file, const Project& read) {
    Project now;
    read_rules(GpkgReader{file}, now);
    const bool is_same = now.packs == read.packs && now.scenarios == read.scenarios && now.phasing == read.phasing && now.inputs.strips == read.inputs.strips;
    if (is_same) return;
    throw OutputError{say("工程 {} 的方案、分期或条带决定在此期间被另一个程序修改，未写入任何内容。请再运行一次。",
                          "Another program changed the scenarios, phases or decisions of strips of the project {} meanwhile; nothing was written. Run this again.", file.string())};
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
    std::ranges::move(rule_tables(project), std::back_inserter(tables));
    tables.push_back(layouts_table({}));
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
        if (!reader.has(name)) continue;
        FeatureTaker features{info.role, project.inputs.layers};
        reader.each_row(name, features.columns(), {}, [&](Row&& row) { features.take(std::move(row)); });
    }
    project.findings = findings_from(stored_rows(reader, ResultTable::Findings, "scenario IS NULL"));
    read_rules(reader, project);
    return project;
}

Results read_results(const fs::path& file, const std::string& scenario) {
    const GpkgReader reader{file};
    project_facts(reader, file);
    return results_from(scenario, [&](ResultTable table) { return stored_rows(reader, table, "scenario = " + sql_text(scenario)); });
}

std::map<std::string, std::string> read_bases(const fs::path& file) {
    const GpkgReader reader{file};
    project_facts(reader, file);
    const std::vector<Column> scenario{{"scenario", FieldType::Text}}, columns = result_columns(ResultTable::Runs);
    std::map<std::string, std::string> bases;
    for (const Row& row : reader.rows(std::string{table_name(ResultTable::Grounds)}, scenario)) bases.try_emplace(RowView{scenario, row}.text("scenario"));
    for (const Row& row : stored_rows(reader, ResultTable::Runs, {})) {
        const RowView view{columns, row};
        if (const auto found = bases.find(view.text("scenario")); found != bases.end()) found->second = view.text("basis");
    }
    return bases;
}

std::optional<std::string> read_layout(const fs::path& file, const std::string& key) {
    const GpkgReader reader{file};
    project_facts(reader, file);
    const auto layouts = stored_layouts(reader);
    const auto found = layouts.find(key);
    return found == layouts.end() ? std::nullopt : std::optional{found->second};
}

void replace_results(const fs::path& file, const Results& results) { replace_parts(file, {.results = {&results}}); }

void replace_parts(const fs::path& file, const ProjectParts& parts) {
    const fs::path target = resolved(file);
    project_facts(GpkgReader{target}, file);  // Says what is wrong with a file that is no project, before anything is locked.
    FileLock lock{target};
    settle_database(target);
    lock.remember();
    if (parts.rules) throw_if_other_rules(target, *parts.read);
    TempFile work{target}, packed{target};
    copy_bytes(target, work.path(), target);
    write_changed(work.path(), packed.path(), target, {.rules = parts.rules, .dropped = parts.dropped, .results = parts.results});
    std::error_code ignored;
    fs::permissions(packed.path(), static_cast<fs::perms>(lock.mode()), ignored);
    lock.throw_if_changed();
    packed.become_target(true);
}

}  // namespace geo
