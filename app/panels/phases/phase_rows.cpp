#include "app/panels/phases/phase_rows.hpp"

#include <algorithm>

namespace app {

std::vector<PhaseRow> phase_rows(const geo::Project& project, const geo::Results& results) {
    const geo::Phasing& phasing = project.phasing;
    std::vector<PhaseRow> rows;
    for (const geo::Phase& phase : phasing.phases) rows.push_back({.phase = phase, .box = {}});
    rows.push_back({.phase = {.id = {}}, .box = {}});
    const auto row_of = [&](const std::string& id) -> PhaseRow& {
        const auto found = std::ranges::find(phasing.phases, id, &geo::Phase::id);
        return found == phasing.phases.end() ? rows.back() : rows[static_cast<std::size_t>(found - phasing.phases.begin())];
    };
    for (const geo::Layer& layer : project.inputs.layers) {
        if (layer.role != geo::Role::Compound) continue;
        for (const geo::Feature& compound : layer.features) {
            const auto put = phasing.compounds.find(compound.id);
            PhaseRow& row = row_of(put == phasing.compounds.end() ? std::string{} : put->second);
            ++row.compounds;
            row.box.add(geo::box_of(compound.shape));
        }
    }
    for (const geo::Site& site : results.sites) {
        PhaseRow& row = row_of(site.phase);
        ++row.sites;
        row.bays += site.bay_count;
    }
    return rows;
}

geo::Phasing with_rollout(geo::Phasing phasing) {
    phasing.phases.push_back({.id = geo::phase_id(static_cast<int>(phasing.phases.size()))});
    return phasing;
}

geo::Phasing without_last(geo::Phasing phasing) {
    const std::string id = phasing.phases.back().id;
    phasing.phases.pop_back();
    std::erase_if(phasing.compounds, [&](const auto& put) { return put.second == id; });
    return phasing;
}

}  // namespace app
