#pragma once

#include "app/pages/page_table.hpp"
#include "app/pages/plan_facts.hpp"

namespace app {

/// Sites by verdict (the worst first), then by margin: the order of details.
std::vector<const geo::Site*> most_critical_first(std::vector<const geo::Site*> sites);

PageTable site_table(const PlanFacts& facts, const std::vector<const geo::Site*>& sites);
/// Certificate rows of sites, the tightest first.
PageTable clearance_table(const PlanFacts& facts, const std::vector<const geo::Site*>& sites);

}  // namespace app
