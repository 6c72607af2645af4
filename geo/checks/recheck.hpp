#pragma once

#include "geo/core/finding.hpp"
#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

namespace geo {

/// What a recomputation of stored results from the inputs found.
struct Recheck {
    std::size_t rings = 0, ring_edges = 0, pairs = 0, sites = 0, rows = 0;  ///< how much was measured
    std::vector<Finding> differences;  ///< every breach of a ring or site, and every row that differs; empty when all holds
};

/// Measures every edge of every stored legal and robust ring against every obstacle (box-filtered, exact distance) and that no ring
/// holds an obstacle or leaves its compound; that every site lies inside its zone; and that certificate rows, verdicts,
/// governing rules and margins equal their recomputation. Uses neither the zone engine nor the bay layout.
///
/// @param tolerance_m  what rereading from a file may cost, 1e-6 m
Recheck recheck(const Results& stored, const Inputs& inputs, const RulePack& pack, ZoneType type, double tolerance_m = 1e-6,
                int threads = 0, const Progress& progress = {});

}  // namespace geo
