#pragma once

#include <array>
#include <string_view>

namespace geo {

constexpr int newest_pack_version = 1;

/// Words of a pack's file, by the value of the enum; what is unknown has none.
constexpr std::array<std::string_view, 6> height_names{"", "multi_storey", "podium", "high_two", "high_one", "super"};
constexpr std::array<std::string_view, 5> facade_names{"", "few_openings", "protected", "blank", "firewall"};

}  // namespace geo
