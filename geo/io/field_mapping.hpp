#pragma once

#include "geo/model/role.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geo::reading {

/// Which columns of a source give which fields of a role; columns by their position.
struct FieldMapping {
    std::vector<std::optional<std::size_t>> fields;  ///< as `role_info(role).fields`
    std::vector<std::size_t> ids;                    ///< the first that is filled gives the id
    std::optional<std::size_t> name;
    std::vector<std::pair<std::string, std::size_t>> tags;  ///< OSM keys that make up `kind`, the first that is filled
    std::optional<std::pair<std::size_t, std::size_t>> xy;  ///< of tables
    std::optional<std::size_t> building;  ///< of a table of hazards without coordinates: the building each belongs to
    bool is_osm = false;
    std::string json;  ///< role field → source column
};

/// Maps columns as the user says, the rest by known names.
/// @param is_table  without geometry: coordinates are sought
/// @param where     file name, for messages
/// @throws InvalidInput  a column or field of the user's mapping does not exist: lists those that do
FieldMapping map_fields(Role role, const std::vector<std::string>& columns, const std::map<std::string, std::string>& wanted,
                        bool is_table, const std::string& where);

/// Names as a message lists them; a dash for none.
std::string listed(const std::vector<std::string>& names);

/// The column that the user means: its name, or that in other case, or cut as a DBF does.
std::optional<std::size_t> column_named(const std::vector<std::string>& columns, const std::string& name);

/// The column that says what a point counts for, by known names.
std::optional<std::size_t> weight_column(const std::vector<std::string>& columns);

/// The one layer whose name says that it holds the role; nothing when none or several do.
std::optional<std::size_t> layer_by_name(Role role, const std::vector<std::string>& layers);

}  // namespace geo::reading
