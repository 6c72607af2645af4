#pragma once

#include "app/pages/plan_facts.hpp"

namespace app {

/// The density of hazard reports over the whole project, in bands with their numbers, and the compounds by urgency. Empty without a density.
std::vector<Sheet> heat_sheets(const PlanFacts& facts);

}  // namespace app
