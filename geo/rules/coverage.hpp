#pragma once

#include "geo/model/rule_pack.hpp"

#include <vector>

namespace geo {

/// Obstacle classes that a folded pack leaves without a rule: one message a kind, with the zone types and classes
/// concerned, in the order of the code list.
std::vector<Message> bare_classes(const RulePack& pack);

}  // namespace geo
