#pragma once

#include "geo/geometry/shapes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace test {

/// Buildings and roads of a real place, repaired, in the working CRS of the place.
struct RealTown {
    std::vector<geo::MultiPolygon> buildings;
    std::vector<geo::Line> roads;
};

/// @param file  GeoPackage below the folder ANCHONG_REAL_DATA names
/// @return nothing when ANCHONG_REAL_DATA is not set
std::optional<RealTown> real_town(const std::string& file);

}  // namespace test
