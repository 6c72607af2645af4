#include "geo/density/row_blocks.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <mutex>

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

}  // namespace geo
