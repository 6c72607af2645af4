#pragma once

#include "app/project/open_project.hpp"
#include "geo/core/progress.hpp"
#include "geo/scenario/comparison.hpp"

#include <string>
#include <vector>

namespace app {

/// What of a project is compared: the first scenario with the second, and further ones with the first.
struct ToCompare {
    ProjectData project;
    std::vector<std::string> scenarios;  ///< at least two, each once
    std::vector<ResultsData> results;    ///< of them

    bool operator==(const ToCompare&) const = default;
};

std::vector<geo::Indicator> indicators_side_by_side(const ToCompare& what);

/// Rules by which the first two differ; empty where one of their packs cannot be read.
struct RulesApart {
    std::vector<geo::RuleDifference> rules;
    std::vector<geo::Message> what;  ///< which obstacles each speaks of, in words
};
RulesApart rules_apart(const ToCompare& what);

/// Ground and sites in which the first two differ, with the rules. Null where one has not been run. @throws geo::GeometryError @throws geo::Cancelled
std::shared_ptr<const geo::ScenarioChanges> changes_of(const ToCompare& what, const geo::Progress& progress);

}  // namespace app
