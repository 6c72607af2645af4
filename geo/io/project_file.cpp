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
        if (reader.has(name)) add_features(info.role, reader.rows(name, input_columns(info.role)), project.inputs.layers);
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

std::optional<std::string> read_layout(const fs::path& file, const std::string& key) {
    const GpkgReader reader{file};
    project_facts(reader, file);
    const auto layouts = stored_layouts(reader);
    const auto found = layouts.find(key);
    return found == layouts.end() ? std::nullopt : std::optional{found->second};
}

void replace_results(const fs::path& file, const Results& results) {
    const fs::path target = resolved(file);
    project_facts(GpkgReader{target}, file);  // Says what is wrong with a file that is no project, before anything is locked.
    FileLock lock{target};
    settle_database(target);
    lock.remember();
    TempFile work{target}, packed{target};
    copy_bytes(target, work.path(), target);
    write_changed(work.path(), packed.path(), target, {.results = {&results}});
    std::error_code ignored;
    fs::permissions(packed.path(), static_cast<fs::perms>(lock.mode()), ignored);
    lock.throw_if_changed();
    packed.become_target(true);
}

}  // namespace geo
