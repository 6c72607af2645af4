#pragma once

#include "geo/core/message.hpp"
#include "geo/model/rule_pack.hpp"

namespace geo {

/// Which obstacles a rule speaks of, in words: `building, multi-storey, grade one or two`, `power line, over 10 to 35 kV`.
Message described(const ObstacleMatch& match);

/// A use of buildings by its code: `住宅`, `dwellings`.
Message use_words(const std::string& use);

}  // namespace geo
