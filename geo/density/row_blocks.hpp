#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/raster.hpp"

#include <functional>
#include <span>

namespace geo {

/// Rows that are worked on together.
inline constexpr int block_rows = 8;

/// Calls `work` with the first row of every block, on several threads; the order is not defined. @throws Cancelled
void each_row_block(int rows, int threads, const Progress& progress, const std::function<void(int)>& work);

/// One number a cell: `rows` rows from `row` on, all columns of the grid.
struct Plane {
    int row, rows, columns;
    double* cells;
    double* at(int k) const { return cells + static_cast<std::size_t>(k) * static_cast<std::size_t>(columns); }
};

/// Makes the values of every block of rows: `add` adds to cells that are zero, and what stands there then is multiplied by `scale`. @throws Cancelled
void sum_row_blocks(const RasterGrid& grid, double scale, std::span<float> values, int threads, const Progress& progress,
                    const std::function<void(const Plane&)>& add);

}  // namespace geo
