#pragma once

#include "app/pages/sheet.hpp"
#include "geo/report/comparison_document.hpp"

namespace app {

/// Scenarios of one project side by side; the first is what the others are measured against.
struct ComparedScenarios {
    std::shared_ptr<const geo::Project> project;
    std::vector<std::shared_ptr<const geo::Results>> results;  ///< two at least; the maps show the first two
    std::vector<geo::Indicator> indicators;
    std::shared_ptr<const geo::ScenarioChanges> changes;       ///< of the second against the first
    QString title;                                             ///< of the project
};

/// Two maps of the same ground, what came and what went in colour, the indicators with their differences, and the rules that differ.
/// @throws geo::InvalidInput  fewer than two scenarios, or one that the project has not @throws geo::Cancelled
std::vector<Sheet> comparison_sheets(const ComparedScenarios& compared, const SheetRequest& request, const geo::Progress& progress = {});

/// The same of a comparison that has been worked out.
std::vector<Sheet> comparison_sheets(const geo::Comparison& comparison, const SheetRequest& request, const geo::Progress& progress = {});

}  // namespace app
