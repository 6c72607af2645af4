#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/phase.hpp"
#include "geo/model/results.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// All of a project but its results.
struct Project {
    std::string name;
    Inputs inputs;
    std::vector<Finding> findings;             ///< of the import
    std::map<std::string, std::string> packs;  ///< pack id → folded pack as text (`pack_to_text`)
    std::vector<Scenario> scenarios;
    Phasing phasing = standard_phasing();
};

/// Writes a new project: one GeoPackage with every input layer under its role's name, tables `anchong_project`, `anchong_provenance`,
/// `anchong_findings`, `anchong_rules`, `anchong_scenarios`, `anchong_assumptions`, `anchong_phases`, `anchong_compound_phases`, `anchong_strips`, and empty `anchong_layouts`
/// and result tables. A role's columns are `id, name`, its fields, `is_hull`,
/// `layer_no` (row of the provenance) and `source` (`source_row` for hazards, which have a field `source`). Written beside its place and
/// renamed: complete or absent.
/// @throws OutputError  not writable, disk full, or exists and not `overwrite`
void create_project(const std::filesystem::path& file, const Project& project, bool overwrite);

/// Changes no byte of the file; sees what another program (QGIS) has saved but not yet merged into it.
/// @throws SourceError missing or no GeoPackage @throws InvalidInput a GeoPackage but no project, or of a newer version
Project read_project(const std::filesystem::path& file);

/// Results of one scenario, as they were written; empty tables give empty results. @throws as read_project
Results read_results(const std::filesystem::path& file, const std::string& scenario);

/// `Results::basis` of every scenario that has results, without reading them. @throws as read_project
std::map<std::string, std::string> read_bases(const std::filesystem::path& file);

/// How a part of the window is laid out, as JSON: `map` is a `MapView`. Nothing where none was saved, as in projects made by the command line.
/// @throws as read_project
std::optional<std::string> read_layout(const std::filesystem::path& file, const std::string& key);

/// Replaces the results of one scenario: on a copy that then takes the file's place. Two writers at once: the second waits or
/// fails with a clear error, neither loses the other's work silently. The same content gives the same bytes, however often results
/// were replaced before.
/// @throws OutputError  not writable, disk full, or another program has the file open @throws as read_project
void replace_results(const std::filesystem::path& file, const Results& results);

/// Parts of a project that take the place of those it has; what is null or empty stays.
struct ProjectParts {
    const Project* read = nullptr;          ///< as it was when the rules below were made of it
    const Project* rules = nullptr;         ///< packs, scenarios, phases and what was decided of strips
    std::vector<std::string> dropped{};     ///< scenarios that are no more: their results go too
    std::vector<const Results*> results{};  ///< one a scenario
};

/// All of them at once or none, as replace_results.
/// @throws OutputError  besides: somebody changed the rules since `read`
void replace_parts(const std::filesystem::path& file, const ProjectParts& parts);

}  // namespace geo
