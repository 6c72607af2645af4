#pragma once

#include "geo/core/handover.hpp"
#include "geo/core/progress.hpp"

#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cstddef>
#include <mutex>

namespace geo {

/// Calls `work(i)` for 0 ≤ i < count on several threads; reports one after another, never falling.
/// @param threads  0: as many as the machine has @throws Cancelled, or what `work` throws
template <typename Work>
void in_parallel(std::size_t count, int threads, const Progress& progress, Work&& work) {
    std::mutex reporting;
    std::size_t done = 0;
    static Handover begun, ended;  // found without a look into what is handed over
    progress.at(0.0);
    // TBB has no more workers than the machine has cores, and complains on standard error when asked for more.
    tbb::task_arena arena{threads > 0 ? std::min(threads, tbb::info::default_concurrency())
                                      : tbb::task_arena::automatic};
    arena.execute([&] {
        const auto one = [&](std::size_t i) {
            begun.take();
            work(i);
            {
                const std::scoped_lock lock{reporting};
                progress.at(static_cast<double>(++done) / static_cast<double>(count));
            }
            ended.give();
        };
        begun.give();
        tbb::parallel_for(std::size_t{0}, count, one, tbb::simple_partitioner{});
    });
    ended.take();
    progress.at(1.0);
}

}  // namespace geo
