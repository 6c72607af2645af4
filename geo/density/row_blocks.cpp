#include "geo/density/row_blocks.hpp"

#include "geo/core/parallel.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <vector>

namespace geo {

void each_row_block(int rows, int threads, const Progress& progress, const std::function<void(int)>& work) {
    const auto blocks = static_cast<std::size_t>((rows + block_rows - 1) / block_rows);
    in_parallel(blocks, threads, progress, [&](std::size_t block) { work(static_cast<int>(block) * block_rows); });
}

void sum_row_blocks(const RasterGrid& grid, double scale, std::span<float> values, int threads, const Progress& progress,
                    const std::function<void(const Plane&)>& add) {
    const auto columns = static_cast<std::size_t>(grid.columns);
    tbb::enumerable_thread_specific<std::vector<double>> scratch;
    each_row_block(grid.rows, threads, progress, [&](int row) {
        const int rows = std::min(block_rows, grid.rows - row);
        std::vector<double>& sums = scratch.local();
        sums.assign(columns * static_cast<std::size_t>(rows), 0.0);
        add({row, rows, grid.columns, sums.data()});
        std::ranges::transform(sums, values.begin() + static_cast<std::ptrdiff_t>(columns * static_cast<std::size_t>(row)),
                               [scale](double sum) { return static_cast<float>(sum * scale); });
    });
}

}  // namespace geo
