#pragma once

#include "geo/io/edited_project.hpp"
#include "geo/io/project_tables.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace geo::storage {

/// Where the unsaved edits of a project are kept: a hidden file beside it.
std::filesystem::path working_copy_of(const std::filesystem::path& file);

/// What a project file holds, as a hash. What programs change by merely looking at a GeoPackage (the journal mode) does not count.
/// @throws SourceError when it cannot be read
std::string content_of(const std::filesystem::path& file);

/// Notes that a working copy bears until it is saved: `base` and, while that happens, `saving` (contents as above).
using WorkNotes = std::map<std::string, std::string>;
void set_notes(const std::filesystem::path& work, const std::filesystem::path& target, const WorkNotes& notes);
WorkNotes notes_of(const std::filesystem::path& work);
void drop_notes(const std::filesystem::path& work, const std::filesystem::path& target);

/// What has to be written where `known` is to become `state`; everything when nothing is known. Points into `state`.
Changes changes_to(const EditedState* known, const EditedState& state);

/// Whether a project has a scenario that it did not have before.
bool brings_scenario_back(const Project& before, const Project& now);

/// Whether two states hold the same edits; where the map stands is none.
bool same_edits(const EditedState& a, const EditedState& b);

/// Removes a SQLite file and what lies beside it.
void remove_database(const std::filesystem::path& file);

/// Renames a file to a free name that says what it is: `town.unsaved-20261122T083000Z.gpkg`. @return that name; empty where it failed
std::filesystem::path set_work_aside(const std::filesystem::path& work, const std::filesystem::path& file);

}  // namespace geo::storage
