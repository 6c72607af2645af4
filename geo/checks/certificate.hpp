#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <span>
#include <vector>

namespace geo {

/// Certificate rows of one site: every obstacle within need + 10 m, and always the governing one; sorted by margin, then id.
std::vector<ClearanceRow> clearance_rows(const Site& site, std::span<const Kept> near_by, double scale);

/// Recomputes rows for all sites from the inputs, and writes verdict, governing rule and margin into each site.
///
/// A row 不符合 when have < need; 待核实 when the margin is below the obstacle's accuracy, the number is `unverified` or an
/// `assumption`, or it rests on a derived attribute; else 符合. A site takes its worst row, where rows of other than the governing
/// obstacle count as 待核实 only for accuracy or derivation.
std::vector<ClearanceRow> certify(std::vector<Site>& sites, std::span<const Compound> compounds, std::span<const Kept> kept,
                                  const CrsName& crs, int threads = 0, const Progress& progress = {});

}  // namespace geo
