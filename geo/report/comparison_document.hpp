#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"
#include "geo/scenario/comparison.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// Whether a scenario has results, and of the rules that it has now.
enum class RunState { None, Current, Stale };
/// @param basis  of its results; nothing: it has none. Empty, of an earlier program, which did not note it: they count as they are
RunState run_state(const Project& project, const Scenario& scenario, const std::optional<std::string>& basis);

/// Several scenarios of a project side by side: the first is what the others are measured against.
struct Comparison {
    std::string file;  ///< the project's
    std::shared_ptr<const Project> project;
    std::vector<Scenario> scenarios;                      ///< two at least
    std::vector<std::shared_ptr<const Results>> results;  ///< of each
    // What comes of them.
    std::vector<RunState> states;
    std::vector<Indicator> indicators;
    std::vector<ScenarioChanges> changes;  ///< of the first and each further one
    std::vector<Finding> findings;         ///< results of other rules, ground that was not computed
};

/// Works out what comes of the scenarios. @throws RuleError  a pack is missing @throws GeometryError @throws Cancelled
void compare(Comparison& comparison, int threads = 0, const Progress& progress = {});

/// The document `anchong/compare/1`.
nlohmann::json to_document(const Comparison& comparison);

/// Of one scenario: name, pack, zone type, assumed distances beside the pack's, state of its results.
nlohmann::json to_document(const Project& project, const Scenario& scenario, RunState state);

/// What the pack says of each rule that a scenario assumes otherwise; nothing where it is not in the project, or has no such rule.
std::map<std::string, std::optional<double>> pack_distances(const Project& project, const Scenario& scenario);

/// The document as a file, complete or absent. @throws OutputError
void write_comparison(const std::filesystem::path& file, const Comparison& comparison, bool overwrite);

/// The same as a workbook: scenarios, indicators, sites, ground and rules that differ, each a sheet. @throws OutputError
void write_comparison_workbook(const std::filesystem::path& file, const Comparison& comparison, bool overwrite);

}  // namespace geo
