#include "geo/model/rule_pack.hpp"

#include <array>

namespace geo {
namespace {
constexpr std::array<std::string_view, 4> zone_types{"open_air", "shed", "charging_cabinet", "swap_cabinet"};
constexpr std::array<std::string_view, 4> statuses{"verified", "secondary", "unverified", "assumption"};
}  // namespace

std::string_view zone_type_name(ZoneType type) { return zone_types[static_cast<std::size_t>(type)]; }

std::optional<ZoneType> zone_type_named(std::string_view name) {
    for (std::size_t i = 0; i < zone_types.size(); ++i)
        if (zone_types[i] == name) return static_cast<ZoneType>(i);
    return std::nullopt;
}

std::string_view status_name(Status status) { return statuses[static_cast<std::size_t>(status)]; }

std::optional<Status> status_named(std::string_view name) {
    for (std::size_t i = 0; i < statuses.size(); ++i)
        if (statuses[i] == name) return static_cast<Status>(i);
    return std::nullopt;
}

std::string_view strength_name(Strength strength) { return strength == Strength::Must ? "must" : "should"; }

std::optional<Strength> strength_named(std::string_view name) {
    if (name == "must") return Strength::Must;
    if (name == "should") return Strength::Should;
    return std::nullopt;
}

std::string Clause::label() const { return number.empty() ? source : source + " " + number; }

}  // namespace geo
