#pragma once

#include "tests/geo/zones/random_compound.hpp"

#include <filesystem>

namespace geo::testing {

/// Planning units of a real place, from the layer `buildings` of its file, each near the origin, with the clearances of `cn-base` for sheds.
std::vector<RandomCompound> place_compounds(const std::filesystem::path& file);

}  // namespace geo::testing
