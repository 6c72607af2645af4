#include "app/panels/compounds/compound_rows.hpp"

#include <algorithm>
#include <unordered_map>

namespace app {
namespace {

void take(CompoundRow& row, const geo::Ground& ground) {
    using enum CompoundRow::State;
    row.state = !ground.is_computed ? NotComputed : ground.zones.empty() ? NoGround : NoSite;
    row.reason = ground.reason;
    row.zones = static_cast<int>(ground.zones.size());
    for (const geo::Zone& zone : ground.zones) {
        row.legal_m2 += zone.legal_m2;
        row.robust_m2 += zone.robust_m2;
    }
}

void take(CompoundRow& row, const geo::Site& site) {
    row.state = CompoundRow::State::Sited;
    ++row.sites;
    row.bays += site.bay_count;
    row.worst = std::max(row.worst, site.verdict);
}

}  // namespace

std::vector<CompoundRow> compound_rows(const geo::Project& project, const geo::Results& results) {
    std::vector<CompoundRow> rows;
    const auto& phases = project.phasing.compounds;
    std::unordered_map<std::string, std::size_t> row_of;
    for (const geo::Layer& layer : project.inputs.layers) {
        if (layer.role != geo::Role::Compound) continue;
        for (const geo::Feature& feature : layer.features) {
            row_of.emplace(feature.id, rows.size());
            const geo::Box box = geo::box_of(feature.shape);
            const auto phase = phases.find(feature.id);
            rows.push_back({.id = feature.id, .name = feature.name, .box = box, .inside = box.centre(),
                            .households = geo::number_of(layer.role, feature, "households"),
                            .phase = phase == phases.end() ? std::string{} : phase->second});
        }
    }
    for (const geo::Ground& ground : results.grounds)
        if (const auto it = row_of.find(ground.compound); it != row_of.end()) take(rows[it->second], ground);
    for (const geo::Site& site : results.sites)
        if (const auto it = row_of.find(site.compound); it != row_of.end()) take(rows[it->second], site);
    return rows;
}

}  // namespace app
