#pragma once

#include "geo/checks/surroundings.hpp"
#include "geo/checks/tally.hpp"
#include "geo/model/results.hpp"

namespace geo {

/// Checks that a stored site's measured ground lies in the rings it claims (legal; robust when `in_robust`), and its
/// bays in that ground.
/// @param zone  the stored zone of the site's `zone_id`; null when there is none
Tally check_place(const Site& site, const Zone* zone, double scale, double tolerance_m);

/// Compares a stored site's verdict, governing rule and margin, and its certificate rows, with their recomputation.
/// @param stored  the rows with this site's id, in any order; their `rule` may be empty (tables need not keep it)
Tally check_rows(const Site& site, std::span<const ClearanceRow* const> stored, std::span<const Measured> in_reach,
                 double tolerance_m);

}  // namespace geo
