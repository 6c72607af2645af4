#include "geo/density/splat.hpp"

#include "geo/density/row_blocks.hpp"

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
    sum_row_blocks(grid, scale, values, threads, progress, [&](const Plane& plane) {
        const Box centres{0.5, plane.row + 0.5, plane.columns - 0.5, plane.row + plane.rows - 0.5};
        points.each_near(centres.grown(bandwidth), [&](std::span<const CellPoint> near) {
            for (const CellPoint& p : near) {
                for (int k = 0; k < plane.rows; ++k) {
                    const double dy = plane.row + k + 0.5 - p.y, square = bandwidth * bandwidth - dy * dy;
                    if (square <= 0) continue;
                    const double half = std::sqrt(square), x = p.x - 0.5;
                    const int begin = static_cast<int>(std::clamp(std::ceil(x - half), 0.0, 1.0 * plane.columns));
                    const int end = static_cast<int>(std::clamp(std::floor(x + half) + 1, 0.0, 1.0 * plane.columns));
                    if (begin < end) add(plane.at(k) + begin, end - begin, begin - x, dy, p.weight, bandwidth);
                }
            }
        });
    });
}

}  // namespace geo
