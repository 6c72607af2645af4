#pragma once

#include "geo/geometry/repair.hpp"
#include "geo/model/inputs.hpp"

#include <span>
#include <string>
#include <vector>

namespace geo::reading {

/// One sentence for a repaired, hulled or dropped feature; nothing for `Repair::Kind::None`.
/// @param number  1-based place in the file
std::vector<Finding> repair_finding(const Repair& repair, const std::string& shown, std::int64_t number);

/// Pairs of compounds that share ground, in order.
std::vector<Finding> overlap_findings(std::span<const Compound> compounds, const CrsName& crs);

/// Buildings that no compound touches: one finding.
std::vector<Finding> outside_findings(std::span<const Compound> compounds, std::span<const Layer* const> layers);

/// Layers whose features lie far from the compounds (or, without any, from the first layer).
std::vector<Finding> far_findings(std::span<const Layer* const> layers);

}  // namespace geo::reading
