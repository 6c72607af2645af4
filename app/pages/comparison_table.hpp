#pragma once

#include "app/pages/page_table.hpp"
#include "geo/scenario/comparison.hpp"

namespace app {

/// Indicators of scenarios: value, difference, percent and reading of each against the first; a bar where there are only two.
PageTable indicator_table(const PageWords& words, std::span<const geo::Indicator> indicators, const std::vector<std::string>& scenarios);

/// Rules whose numbers differ.
PageTable rule_table(const PageWords& words, std::span<const geo::RuleDifference> rules);

/// `A`, `B` …
QString letter_of(std::size_t scenario);

}  // namespace app
