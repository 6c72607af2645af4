#pragma once

#include "app/cli/scenario_report.hpp"
#include "geo/scenario/comparison.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace app {

/// Several scenarios of a project side by side: the first is what the others are measured against.
struct Comparison {
    std::string file;
    geo::Project project;
    std::vector<geo::Scenario> scenarios;
    std::vector<State> states;
    std::vector<geo::Results> results;
    std::vector<geo::Indicator> indicators;
    std::vector<geo::ScenarioChanges> changes;  ///< of the first and each further one
    std::vector<geo::Finding> findings;
};

/// The document `anchong/compare/1`.
nlohmann::json to_json(const Comparison& comparison);

/// The indicators as lines, and what changed, in words.
void tell(const Console& console, const Comparison& comparison);

}  // namespace app
