#include "geo/density/row_blocks.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <mutex>
#include <vector>

namespace geo {

void each_row_block(int rows, int threads, const Progress& progress, const std::function<void(int)>& work) {
    const int blocks = (rows + block_rows - 1) / block_rows;
    int done = 0;
    std::mutex reporting;
    tbb::task_arena arena{threads > 0 ? threads : tbb::task_arena::automatic};
    arena.execute([&] {
        tbb::parallel_for(tbb::blocked_range<int>{0, blocks, 1}, [&](const auto& range) {
            for (int block = range.begin(); block != range.end(); ++block) {
                work(block * block_rows);
                const std::scoped_lock lock{reporting};
                progress.at(static_cast<double>(++done) / blocks);
            }
        });
    });
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
