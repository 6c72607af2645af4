#pragma once

#include "geo/model/results.hpp"
#include "geo/zones/ground_taken.hpp"

#include <map>
#include <string>
#include <vector>

namespace geo {

/// The rules that a scenario would have with zones of each other type, and with dividers of each rating by which its pack asks for less.
/// @throws RuleError  as `pack_of`
std::vector<OtherRules> other_rules(const std::map<std::string, std::string>& packs, const Scenario& scenario);

/// What the rules of a scenario take of its compounds' ground. @throws RuleError  as `pack_of`, `require_numbers` and `Takings`
Takings takings_of(const Inputs& inputs, const std::map<std::string, std::string>& packs, const Scenario& scenario);

}  // namespace geo
