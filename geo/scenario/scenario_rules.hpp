#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/model/rule_pack.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A pack with the distances that a scenario assumes in the place of the pack's. What is assumed says so: the clause of such a rule is an
/// `assumption` of the scenario, which names the clause that it departs from, so a site it governs is 待核实. Exceptions that rest on a divider go
/// where the scenario builds none of that rating; where it does they need it no more, and groups keep `group.divider_gap` where the pack has it and asks for
/// no more than that rating (`group.divider_h`).
/// @throws RuleError  a rule that the pack has not (names those that are near), a ban, or a distance that is negative, not finite or above 1 km
RulePack with_assumptions(RulePack pack, const Scenario& scenario);

/// The pack of a scenario as text held by the project, with its assumptions. @param packs  of the project, by id
/// @throws RuleError  the project has no such pack, or as above
RulePack pack_of(const std::map<std::string, std::string>& packs, const Scenario& scenario);

/// Distances of the pack that a user means: the one with that id, or, where it ends in `*`, all that begin so, in order of id; bans are left out.
/// @throws RuleError  there is none (names those that are near)
std::vector<std::string> rules_meant(const RulePack& pack, std::string_view id_or_pattern);

/// What results of a scenario rest on besides the layers: hash of the pack's text, zone type, assumed distances and what was decided of presumed
/// ground. Not of its name: a duplicate has the same.
/// Empty when the project has no such pack.
std::string basis_of(const std::map<std::string, std::string>& packs, const Scenario& scenario, const std::map<std::string, StripDecision>& strips = {});

/// A rule that is not the same in two scenarios.
struct RuleDifference {
    std::string rule;
    Message text;
    std::optional<double> a, b;  ///< metres (or the parameter's unit); nothing where the one has no such rule, or asks for the number
    std::string unit = "m";  ///< of both; `share` of exceptions that stand for a part of a distance
};

/// Rules by id whose number, reach or strength differs.
std::vector<RuleDifference> rule_differences(const RulePack& a, const RulePack& b);

}  // namespace geo
