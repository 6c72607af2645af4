#pragma once

#include "geo/io/project_file.hpp"

#include <optional>

namespace geo {

/// What is to be known of results whose rules are no longer those of their scenario, or of which it was never noted by which rules they were made. Nothing where
/// they are up to date, or where nothing was computed yet.
std::optional<Finding> staleness(const Project& project, const Results& results);

/// Whether it says that the rules have changed since.
bool tells_of_other_rules(const std::optional<Finding>& staleness);

/// The same for certificates and sheets, which name the clauses of the rules as they are: results of other rules would be given a clause that never asked for
/// their distances. @throws InvalidInput  the rules have changed since
std::optional<Finding> staleness_unless_refused(const Project& project, const Results& results);

}  // namespace geo
