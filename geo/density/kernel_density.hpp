#pragma once

#include "geo/core/progress.hpp"
#include "geo/density/instructions.hpp"
#include "geo/model/hazard.hpp"
#include "geo/model/raster.hpp"

#include <cstdint>
#include <span>

namespace geo {

/// How far a kernel reaches, in bandwidths: 1, but for the Gaussian, which is cut where its tail is below 1e-7 of its peak.
double reach_of(Kernel kernel);

/// Most cells of a grid.
inline constexpr std::size_t most_cells = 500'000'000;

/// The smallest cell, rounded up to two digits, that keeps the grid over a box and one reach beyond it below `most_cells`.
double least_cell(const Box& points, double reach);

/// The grid over a box and one reach beyond it on every side, its corner at a whole number of cells.
/// @throws InvalidInput  empty or not finite; more cells than `most_cells`: says which cell would do
RasterGrid grid_over(const Box& points, double reach, double cell);

/// Bytes that `kernel_density` needs at its greatest, its result included.
std::uint64_t density_bytes(std::size_t points, const RasterGrid& grid, Kernel kernel, double bandwidth, int threads);

/// Kernel density: each point spreads its weight by a kernel whose integral over the plane is 1, so that the sum of cells × cell area is
/// the sum of the weights as far as the grid reaches. Values are weight per square metre of the CRS. Error against the direct sum: below 1e-6
/// of the greatest value.
///
/// @param bandwidth  metres of the CRS, > 0
/// @param threads    0: as many as the machine has; the result does not depend on it
/// @throws InvalidInput  not-finite point, negative weight, bandwidth or cell not positive @throws Cancelled
Raster kernel_density(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, const RasterGrid& grid, int threads = 0,
                      const Progress& progress = {});

/// The same with a certain set of instructions, which this processor must have. The result does not depend on it.
Raster kernel_density(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, const RasterGrid& grid, Instructions instructions,
                      int threads, const Progress& progress = {});

}  // namespace geo
