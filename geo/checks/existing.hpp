#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/existing.hpp"
#include "geo/model/inputs.hpp"
#include "geo/rules/requirement.hpp"

namespace geo {

/// Judges every existing charging facility (role `charging`, but those whose status says removed) by a pack as if it were a site: each
/// obstacle within need + 10 m and the governing one is a row, measured from the facility's outline, or from the point where it is drawn as one.
///
/// - Rows are judged as a site's (`judged`, `together`); here the position of the facility is uncertain too, so that its accuracy is added to the obstacle's.
/// - A facility drawn as a point is at best 待核实: how far its ground reaches is not known.
/// - A facility is no obstacle to itself. Facilities of a compound that stand nearer than the pack's gap between groups are one group: within
///   the greatest group they ask no distance of one another (`one-group`), above it the gap is breached, and where bays are unknown that is to be verified.
/// - The compound is the one that holds it; the boundary's setback counts where the pack has one.
///
/// Finding codes: `one-group`, `on-building`, `across-boundary`, `outside-compounds`, `too-near-boundary`, `drawn-as-point`.
/// @param inputs  with their scale factors taken at the facility's compound, or at the facility where it has none
/// @throws RuleError  kinds or classes that the code list or the pack does not cover, or numbers it does not state @throws CrsError @throws Cancelled
ExistingFacilities check_existing(const Inputs& inputs, const RulePack& pack, ZoneType type, int threads = 0, const Progress& progress = {});

}  // namespace geo
