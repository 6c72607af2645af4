#pragma once

#include "app/pages/sheet.hpp"
#include "geo/model/hazard.hpp"

namespace app {

/// What sheets are made of: project and results with their map, and the density of the hazard reports, where there are any that count.
/// @param heat  how the density is made; null: no heat
/// @throws geo::InvalidInput  settings that cannot be @throws geo::Cancelled
SheetSource sheet_source(std::shared_ptr<const geo::Project> project, std::shared_ptr<const geo::Results> results, const geo::HeatSettings* heat, int threads = 0,
                         const geo::Progress& progress = {});

}  // namespace app
