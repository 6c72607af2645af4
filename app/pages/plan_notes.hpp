#pragma once

#include "app/pages/plan_facts.hpp"

namespace app {

/// How distances are measured, what the numbers rest on, and what was assumed: of one compound and its sites.
std::vector<geo::Message> compound_notes(const PlanFacts& facts, const geo::Compound& compound, const std::vector<const geo::Site*>& sites, double grid_m);

/// Notes that every sheet of the project has: accuracy of the sources, coordinates, origin of the data.
geo::Message accuracy_note(const geo::Inputs& inputs);
geo::Message coordinates_note(const geo::Inputs& inputs, double grid_m);
std::optional<geo::Message> origin_note(const geo::Inputs& inputs);

}  // namespace app
