#pragma once

#include "geo/density/banded_points.hpp"
#include "geo/density/instructions.hpp"

namespace geo {

/// The density of the triangular kernel, 1 − distance / bandwidth, cell by cell. Cost: points × cells that each reaches.
///
/// @param bandwidth  cells
/// @param scale      what a sum of weight × (1 − …) is multiplied by to become the value of a cell
/// @param values     rows × columns of the grid
void splat_cones(const BandedPoints& points, double bandwidth, double scale, const RasterGrid& grid, std::span<float> values,
                 Instructions instructions, int threads, const Progress& progress);

}  // namespace geo
