#pragma once

#include "geo/model/results.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace geo {

/// What a scenario came to, in numbers.
struct Totals {
    std::size_t compounds = 0, not_computed = 0, without_ground = 0, without_site = 0;
    std::size_t zones = 0, dropped_parts = 0, sites = 0, bays = 0;
    std::size_t complies = 0, to_verify = 0, fails = 0;
    std::size_t fallbacks = 0;  ///< compounds whose ground took another way than the first
    double legal_m2 = 0.0, robust_m2 = 0.0;
    std::map<std::string, std::pair<std::size_t, std::size_t>> by_phase;  ///< sites and bays by phase's id
    std::optional<double> least_margin_m;
};
Totals totals_of(const Results& results);

}  // namespace geo
