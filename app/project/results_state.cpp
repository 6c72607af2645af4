#include "app/project/results_state.hpp"

#include "geo/scenario/scenario_rules.hpp"

#include <algorithm>
#include <cassert>

namespace app {

const geo::Scenario& scenario_of(const geo::Project& project, const std::string& name) {
    const auto found = std::ranges::find(project.scenarios, name, &geo::Scenario::name);
    assert(found != project.scenarios.end());
    return *found;
}

ResultsState results_state(const OpenProject& project, const std::string& scenario) {
    const ResultsData results = project.results(scenario);
    if (!results || results->grounds.empty()) return ResultsState::Missing;
    if (results->basis.empty()) return ResultsState::Unknown;
    const geo::Project& data = *project.project();
    return results->basis == geo::basis_of(data.packs, scenario_of(data, scenario), data.inputs.strips) ? ResultsState::Fresh : ResultsState::Stale;
}

}  // namespace app
