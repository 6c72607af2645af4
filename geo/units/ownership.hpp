#pragma once

#include "geo/geometry/box_index.hpp"
#include "geo/units/convex.hpp"

#include <span>
#include <vector>

namespace geo::units {

/// Whether two buildings share ground deeper than half a centimetre: party walls do not count.
bool overlap(const MultiPolygon& a, const MultiPolygon& b);

/// Whether a segment meets a box.
bool meets(const Box& box, Point a, Point b);

/// Buildings whose outlines are drawn into the mosaic, because a boundary would cut them.
struct Drawn {
    std::vector<std::size_t> buildings;  ///< ascending
    std::vector<int> owner;              ///< by drawn building: the cell that gets it whole, or `nobody`: cells cut it
};

/// @param cell_of   by building: the cell of its inner point; `nobody` when it is no whole item
/// @param crossing  by building: whether a cut or a block's edge may cross it
/// @param m2        by building: area
Drawn drawn_buildings(std::span<const MultiPolygon> buildings, const BoxIndex& index, std::span<const Box> boxes,
                      std::span<const double> m2, std::span<const int> cell_of, const std::vector<bool>& crossing);

}  // namespace geo::units
