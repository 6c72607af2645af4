#pragma once

#include "geo/core/progress.hpp"

#include <functional>

namespace geo {

/// Rows that are worked on together.
inline constexpr int block_rows = 8;

/// Calls `work` with the first row of every block, on several threads; the order is not defined. @throws Cancelled
void each_row_block(int rows, int threads, const Progress& progress, const std::function<void(int)>& work);

}  // namespace geo
