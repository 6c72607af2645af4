#include "geo/report/existing.hpp"

#include "geo/report/plan.hpp"
#include "geo/rules/missing_numbers.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <algorithm>

namespace geo {

ExistingFacilities existing_of(const Project& project, const std::string& scenario, int threads, const Progress& progress) {
    const Scenario& chosen = scenario_named(project, scenario);
    const RulePack pack = pack_of(project.packs, chosen);
    require_numbers(project.inputs, pack, chosen.zone_type);
    ExistingFacilities existing = check_existing(project.inputs, pack, chosen.zone_type, threads, progress);
    existing.scenario = scenario;
    return existing;
}

bool has_existing(const Inputs& inputs) {
    return std::ranges::any_of(inputs.layers, [](const Layer& layer) { return layer.role == Role::Charging && !layer.features.empty(); });
}

}  // namespace geo
