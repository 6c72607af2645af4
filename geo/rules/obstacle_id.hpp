#pragma once

#include "geo/core/message.hpp"
#include "geo/model/obstacle.hpp"

#include <string>
#include <string_view>

namespace geo {

/// The id of an obstacle that is part of a feature: `B12#firewall`, `B12#footprint`. Walls of which nothing is known have the feature's own.
std::string id_of_walls(const std::string& feature, Facade facade);
std::string id_of_footprint(const std::string& feature);

/// The feature that an obstacle's id names, by which layers are searched: `B12`. Ids of features may hold `#` themselves (`3#`).
std::string_view feature_of_obstacle(std::string_view id);

/// What part of it is meant, `防火墙` / `firewall`; empty where the whole is.
Message part_of_obstacle(std::string_view id);

}  // namespace geo
