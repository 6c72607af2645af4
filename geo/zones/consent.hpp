#pragma once

#include "geo/model/inputs.hpp"
#include "geo/model/results.hpp"

#include <span>

namespace geo {

/// Writes into each zone which consent ground (greens, parking) and roads it covers and whose consent that needs:
/// `绿地(业主委员会);道路`, in alphabetical order.
void mark_consent(std::span<Ground> grounds, const Inputs& inputs);

}  // namespace geo
