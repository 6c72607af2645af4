#pragma once

#include "geo/core/progress.hpp"
#include "geo/zones/near_ground.hpp"
#include "geo/zones/remedy.hpp"

#include <span>
#include <vector>

namespace geo {

struct Focus;

/// What a compound has as it is; ground square metres.
struct Now {
    Distances ruled;
    double free_m2 = 0.0, zones_m2 = 0.0, widest_m = 0.0;
    std::size_t zones = 0;
    double least_width_m = 0.0;
};
Now ground_now(const NearGround& ground, const Distances& ruled, const RulePack& pack);

struct RemedyTask {
    const NearGround& ground;
    const RulePack& pack;
    ZoneType type;
    std::span<const OtherRules> others;
    const Now& now;
};

/// Every way that gains at least a zone or makes zones larger, those that free the place asked for first, departures from a recommendation last, then by ground gained. Ways for one obstacle are first
/// measured in its surroundings, and only the best dozen, and those of obstacles that stand against the place, in the whole compound; then the
/// same way for all obstacles together that it concerns, and the scenario's own. Of a wall the one side that gains nearly all is named.
/// @throws GeometryError, Cancelled
std::vector<Remedy> remedies(const RemedyTask& task, const Focus& focus, int threads, const Progress& progress);

}  // namespace geo
