#include "geo/checks/certificate.hpp"
#include "geo/core/parallel.hpp"
#include "geo/checks/recheck.hpp"
#include "geo/checks/ring_checks.hpp"
#include "geo/checks/site_checks.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace geo {
namespace {

void gather(Recheck& into, std::vector<Tally>& tallies) {
    for (Tally& tally : tallies) {
        into.rings += tally.rings, into.ring_edges += tally.ring_edges, into.pairs += tally.pairs,
            into.rows += tally.rows;
        std::ranges::move(tally.differences, std::back_inserter(into.differences));
    }
}

std::map<std::string, std::size_t> positions(std::span<const Compound> compounds) {
    std::map<std::string, std::size_t> result;
    for (std::size_t i = 0; i < compounds.size(); ++i) result.emplace(compounds[i].id, i);
    return result;
}

void check_compounds(const Results& stored, std::span<const Compound> compounds, Recheck& result) {
    std::set<std::string> has_ground;
    for (const Ground& ground : stored.grounds) has_ground.insert(ground.compound);
    for (const Compound& compound : compounds) {
        if (has_ground.contains(compound.id)) continue;
        result.differences.push_back(
            {"compound-missing", "compound", compound.id,
             say("小区 {} 在输入中，但没有存下的结果（应有 1 条，实有 0 条）。请重新运行 zones。",
                 "Compound {} is among the inputs but has no stored result (1 expected, 0 found). Run "
                 "`zones` again.",
                 compound.id)});
    }
}

Finding unknown(std::string_view where, const std::string& feature, const std::string& compound) {
    return {"compound-unknown", std::string{where}, feature,
            say("存下的结果属于小区 {}，但输入中没有它。请重新运行 zones。",
                "A stored result belongs to compound {}, which is not among the inputs. Run `zones` again.", compound)};
}

}  // namespace

Recheck recheck(const Results& stored, std::span<const Compound> compounds, std::span<const Kept> kept,
                double setback_m, const CrsName& crs, double tolerance_m, int threads, const Progress& progress) {
    Recheck result;
    result.sites = stored.sites.size();
    const std::vector<double> scale = scales(compounds, crs);
    const std::map<std::string, std::size_t> position = positions(compounds);
    const Surroundings surroundings{kept, scale.empty() ? 1.0 : std::ranges::max(scale)};
    std::vector<EdgeSet> edges;
    edges.reserve(kept.size());
    double greatest_accuracy_m = 0.0;
    for (const Kept& k : kept) {
        edges.emplace_back(k.obstacle->shape);
        greatest_accuracy_m = std::max(greatest_accuracy_m, k.obstacle->accuracy_m);
    }
    const Terrain terrain{kept, surroundings, edges, greatest_accuracy_m, setback_m, tolerance_m};

    check_compounds(stored, compounds, result);
    std::vector<Tally> of_grounds(stored.grounds.size());
    in_parallel(stored.grounds.size(), threads, progress.part(0.0, 0.8), [&](std::size_t i) {
        const Ground& ground = stored.grounds[i];
        const auto it = position.find(ground.compound);
        if (it == position.end()) return of_grounds[i].add(unknown("compound", ground.compound, ground.compound));
        of_grounds[i] = check_ground(ground, compounds[it->second], scale[it->second], terrain);
    });
    gather(result, of_grounds);

    std::map<std::string, const Zone*> zones;
    for (const Ground& ground : stored.grounds)
        for (const Zone& zone : ground.zones) zones.emplace(zone.id, &zone);
    std::map<std::string, std::vector<const ClearanceRow*>> rows;
    for (const Site& site : stored.sites) rows[site.id];
    for (const ClearanceRow& row : stored.clearances) {
        if (const auto it = rows.find(row.site_id); it != rows.end()) {
            it->second.push_back(&row);
            continue;
        }
        result.differences.push_back(
            {"row-extra", "clearances", row.site_id,
             say("证明表中有点位 {} 与障碍 {} 的一行（应有 {:.6f} m、实有 {:.6f} m），但没有这个点位。请重新运行 "
                 "plan。",
                 "The certificate has a row of site {} and obstacle {} ({:.6f} m needed, {:.6f} m measured), "
                 "but there is no such site. Run `plan` again.",
                 row.site_id, row.obst_id, row.need_m, row.have_m)});
    }
    std::vector<Tally> of_sites(stored.sites.size());
    in_parallel(stored.sites.size(), threads, progress.part(0.8, 1.0), [&](std::size_t i) {
        const Site& site = stored.sites[i];
        const auto it = position.find(site.compound);
        if (it == position.end()) return of_sites[i].add(unknown("sites", site.id, site.compound));
        const double k = scale[it->second];
        const auto zone = zones.find(site.zone_id);
        Tally place = check_place(site, zone == zones.end() ? nullptr : zone->second, k, tolerance_m);
        of_sites[i] = check_rows(site, rows.at(site.id), surroundings.in_reach(site.outline, k), tolerance_m);
        of_sites[i].differences.insert(of_sites[i].differences.begin(), place.differences.begin(),
                                       place.differences.end());
    });
    gather(result, of_sites);
    return result;
}

}  // namespace geo
