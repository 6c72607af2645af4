#pragma once

#include "geo/core/finding.hpp"
#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

namespace geo {

/// What a recomputation of stored results from the inputs found.
struct Recheck {
    std::size_t rings = 0, ring_edges = 0;
    std::size_t pairs = 0;  ///< ring edges × edges of obstacles or boundaries that were measured exactly
    std::size_t sites = 0, rows = 0;
    std::size_t checks = 0;  ///< rows of duties
    /// Every breach of a ring or site, and every row that differs, by compound and then by site; empty when all holds.
    /// Codes: `ring-too-close`, `ring-holds-obstacle`, `ring-outside`, `ring-crosses-itself`, `ring-broken`,
    /// `area-differs`, `scale-differs`, `compound-missing`, `compound-unknown`, `site-outside-zone`,
    /// `bay-outside-site`, `row-differs`, `row-missing`, `row-extra`, `verdict-differs`, `check-differs`.
    std::vector<Finding> differences;
};

/// Measures every edge of every stored legal and robust ring against every obstacle (box-filtered, exact distance) and
/// that no ring holds an obstacle, crosses itself or leaves its compound; that every site lies inside its zone; and
/// that certificate rows, verdicts, governing rules, margins and the rows of duties equal their recomputation. Uses neither the zone engine
/// nor the bay layout.
///
/// A robust ring keeps clearance + accuracy from obstacles and setback + the boundary's accuracy from the boundary.
///
/// @param tolerance_m  what rereading from a file may cost, 1e-6 m
/// @throws RuleError  kinds or classes that the code list or the pack does not cover @throws CrsError @throws Cancelled
Recheck recheck(const Results& stored, const Inputs& inputs, const RulePack& pack, ZoneType type,
                double tolerance_m = 1e-6, int threads = 0, const Progress& progress = {});

/// The same, once the requirements are known.
/// @param setback_m  from the compounds' boundaries, ground metres
Recheck recheck(const Results& stored, std::span<const Compound> compounds, std::span<const Kept> kept,
                double setback_m, const CrsName& crs, double tolerance_m = 1e-6, int threads = 0,
                const Progress& progress = {});

}  // namespace geo
