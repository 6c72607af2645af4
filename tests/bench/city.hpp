#pragma once

#include "geo/geometry/shapes.hpp"

#include <cstdint>
#include <vector>

namespace bench {

struct CityBuilding {
    geo::Polygon outline;
    int floors = 0;  ///< 0: not known
};

/// A made-up city in metres of a plane: streets 200 to 290 m apart that cross in blocks of four corners, one to three walled compounds in each, and in those rows of
/// slabs (with stairwells, with wings), towers and sheds. Vertices are whole millimetres, as surveys have them.
struct City {
    std::vector<geo::Line> streets;
    std::vector<double> street_widths_m;
    std::vector<geo::Polygon> compounds;
    std::vector<CityBuilding> buildings;
};

/// Compounds of one size, whatever the count: a city of ten times as many buildings has ten times as many compounds. The same at every call.
City generated_city(std::size_t building_count, std::uint64_t seed, geo::Point origin);

}  // namespace bench
