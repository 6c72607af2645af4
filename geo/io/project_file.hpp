#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"

#include <filesystem>
#include <map>
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
};

/// Writes a new project: one GeoPackage with every input layer under its role's name, tables `anchong_project`, `anchong_provenance`,
/// `anchong_findings`, `anchong_rules`, `anchong_scenarios`, and empty result tables. Written beside its place and renamed: complete or absent.
/// @throws OutputError  not writable, disk full, or exists and not `overwrite`
void create_project(const std::filesystem::path& file, const Project& project, bool overwrite);

/// @throws SourceError missing or no GeoPackage @throws InvalidInput a GeoPackage but no project, or of a newer version
Project read_project(const std::filesystem::path& file);

/// Results of one scenario; empty tables give empty results.
Results read_results(const std::filesystem::path& file, const std::string& scenario);

/// Replaces the results of one scenario: on a copy that then takes the file's place. Two writers at once: the second waits or
/// fails with a clear error, neither loses the other's work silently.
/// @throws OutputError
void replace_results(const std::filesystem::path& file, const Results& results);

}  // namespace geo
