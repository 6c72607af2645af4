#pragma once

#include "geo/units/planning_units.hpp"
#include "geo/units/split_tree.hpp"

#include <span>
#include <vector>

namespace geo::units {

/// What the steps know about the buildings.
struct Town {
    std::span<const MultiPolygon> buildings;
    std::vector<Box> boxes;
    std::vector<double> m2;
    std::vector<Item> items;  ///< of buildings that have an area; of large ones an item a part
};

Town town_of(std::span<const MultiPolygon> buildings, const UnitLimits& limits);

}  // namespace geo::units
