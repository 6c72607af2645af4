#include "geo/io/working_copy.hpp"

#include "geo/core/clock.hpp"
#include "geo/core/hash.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/map_view_json.hpp"
#include "geo/io/sqlite_database.hpp"

#include <algorithm>

namespace geo::storage {
namespace {

namespace fs = std::filesystem;

bool same_layer(const Layer& a, const Layer& b) {
    return a.role == b.role && a.crs == b.crs && a.provenance == b.provenance && a.features == b.features;
}

bool same_inputs(const Project& a, const Project& b) {
    return a.inputs.crs == b.inputs.crs && a.findings == b.findings && std::ranges::equal(a.inputs.layers, b.inputs.layers, same_layer);
}

bool same_rules(const Project& a, const Project& b) {
    return a.packs == b.packs && a.scenarios == b.scenarios && a.phasing == b.phasing && a.inputs.strips == b.inputs.strips;
}

bool has_scenario(const Project& project, const std::string& name) {
    return std::ranges::find(project.scenarios, name, &Scenario::name) != project.scenarios.end();
}

bool same_look(const MapView& a, const MapView& b) { return a.layers == b.layers && a.heat == b.heat; }

std::vector<std::string> dropped_scenarios(const Project& before, const Project& now) {
    std::vector<std::string> dropped;
    for (const Scenario& scenario : before.scenarios) {
        if (!has_scenario(now, scenario.name)) dropped.push_back(scenario.name);
    }
    return dropped;
}

}  // namespace

fs::path working_copy_of(const fs::path& file) {
    std::string name = file.filename().string();
    // With what is added here and by SQLite a name may become longer than file systems take.
    constexpr std::size_t longest = 200;
    if (name.size() > longest) name = sha256(name);
    return file.parent_path() / ("." + name + ".anchong-work");
}

std::string content_of(const fs::path& file) {
    constexpr std::uintmax_t sqlite_header = 100;
    return sha256_file(file, sqlite_header);
}

void set_notes(const fs::path& work, const fs::path& target, const WorkNotes& notes) {
    const Database database{work, target, Database::Mode::Write};
    database.run("BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS anchong_work (key TEXT PRIMARY KEY, value TEXT)");
    for (const auto& [key, value] : notes) database.run("INSERT OR REPLACE INTO anchong_work VALUES (?, ?)", std::vector<Value>{key, value});
    database.run("COMMIT");
}

WorkNotes notes_of(const fs::path& work) {
    const Database database{work, work, Database::Mode::Read};
    const auto keys = database.all("SELECT key FROM anchong_work ORDER BY key"), values = database.all("SELECT value FROM anchong_work ORDER BY key");
    WorkNotes notes;
    for (std::size_t i = 0; i < keys.size(); ++i) notes[keys[i]] = values[i];
    return notes;
}

void drop_notes(const fs::path& work, const fs::path& target) {
    Database{work, target, Database::Mode::Write}.run("DROP TABLE IF EXISTS anchong_work");
}

bool brings_scenario_back(const Project& before, const Project& now) { return !dropped_scenarios(now, before).empty(); }

Changes changes_to(const EditedState* known, const EditedState& state) {
    Changes changes;
    if (!known || known->project != state.project) {
        if (!known || !same_inputs(*known->project, *state.project)) changes.inputs = state.project.get();
        if (!known || !same_rules(*known->project, *state.project)) changes.rules = state.project.get();
        if (known) changes.dropped = dropped_scenarios(*known->project, *state.project);
    }
    for (const auto& [scenario, results] : state.results) {
        if (!has_scenario(*state.project, scenario)) continue;
        const auto before = known ? known->results.find(scenario) : state.results.end();
        // What was known of a scenario that had gone went with it.
        const bool is_known = known && before != known->results.end() && before->second == results && has_scenario(*known->project, scenario);
        if (!is_known) changes.results.push_back(results.get());
    }
    if (!known || known->view != state.view) changes.map_view = map_view_to_text(state.view);
    return changes;
}

bool same_edits(const EditedState& a, const EditedState& b) {
    const bool same_project = a.project == b.project || (same_inputs(*a.project, *b.project) && same_rules(*a.project, *b.project));
    return same_project && a.results == b.results && same_look(a.view, b.view);
}

void remove_database(const fs::path& file) {
    std::error_code ignored;
    // The journal last: a database without its journal could be half of a change.
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + suffix, ignored);
}

fs::path set_work_aside(const fs::path& work, const fs::path& file) {
    std::string moment = timestamp();
    std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
    std::error_code error;
    for (int n = 1;; ++n) {
        const std::string name = fmt::format("{}.unsaved-{}{}.gpkg", file.stem().string(), moment, n > 1 ? fmt::format("-{}", n) : "");
        const fs::path aside = file.parent_path() / name;
        if (fs::exists(fs::symlink_status(aside, error))) continue;
        fs::rename(work, aside, error);
        return error ? fs::path{} : aside;
    }
}

}  // namespace geo::storage
