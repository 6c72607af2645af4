#pragma once

#include "tests/geo/zones/random_compound.hpp"

#include <filesystem>
#include <string>

namespace geo::testing {

/// Planning units of the buildings of a real place, each near the origin, with the clearances of `cn-base` for sheds.
std::vector<RandomCompound> place_compounds(const std::filesystem::path& file, const std::string& layer);

}  // namespace geo::testing
