#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "geo/scenario/totals.hpp"

#include <string>
#include <vector>

namespace geo {

/// A site that one pack's rules gave, whose verdict is another under the other's.
struct Flip {
    std::string site, compound;
    int bays = 0;
    Verdict before = Verdict::ToVerify, after = Verdict::ToVerify;
    ClearanceRow was, because;  ///< what governed, and what governs under the other pack
};

/// What it would change on the ground of a project to go from one pack to another.
struct PackSwitch {
    Totals before, after;         ///< of a plan by each
    std::vector<Flip> flips;      ///< of the sites of the first plan, in its order
    std::size_t sites = 0;        ///< of the first plan
};

/// Plans the project's scenario with either pack, in memory, and judges the sites of the first by the rules of the second: the same ground, other rules.
/// Sites whose verdict stays are not listed. @param scenario  its zone type, dividers and assumed distances hold for both
/// @throws RuleError, Cancelled
PackSwitch switched(const Project& project, const Scenario& scenario, const RulePack& a, const RulePack& b, int threads = 0, const Progress& progress = {});

}  // namespace geo
