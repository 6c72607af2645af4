#include "geo/rules/coverage.hpp"

#include "geo/rules/obstacle_kinds.hpp"
#include "geo/rules/requirement.hpp"

#include <array>

namespace geo {
namespace {

constexpr std::array<ZoneType, 4> zone_types{ZoneType::OpenAir, ZoneType::Shed, ZoneType::ChargingCabinet,
                                             ZoneType::SwapCabinet};

/// The classes of a kind whose covering tells that all are covered: with attributes unknown every value is asked for,
/// except the contradictory grades of surveyed high-rises.
std::vector<ObstacleClass> classes_of(const ObstacleKind& kind) {
    const Role role = kind.roles.front();
    const ObstacleClass unknown{
        .role = role, .kind = kind.code, .use = {}, .quantity = {}, .voltage_kv = {}, .pressure_mpa = {}};
    std::vector<ObstacleClass> classes{unknown};
    if (role != Role::Building) return classes;
    for (const FireGrade grade : {FireGrade::Three, FireGrade::Four})
        for (const HeightClass height : {HeightClass::HighTwo, HeightClass::HighOne, HeightClass::Super}) {
            ObstacleClass surveyed = unknown;
            surveyed.fire_grade = grade, surveyed.fire_grade_from = Origin::Surveyed;
            surveyed.height_class = height, surveyed.height_from = Origin::Surveyed;
            classes.push_back(surveyed);
        }
    return classes;
}

}  // namespace

std::vector<Message> bare_classes(const RulePack& pack) {
    std::vector<Message> result;
    for (const ObstacleKind& kind : obstacle_kinds())
        for (const ObstacleClass& what : classes_of(kind)) {
            std::string zones;
            for (const ZoneType zone : zone_types)
                if (requirements(pack, zone, what).empty())
                    zones += (zones.empty() ? "" : ", ") + std::string{zone_type_name(zone)};
            if (zones.empty()) continue;
            const Message words = described(what);
            const Message where = say("规则包 {}：{} 类型的停放充电区没有规则管到：",
                                      "rule pack {}: for zones of type {} no rule covers ", pack.id, zones);
            result.push_back({where.zh + words.zh, where.en + words.en});
        }
    return result;
}

}  // namespace geo
