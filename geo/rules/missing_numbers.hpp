#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/rule_pack.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace geo {

/// A number that a pack asks for and does not state.
struct MissingNumber {
    std::string id;
    Message text;
    std::string unit;
    std::size_t obstacles = 0;  ///< that wait for it; 0 for parameters
};

/// The numbers without which nothing can be computed from these inputs: every parameter, and of the distances those that an obstacle asks for; by id.
/// @throws RuleError  as `obstacles_of`
std::vector<MissingNumber> missing_numbers(const Inputs& inputs, const RulePack& pack, ZoneType zone);

/// Every parameter that the pack asks for and does not state, by id.
std::vector<MissingNumber> missing_parameters(const RulePack& pack);

/// Those of distance rules, by id. @param counts  obstacles that ask for each
std::vector<MissingNumber> missing_distances(const std::map<const ClearanceRule*, std::size_t>& counts);

/// Lists the numbers, each with the option that sets it. @throws RuleError always
[[noreturn]] void throw_missing(const RulePack& pack, std::span<const MissingNumber> missing);
inline void throw_missing(const RulePack& pack, std::initializer_list<MissingNumber> missing) { throw_missing(pack, std::span{missing.begin(), missing.size()}); }

/// @throws RuleError  listing every one of `missing_numbers`
void require_numbers(const Inputs& inputs, const RulePack& pack, ZoneType zone);

}  // namespace geo
