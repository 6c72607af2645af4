#include "geo/scenario/totals.hpp"

#include "geo/zones/free_ground.hpp"

#include <algorithm>
#include <set>

namespace geo {

Totals totals_of(const Results& results) {
    Totals sum;
    std::set<std::string> with_site;
    for (const Site& site : results.sites) {
        with_site.insert(site.compound);
        sum.bays += static_cast<std::size_t>(site.bay_count);
        auto& [sites, bays] = sum.by_phase[site.phase];
        ++sites;
        bays += static_cast<std::size_t>(site.bay_count);
        if (site.margin_m) sum.least_margin_m = std::min(sum.least_margin_m.value_or(*site.margin_m), *site.margin_m);
        (site.verdict == Verdict::Complies ? sum.complies : site.verdict == Verdict::Fails ? sum.fails : sum.to_verify) += 1;
    }
    sum.sites = results.sites.size();
    sum.compounds = results.grounds.size();
    for (const Ground& ground : results.grounds) {
        sum.zones += ground.zones.size();
        sum.dropped_parts += static_cast<std::size_t>(ground.dropped_parts);
        if (!ground.is_computed) ++sum.not_computed;
        if (ground.is_computed && ground.zones.empty()) ++sum.without_ground;
        if (ground.is_computed && ground.way != first_way) ++sum.fallbacks;
        if (!with_site.contains(ground.compound)) ++sum.without_site;
        for (const Zone& zone : ground.zones) sum.legal_m2 += zone.legal_m2, sum.robust_m2 += zone.robust_m2;
    }
    return sum;
}

}  // namespace geo
