#pragma once

#include "geo/checks/verdict.hpp"
#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <span>
#include <vector>

namespace geo {

/// Certificate rows of one site: every obstacle within need + 10 m, and always the governing one (smallest margin, then
/// rule id, then obstacle id); sorted by margin, then obstacle id. None when no obstacle is given. Verdicts as
/// `row_verdict` says.
///
/// @param scale  grid metres per ground metre
std::vector<ClearanceRow> clearance_rows(const Site& site, std::span<const Kept> near_by, double scale);

/// The same from what was measured.
std::vector<ClearanceRow> clearance_rows(const Site& site, std::span<const Measured> in_reach);

/// Recomputes rows for all sites from the inputs, in the sites' order, and writes verdict, governing rule and margin
/// into each site as `site_verdict` says.
///
/// @param threads  0: as many as the machine has
/// @throws InvalidInput a site of a compound that is not given @throws CrsError @throws Cancelled
std::vector<ClearanceRow> certify(std::vector<Site>& sites, std::span<const Compound> compounds,
                                  std::span<const Kept> kept, const CrsName& crs, int threads = 0,
                                  const Progress& progress = {});

/// Grid metres per ground metre at the centre of each compound's box, in the same order; 1 where a boundary is empty.
std::vector<double> scales(std::span<const Compound> compounds, const CrsName& crs);

/// Writes verdict, governing rule and margin. @param in_reach  tightest first
void judge(Site& site, std::span<const Measured> in_reach);

}  // namespace geo
