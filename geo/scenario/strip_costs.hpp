#pragma once

#include "geo/model/results.hpp"
#include "geo/rules/presumed_ground.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo {

/// What it costs to confirm a piece of presumed ground.
struct StripCost {
    std::optional<double> legal_m2;  ///< legal ground of the results that it covers, ground square metres; nothing once it is confirmed: the legal ground keeps off it
    std::vector<std::string> sites;  ///< ids of sites whose bays stand on it, in the results' order
};

/// Of each ground, alone, in the same order; nothing is lost by what is dismissed. Where two overlap, both cost what they share.
std::vector<StripCost> strip_costs(std::span<const PresumedPlace> grounds, const Results& results);

}  // namespace geo
