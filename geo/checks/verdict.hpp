#pragma once

#include "geo/model/results.hpp"
#include "geo/rules/row_verdict.hpp"

#include <span>

namespace geo {

/// @param scale grid metres per ground metre @return have_m is infinite where either is empty
Measured measure(const Shape& ground, const Kept& kept, double scale);

/// The verdict of a site: that of its rows `together`; at best 待核实 when the site leaves the robust ring, has no aisle, or
/// nothing was measured at all.
///
/// @param rows  the obstacles in reach and the governing one, in any order
Verdict site_verdict(const Site& site, std::span<const Measured> rows);

}  // namespace geo
