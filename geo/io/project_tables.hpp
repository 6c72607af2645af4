#pragma once

#include "geo/io/gpkg_file.hpp"
#include "geo/io/project_file.hpp"
#include "geo/io/results_table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo::storage {

// Tables of a project besides its input layers, rules and results.
Table project_table(const Project& project);
Table layouts_table(const std::map<std::string, std::string>& layouts);

/// What `anchong_project` says. @throws InvalidInput  a GeoPackage but no project, or of a newer version
std::map<std::string, std::string> project_facts(const GpkgReader& reader, const std::filesystem::path& file);

/// Empty where the project is older than the table.
std::map<std::string, std::string> stored_layouts(const GpkgReader& reader);
/// Rows of one result table; none where the project is older than the table. @param filter  SQL condition; empty for all
std::vector<Row> stored_rows(const GpkgReader& reader, ResultTable table, const std::string& filter);

/// Parts of a project file that others take the place of; what is null or empty stays as it is. Points into what was changed, which must
/// outlive it.
struct Changes {
    const Project* inputs = nullptr;      ///< input layers and findings of the import
    const Project* rules = nullptr;       ///< packs, scenarios, phases and what was decided of strips
    std::vector<std::string> dropped{};   ///< scenarios that are no more: their results go too
    std::vector<const Results*> results{};  ///< one a scenario
    std::optional<std::string> map_view{};  ///< JSON

    bool empty() const { return is_small() && !rules && !map_view; }
    /// Only tables of a few rows.
    bool is_small() const { return !inputs && dropped.empty() && results.empty(); }
};

/// The project that is in `work` with the changes, in a new file, which has the tables that earlier programs did not write. The same content gives the same bytes, however often and in whichever order
/// parts were changed before.
/// @param work  a copy of the project that may be spoilt
/// @throws OutputError naming `target`, or as read_project
void write_changed(const std::filesystem::path& work, const std::filesystem::path& file, const std::filesystem::path& target, const Changes& changes);

/// The changes made inside a project file, in one transaction: all of them or none.
/// @return false, and nothing has changed, where an earlier program made the file and it lacks a table
/// @pre changes.is_small() @throws as write_changed
bool change_in_place(const std::filesystem::path& file, const std::filesystem::path& target, const Changes& changes);

}  // namespace geo::storage
