#pragma once

#include "app/cli/console.hpp"
#include "geo/report/pilot.hpp"
#include "geo/report/plan.hpp"
#include "geo/scenario/totals.hpp"

#include <nlohmann/json_fwd.hpp>

namespace app {

/// What a plan came to, as `plan`, `zones`, `site` and `scenario run` give it.
nlohmann::json to_json(const geo::Totals& totals);
/// The same in two sentences. @param with_sites  false where only zones were made
void tell_plan(const Console& console, const geo::Totals& totals, double seconds, bool with_sites);

nlohmann::json to_json(const geo::Pilot& pilot, int asked);
void tell_pilot(const Console& console, const geo::Pilot& pilot);

}  // namespace app
