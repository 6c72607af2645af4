#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace geo {

/// What a layer is in the plan (one role a layer).
enum class Role {
    Compound, Building, Combustible, Danger, FireLane, AerialSite, Exit, Gate, Hydrant, Utility, PowerSource, NoBuild,
    Consent, Path, Charging, Hazard, Area, Background
};

enum class FieldType { Text, Integer, Real };

/// One attribute of a role, as named in the project, in exports (at most 10 bytes) and in `--map ROLE.field=column`.
struct Field {
    std::string_view name;
    FieldType type;
    std::string_view unit;  ///< `m`, `kV` …; empty for none
};

/// A role's fixed facts.
struct RoleInfo {
    Role role;
    std::string_view name;  ///< `fire_lane`: layer name in projects and exports, word on the command line
    std::string_view zh;
    std::string_view en;
    bool takes_points, takes_lines, takes_areas;
    std::span<const Field> fields;  ///< besides `id` and `name`, which every role has
};

std::span<const RoleInfo> roles();  ///< in the order of the enum
const RoleInfo& role_info(Role role);
std::optional<Role> role_named(std::string_view name);

/// Position of a field among `role_info(role).fields`; nothing when the role has no such field.
std::optional<std::size_t> field_index(Role role, std::string_view name);

}  // namespace geo
