#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <span>

namespace geo {

/// Ground of one compound on which a charging zone may stand, with its legal and robust rings.
///
/// A zone is a connected part of the boundary polygon less every obstacle grown by its clearance. Clearances are ground metres; they
/// are multiplied by the compound's scale factor. Parts that hold no circle of the least width are dropped and counted.
/// Every ring is certified: each edge against each obstacle in reach by the exact distance, and the area identity.
///
/// @param kept  obstacles in reach (others are skipped), each with what it needs, in the working CRS
/// @return largest zone first; `is_computed` false with a reason where no way gave a certified result
Ground candidate_zones(const Compound& compound, std::span<const Kept> kept, const CrsName& crs, ZoneType type,
                       const RulePack& pack);

/// All compounds, in parallel; results in input order whatever the number of threads.
/// @param threads  0: as many as the machine has
/// @throws Cancelled
std::vector<Ground> all_candidate_zones(std::span<const Compound> compounds, std::span<const Kept> kept, const CrsName& crs,
                                        ZoneType type, const RulePack& pack, int threads = 0, const Progress& progress = {});

}  // namespace geo
