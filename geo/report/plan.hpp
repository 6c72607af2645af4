#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"
#include "geo/model/results.hpp"

#include <span>

namespace geo {

/// Steps of a plan that a run computes anew.
enum class Steps {
    Zones,  ///< zones only; sites are dropped, as their ground changed
    Sites,  ///< bays and verdicts on the zones there are
    Both
};

/// The scenario of that name. @throws InvalidInput  naming those there are
const Scenario& scenario_named(const Project& project, const std::string& name);

/// Zones, sites, certificate, duties and verdicts of one scenario, from the project's inputs and its stored rules.
/// @param known  results there are already: `Steps::Sites` builds on their zones, and sites on the ground of one that was put into a phase by hand stay in it
/// @throws RuleError, InvalidInput (no zones to build on, or made by other rules), Cancelled
Results make_plan(const Project& project, const std::string& scenario, Steps steps, const Results& known, int threads = 0,
                  const Progress& progress = {});

/// What is to be known of duties that are not kept: how many, and where; nothing where all are, or cannot be told.
std::optional<Finding> failing_duties(std::span<const CheckRow> rows);

}  // namespace geo
