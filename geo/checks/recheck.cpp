#include "geo/checks/recheck.hpp"

#include "geo/checks/duties.hpp"
#include "geo/checks/layout_checks.hpp"
#include "geo/core/parallel.hpp"
#include "geo/rules/accuracy.hpp"

#include <algorithm>
#include <map>

namespace geo {
namespace {

/// Of each site's compound, as stored; whether that is right is compared elsewhere.
std::vector<double> scales_of(const Results& stored) {
    std::map<std::string, double> by_compound;
    for (const Ground& ground : stored.grounds) by_compound.emplace(ground.compound, ground.scale);
    std::vector<double> result;
    for (const Site& site : stored.sites) {
        const auto it = by_compound.find(site.compound);
        result.push_back(it == by_compound.end() ? 1.0 : it->second);
    }
    return result;
}

}  // namespace

Recheck recheck(const Results& stored, const Inputs& inputs, const RulePack& pack, ZoneType type, double tolerance_m,
                int threads, const Progress& progress) {
    std::vector<Finding> of_inputs;  // Listed when the inputs were read; no differences.
    const std::vector<Obstacle> obstacles = obstacles_of(inputs, pack, of_inputs);
    const std::vector<Kept> kept = governing(pack, type, obstacles);
    Recheck result = recheck(stored, compounds_of(inputs, pack), kept, parameter(pack, "setback"), inputs.crs, tolerance_m,
                             threads, progress.part(0.0, 0.9));

    const LayoutLimits limits = layout_limits(pack);
    const std::vector<double> scales = scales_of(stored);
    std::vector<Tally> tallies(stored.sites.size());
    in_parallel(stored.sites.size(), threads, progress.part(0.9, 1.0), [&](std::size_t i) {
        tallies[i] = check_layout(stored.sites[i], limits, scales[i], tolerance_m);
    });
    tallies.push_back(check_neighbours(stored.sites, scales, limits, tolerance_m));
    for (const Ground& ground : stored.grounds) tallies.push_back(check_sum(ground, type));
    const std::vector<CheckRow> duties = duty_rows(stored, inputs, pack, obstacles, type);
    result.checks = duties.size();
    tallies.push_back(check_duties(stored.checks, duties, tolerance_m));
    for (Tally& tally : tallies) std::ranges::move(tally.differences, std::back_inserter(result.differences));
    return result;
}

}  // namespace geo
