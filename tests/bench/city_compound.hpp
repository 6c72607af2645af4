#pragma once

#include "data/samples/dice.hpp"
#include "tests/bench/city.hpp"

#include <array>

namespace bench {

using Quad = std::array<geo::Point, 4>;  ///< counter-clockwise from the south-west

/// Walls round the ground, sometimes with a corner cut off, and what stands inside: slabs in rows, or towers, and sheds.
void add_compound(City& city, const Quad& ground, samples::Dice& dice);

}  // namespace bench
