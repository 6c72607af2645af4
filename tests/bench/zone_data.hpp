#pragma once

#include "geo/zones/candidate_zones.hpp"
#include "tests/geo/zones/random_compound.hpp"

#include <string>
#include <vector>

namespace bench {

/// What the zone step is given for one compound, near the origin.
using Yard = geo::testing::RandomCompound;

/// Compounds of the zone tests' generator, seeds 1 to `count`.
std::vector<Yard> generated_yards(int count);

/// A yard as the zone step of a plan is given it.
struct WholeCompound {
    geo::Compound compound;
    std::vector<geo::Obstacle> obstacles;
    std::vector<geo::Kept> kept;  ///< point to the obstacles
    geo::RulePack pack;           ///< `cn-base` with the yard's setback

    explicit WholeCompound(const Yard& yard);
    WholeCompound(const WholeCompound&) = delete;
    geo::Ground zones() const;
};

/// Planning units of the 5,438 buildings of Shenzhen's Nanshan with the clearances of `cn-base` for sheds.
/// @return empty when ANCHONG_REAL_DATA is not set
std::vector<Yard> shenzhen_yards();

}  // namespace bench
