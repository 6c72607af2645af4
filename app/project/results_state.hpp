#pragma once

#include "app/project/open_project.hpp"

#include <string>

namespace app {

/// How the results of a scenario stand to its rules.
enum class ResultsState {
    Missing,  ///< never run
    Stale,    ///< the rules were changed since
    Unknown,  ///< made before it was noted by which rules
    Fresh
};

/// @pre a project is open that has the scenario
ResultsState results_state(const OpenProject& project, const std::string& scenario);

/// @pre the project has it
const geo::Scenario& scenario_of(const geo::Project& project, const std::string& name);

}  // namespace app
