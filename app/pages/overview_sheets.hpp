#pragma once

#include "app/pages/plan_facts.hpp"

namespace app {

/// For each phase with sites (last: those in none) a map of the whole project with that phase's compounds marked, and their table.
std::vector<Sheet> overview_sheets(const PlanFacts& facts);

}  // namespace app
