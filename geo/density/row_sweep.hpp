#pragma once

#include "geo/density/banded_points.hpp"
#include "geo/density/instructions.hpp"

namespace geo {

/// The density of kernels that are a power of 1 − (distance / bandwidth)²: 0 uniform, 1 Epanechnikov, 2 quartic; exact but for rounding.
///
/// Along a row such a kernel is a polynomial of the column between the two ends of a chord. Its coefficients are added where the chord
/// begins and taken away where it ends; summed up from west to east they give the polynomial that holds at each cell. Eight rows go
/// together. After T. N. Chan et al., "SLAM: Efficient Sweep Line Algorithms for Kernel Density Visualization", SIGMOD 2022.
/// Cost: points × rows that each reaches, plus cells.
///
/// @param bandwidth  cells
/// @param scale      what a sum of weight × (1 − …)^power is multiplied by to become the value of a cell
/// @param values     rows × columns of the grid
void sweep_rows(const BandedPoints& points, int power, double bandwidth, double scale, const RasterGrid& grid, std::span<float> values,
                Instructions instructions, int threads, const Progress& progress);

/// Bytes that a thread works in.
std::uint64_t sweep_bytes(int columns, double bandwidth);

}  // namespace geo
