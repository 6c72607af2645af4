#pragma once

#include "geo/core/message.hpp"
#include "geo/model/rule_pack.hpp"

namespace geo {

/// Which obstacles a rule speaks of, in words: `building, multi-storey, grade one or two`, `power line, over 10 to 35 kV`.
Message described(const ObstacleMatch& match);

}  // namespace geo
