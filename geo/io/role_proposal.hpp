#pragma once

#include "geo/model/role.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo::reading {

/// Kinds of geometry that occur in a layer.
struct GeometryKinds {
    bool points = false, lines = false, areas = false;

    bool any() const { return points || lines || areas; }
};

/// Whether a role takes one of the kinds; none known (an empty layer) fits every role.
bool takes(Role role, GeometryKinds kinds);

/// The role that a layer most likely plays, by the words in its names and its geometry, else by its columns; nothing when neither tells.
/// @param names     the layer's, then the file's; the first that tells wins
/// @param is_table  without geometry: coordinates stand in columns
std::optional<Role> proposed_role(const std::vector<std::string>& names, GeometryKinds kinds, const std::vector<std::string>& columns, bool is_table);

}  // namespace geo::reading
