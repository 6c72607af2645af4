#pragma once

#include "geo/density/kernel_density.hpp"

#include <cstdint>
#include <vector>

namespace geo::testing {

/// Density at one place by the definition: the sum over all points, in doubles. Written without a glance at the fast way.
double brute_force(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, Point at);

/// Points of which most lie in a few clusters, with weights from 0 to 3. The same for the same seed.
std::vector<WeightedPoint> clustered_points(std::size_t count, const Box& box, std::uint32_t seed);

/// Greatest difference between a raster and `brute_force` at some cells drawn by chance, over the greatest value of the raster.
double worst_error(const Raster& raster, std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, int cells, std::uint32_t seed);

/// Sum of the cells × their area.
double integral(const Raster& raster);

Box box_of(std::span<const WeightedPoint> points);

}  // namespace geo::testing
