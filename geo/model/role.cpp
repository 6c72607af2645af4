#include "geo/model/role.hpp"

#include <algorithm>
#include <array>

namespace geo {
namespace {

using enum FieldType;

constexpr Field compound_fields[] = {{"households", Integer, ""}, {"ebikes", Integer, ""}, {"company", Text, ""},
                                     {"built_year", Integer, ""}, {"derived", Integer, ""}};
constexpr Field building_fields[] = {{"floors", Integer, ""}, {"height", Real, "m"},       {"fire_grade", Text, ""},
                                     {"structure", Text, ""}, {"use", Text, ""},           {"households", Integer, ""},
                                     {"blank_wall", Text, ""}, {"built_year", Integer, ""}, {"part", Text, ""},
                                     {"part_of", Text, ""}, {"material", Text, ""}};
constexpr Field kind_quantity_fields[] = {{"kind", Text, ""}, {"quantity", Real, ""}};
constexpr Field danger_fields[] = {{"kind", Text, ""}, {"quantity", Real, ""}, {"voltage", Real, "kV"}, {"pressure", Real, "MPa"}};
constexpr Field width_fields[] = {{"width", Real, "m"}};
constexpr Field aerial_fields[] = {{"building", Text, ""}, {"surveyed", Integer, ""}};
constexpr Field exit_fields[] = {{"building", Text, ""}};
constexpr Field gate_fields[] = {{"compound", Text, ""}};
constexpr Field utility_fields[] = {{"kind", Text, ""}, {"voltage", Real, "kV"}, {"pressure", Real, "MPa"}};
constexpr Field power_fields[] = {{"kind", Text, ""}, {"capacity", Real, "kVA"}};
constexpr Field kind_fields[] = {{"kind", Text, ""}};
constexpr Field consent_fields[] = {{"kind", Text, ""}, {"owner", Text, ""}};
constexpr Field path_fields[] = {{"kind", Text, ""}, {"width", Real, "m"}};
constexpr Field charging_fields[] = {{"bays", Integer, ""}, {"status", Text, ""}};
constexpr Field hazard_fields[] = {{"date", Text, ""}, {"type", Text, ""}, {"severity", Text, ""}, {"status", Text, ""}, {"source", Text, ""}};
constexpr Field area_fields[] = {{"unit", Text, ""}};

constexpr std::array<RoleInfo, 18> all{{
    {Role::Compound, "compound", "小区", "compound", false, false, true, compound_fields},
    {Role::Building, "building", "建筑", "building", false, false, true, building_fields},
    {Role::Combustible, "combustible", "可燃物", "combustible", true, true, true, kind_quantity_fields},
    {Role::Danger, "danger", "危险源", "danger", true, true, true, danger_fields},
    {Role::FireLane, "fire_lane", "消防车道", "fire lane", false, true, true, width_fields},
    {Role::AerialSite, "aerial_site", "登高操作场地", "aerial-operation area", false, false, true, aerial_fields},
    {Role::Exit, "exit", "安全出口", "exit", true, false, false, exit_fields},
    {Role::Gate, "gate", "小区出入口", "gate", true, false, false, gate_fields},
    {Role::Hydrant, "hydrant", "消火栓", "hydrant", true, false, false, {}},
    {Role::Utility, "utility", "管线", "utility line", true, true, false, utility_fields},
    {Role::PowerSource, "power_source", "配电", "power source", true, false, false, power_fields},
    {Role::NoBuild, "no_build", "禁建地", "no-build ground", false, false, true, kind_fields},
    {Role::Consent, "consent", "须同意用地", "consent ground", false, false, true, consent_fields},
    {Role::Path, "path", "道路", "path", false, true, false, path_fields},
    {Role::Charging, "charging", "现有充电设施", "existing charging facility", true, false, true, charging_fields},
    {Role::Hazard, "hazard", "隐患", "hazard report", true, false, false, hazard_fields},
    {Role::Area, "area", "社区", "area", false, false, true, area_fields},
    {Role::Background, "background", "底图", "background", true, true, true, {}},
}};

}  // namespace

std::span<const RoleInfo> roles() { return all; }

const RoleInfo& role_info(Role role) { return all[static_cast<std::size_t>(role)]; }

std::optional<Role> role_named(std::string_view name) {
    const auto it = std::ranges::find(all, name, &RoleInfo::name);
    if (it == all.end()) return std::nullopt;
    return it->role;
}

std::optional<std::size_t> field_index(Role role, std::string_view name) {
    const auto fields = role_info(role).fields;
    const auto it = std::ranges::find(fields, name, &Field::name);
    if (it == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(it - fields.begin());
}

}  // namespace geo
