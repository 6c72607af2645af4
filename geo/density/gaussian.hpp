#pragma once

#include "geo/density/banded_points.hpp"
#include "geo/density/instructions.hpp"

namespace geo {

/// The density of the Gaussian kernel, exp(−distance² / 2 deviation²), cut at `reach`.
///
/// Both narrow and wide ones are products of a factor by column and one by row. A wide one is the convolution of a narrow one, by which the
/// points are spread over the cells, and of the rest, by which the cells are blurred along rows and along columns: sampled at the
/// cells that differs from the direct sum by less than 1e-8 of the greatest value. Cost: points × a few dozen cells, plus cells × reach.
///
/// @param deviation  cells
/// @param scale      what a sum of weight × exp(…) is multiplied by to become the value of a cell
/// @param values     rows × columns of the grid
void gaussian_density(std::span<const WeightedPoint> points, double deviation, double reach_in_deviations, double scale,
                      const RasterGrid& grid, std::span<float> values, Instructions instructions, int threads, const Progress& progress);

/// Bytes beside the result.
std::uint64_t gaussian_bytes(std::size_t points, double deviation, double reach_in_deviations, const RasterGrid& grid);

}  // namespace geo
