#pragma once

#include "app/pages/plan_facts.hpp"

namespace app {

/// The drawing of one compound: its map, a detail of each site, tables and notes, on as many pages as they take.
/// @param position  of the compound among all, from 1
std::vector<Sheet> compound_sheets(const PlanFacts& facts, const geo::Compound& compound, int position, const DimensionLines& dimensions);

}  // namespace app
