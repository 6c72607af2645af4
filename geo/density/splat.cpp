#include "geo/density/splat.hpp"

#include "geo/density/row_blocks.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// Adds a point's kernel to the `count` cells of a row whose first lies `dx` to the east of it, all `dy` south.
/// Distances are floats, good to 1e-7 of the reach; sums are doubles.
ANCHONG_INLINE void add_cone(double* sums, int count, double dx, double dy, double weight, double bandwidth) {
    const auto first = static_cast<float>(dx), dy2 = static_cast<float>(dy * dy);
    const auto slope = static_cast<float>(1 / bandwidth);
    for (int i = 0; i < count; ++i) {
        const float x = first + static_cast<float>(i);
        const float height = 1.0F - std::sqrt(x * x + dy2) * slope;
        sums[i] += weight * static_cast<double>(height > 0 ? height : 0.0F);
    }
}

void add_plain(double* sums, int count, double dx, double dy, double w, double h) { add_cone(sums, count, dx, dy, w, h); }
ANCHONG_AVX2 void add_avx2(double* sums, int count, double dx, double dy, double w, double h) { add_cone(sums, count, dx, dy, w, h); }
ANCHONG_AVX512 void add_avx512(double* sums, int count, double dx, double dy, double w, double h) { add_cone(sums, count, dx, dy, w, h); }

}  // namespace

void splat_cones(const BandedPoints& points, double bandwidth, double scale, const RasterGrid& grid, std::span<float> values,
                 Instructions instructions, int threads, const Progress& progress) {
    const auto add = instructions == Instructions::Avx512 ? add_avx512 : instructions == Instructions::Avx2 ? add_avx2 : add_plain;
    const auto columns = static_cast<std::size_t>(grid.columns);
    tbb::enumerable_thread_specific<std::vector<double>> scratch;
    each_row_block(grid.rows, threads, progress, [&](int row) {
        const int rows = std::min(block_rows, grid.rows - row);
        std::vector<double>& sums = scratch.local();
        sums.assign(columns * static_cast<std::size_t>(rows), 0.0);
        points.each_near(Box{0.5, row + 0.5, grid.columns - 0.5, row + rows - 0.5}.grown(bandwidth), [&](std::span<const CellPoint> near) {
            for (const CellPoint& p : near) {
                for (int k = 0; k < rows; ++k) {
                    const double dy = row + k + 0.5 - p.y, square = bandwidth * bandwidth - dy * dy;
                    if (square <= 0) continue;
                    const double half = std::sqrt(square), x = p.x - 0.5;
                    const int begin = static_cast<int>(std::clamp(std::ceil(x - half), 0.0, 1.0 * grid.columns));
                    const int end = static_cast<int>(std::clamp(std::floor(x + half) + 1, 0.0, 1.0 * grid.columns));
                    double* cells = sums.data() + columns * static_cast<std::size_t>(k) + begin;
                    if (begin < end) add(cells, end - begin, begin - x, dy, p.weight, bandwidth);
                }
            }
        });
        std::ranges::transform(sums, values.begin() + static_cast<std::ptrdiff_t>(columns * static_cast<std::size_t>(row)),
                               [scale](double sum) { return static_cast<float>(sum * scale); });
    });
}

}  // namespace geo
