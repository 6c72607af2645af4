#pragma once

#include "geo/model/obstacle.hpp"
#include "geo/rules/pack_file.hpp"

#include <optional>
#include <string>

/// Obstacle classes and packs that the tests of rules speak of.
namespace geo {

inline const RulePack& base() {
    static const RulePack pack = load_pack("cn-base");
    return pack;
}
inline const RulePack& chongqing() {
    static const RulePack pack = load_pack("cn-chongqing-2024");
    return pack;
}

inline ObstacleClass building(FireGrade grade, Origin grade_from, HeightClass height, Origin height_from) {
    return {.role = Role::Building,
            .kind = "building",
            .fire_grade = grade,
            .fire_grade_from = grade_from,
            .height_class = height,
            .height_from = height_from,
            .use = {},
            .quantity = {},
            .voltage_kv = {},
            .pressure_mpa = {}};
}
inline ObstacleClass surveyed(FireGrade grade, HeightClass height) {
    return building(grade, Origin::Surveyed, height, Origin::Surveyed);
}
inline ObstacleClass unknown_building() {
    return building(FireGrade::Unknown, Origin::Unknown, HeightClass::Unknown, Origin::Unknown);
}
inline ObstacleClass of(Role role, std::string kind, std::optional<double> quantity = {}, std::optional<double> kv = {}) {
    return {
        .role = role, .kind = std::move(kind), .use = {}, .quantity = quantity, .voltage_kv = kv, .pressure_mpa = {}};
}
inline ObstacleClass danger(std::string kind, std::optional<double> quantity = {}, std::optional<double> kv = {}) {
    return of(Role::Danger, std::move(kind), quantity, kv);
}

}  // namespace geo
