#include "geo/density/gaussian.hpp"

#include "geo/density/row_blocks.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {
namespace {

/// Below this deviation every cell in reach is few; above it, the wide way costs less and samples finely enough.
constexpr double narrow_deviation = 3.0;
/// Variance by which points are spread in the wide way. The sum over cells of the product of two Gaussians of variances v and w
/// differs from the integral by 2 exp(−2π² vw / (v + w)) of it: 3e-9 for v = 1.2 and v + w = 9, less for more.
constexpr double spread_variance = 1.2;

ANCHONG_INLINE void add_multiple(double* to, const double* from, double factor, int count) {
    for (int i = 0; i < count; ++i) to[i] += factor * from[i];
}
void add_plain(double* to, const double* from, double factor, int count) { add_multiple(to, from, factor, count); }
ANCHONG_AVX2 void add_avx2(double* to, const double* from, double factor, int count) { add_multiple(to, from, factor, count); }
ANCHONG_AVX512 void add_avx512(double* to, const double* from, double factor, int count) { add_multiple(to, from, factor, count); }

using Add = void (*)(double* to, const double* from, double factor, int count);

Add add_for(Instructions instructions) {
    return instructions == Instructions::Avx512 ? add_avx512 : instructions == Instructions::Avx2 ? add_avx2 : add_plain;
}

/// Adds weight × exp(−distance² / 2 deviation²) of every point to the cells not farther than `reach` from it along either axis.
void spread(const BandedPoints& points, double deviation, double reach, const Plane& plane, Add add) {
    const double by = -0.5 / (deviation * deviation), change_of_ratio = std::exp(2 * by);
    std::vector<double> factors(static_cast<std::size_t>(2 * reach) + 2);
    const Box centres{0.5, plane.row + 0.5, plane.columns - 0.5, plane.row + plane.rows - 0.5};
    points.each_near(centres.grown(reach), [&](std::span<const CellPoint> near) {
        for (const CellPoint& p : near) {
            const double x = p.x - 0.5, y = p.y - 0.5 - plane.row;
            const int begin = static_cast<int>(std::clamp(std::ceil(x - reach), 0.0, 1.0 * plane.columns));
            const int end = static_cast<int>(std::clamp(std::floor(x + reach) + 1, 0.0, 1.0 * plane.columns));
            const int top = static_cast<int>(std::clamp(std::ceil(y - reach), 0.0, 1.0 * plane.rows));
            const int bottom = static_cast<int>(std::clamp(std::floor(y + reach) + 1, 0.0, 1.0 * plane.rows));
            if (begin >= end || top >= bottom) continue;
            // From cell to cell the factor changes by a ratio, and that by a constant.
            const double dx = begin - x;
            double factor = std::exp(by * dx * dx), ratio = std::exp(by * (2 * dx + 1));
            for (std::size_t i = 0; i < static_cast<std::size_t>(end - begin); ++i, factor *= ratio, ratio *= change_of_ratio) factors[i] = factor;
            for (int k = top; k < bottom; ++k)
                add(plane.at(k) + begin, factors.data(), p.weight * std::exp(by * (k - y) * (k - y)), end - begin);
        }
    });
}

/// The cells that the wide way spreads points over: where points are, as far as they reach the grid.
struct Sheet {
    int column = 0, row = 0, columns = 0, rows = 0;  ///< from the upper left cell of the grid
};

Sheet sheet_of(std::span<const WeightedPoint> points, const RasterGrid& grid, double spread_reach, int taps) {
    Box box;
    for (const WeightedPoint& p : points) box.add(Point{(p.x - grid.corner.x) / grid.cell, (grid.corner.y - p.y) / grid.cell});
    const auto range = [&](double least, double most, int cells) {
        const double from = std::clamp(std::floor(least - spread_reach), -1.0 * taps, 1.0 * cells + taps);
        const double to = std::clamp(std::ceil(most + spread_reach), -1.0 * taps, 1.0 * cells + taps);
        return std::pair{static_cast<int>(from), static_cast<int>(std::max(from, to) - from)};
    };
    const auto [column, columns] = range(box.min_x, box.max_x, grid.columns);
    const auto [row, rows] = range(box.min_y, box.max_y, grid.rows);
    return {column, row, columns, rows};
}

std::size_t cells_of(int rows, int columns) { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns); }

struct Wide {
    double deviation;                ///< of the blur
    double spread_reach;
    int taps;                        ///< on either side of the middle one
    std::vector<double> by_distance; ///< taps + 1

    Wide(double whole, double reach_in_deviations)
        : deviation{std::sqrt(whole * whole - spread_variance)},
          spread_reach{reach_in_deviations * std::sqrt(spread_variance)},
          taps{static_cast<int>(std::ceil(reach_in_deviations * deviation))} {
        for (int i = 0; i <= taps; ++i) by_distance.push_back(std::exp(-0.5 * i * i / (deviation * deviation)));
    }
    double tap(int distance) const { return by_distance[static_cast<std::size_t>(std::abs(distance))]; }
};

void wide(std::span<const WeightedPoint> points, const Wide& way, double scale, const RasterGrid& grid, std::span<float> values, Add add,
          int threads, const Progress& progress) {
    const Sheet sheet = sheet_of(points, grid, way.spread_reach, way.taps);
    if (sheet.columns == 0 || sheet.rows == 0) return;
    const RasterGrid sheet_grid{{grid.corner.x + sheet.column * grid.cell, grid.corner.y - sheet.row * grid.cell},
                                grid.cell, sheet.columns, sheet.rows};
    std::vector<double> cells(cells_of(sheet.rows, sheet.columns));
    {
        const BandedPoints banded{points, sheet_grid, way.spread_reach};
        each_row_block(sheet.rows, threads, progress.part(0.0, 0.4), [&](int row) {
            Plane plane{row, std::min(block_rows, sheet.rows - row), sheet.columns, nullptr};
            plane.cells = cells.data() + cells_of(row, sheet.columns);
            spread(banded, std::sqrt(spread_variance), way.spread_reach, plane, add);
        });
    }

    std::vector<double> blurred(cells_of(sheet.rows, grid.columns));
    each_row_block(sheet.rows, threads, progress.part(0.4, 0.7), [&](int row) {
        for (int y = row; y < std::min(row + block_rows, sheet.rows); ++y) {
            const double* from = cells.data() + cells_of(y, sheet.columns);
            double* to = blurred.data() + cells_of(y, grid.columns);
            const int first = std::max(-way.taps, sheet.column - grid.columns), last = std::min(way.taps, sheet.column + sheet.columns);
            for (int tap = first; tap <= last; ++tap) {
                const int begin = std::max(0, sheet.column - tap), end = std::min(grid.columns, sheet.column + sheet.columns - tap);
                if (begin < end) add(to + begin, from + (begin + tap - sheet.column), way.tap(tap), end - begin);
            }
        }
    });
    cells = {};

    // Some columns at a time, so that what eight rows add up stays near while the rows within reach pass by.
    constexpr int strip = 256;
    each_row_block(grid.rows, threads, progress.part(0.7, 1.0), [&](int row) {
        const int rows = std::min(block_rows, grid.rows - row);
        const int first = std::max(row - way.taps, sheet.row), last = std::min(row + rows - 1 + way.taps, sheet.row + sheet.rows - 1);
        for (int column = 0; column < grid.columns; column += strip) {
            const int width = std::min(strip, grid.columns - column);
            double sums[block_rows][strip] = {};
            for (int y = first; y <= last; ++y) {
                const double* from = blurred.data() + cells_of(y - sheet.row, grid.columns) + column;
                for (int k = std::max(0, y - way.taps - row); k < std::min(rows, y + way.taps - row + 1); ++k)
                    add(sums[k], from, way.tap(y - row - k), width);
            }
            for (int k = 0; k < rows; ++k)
                std::transform(sums[k], sums[k] + width, values.begin() + static_cast<std::ptrdiff_t>(cells_of(row + k, grid.columns)) + column,
                               [scale](double sum) { return static_cast<float>(sum * scale); });
        }
    });
}

}  // namespace

void gaussian_density(std::span<const WeightedPoint> points, double deviation, double reach_in_deviations, double scale,
                      const RasterGrid& grid, std::span<float> values, Instructions instructions, int threads, const Progress& progress) {
    const Add add = add_for(instructions);
    if (deviation < narrow_deviation) {
        const double reach = reach_in_deviations * deviation;
        const BandedPoints banded{points, grid, reach};
        sum_row_blocks(grid, scale, values, threads, progress, [&](const Plane& plane) { spread(banded, deviation, reach, plane, add); });
        return;
    }
    const Wide way{deviation, reach_in_deviations};
    const double variance = deviation * deviation;
    const double share = variance / (2 * std::numbers::pi * spread_variance * (variance - spread_variance));
    wide(points, way, scale * share, grid, values, add, threads, progress);
}

std::uint64_t gaussian_bytes(std::size_t points, double deviation, double reach_in_deviations, const RasterGrid& grid) {
    if (deviation < narrow_deviation) return BandedPoints::bytes(points);
    const Wide way{deviation, reach_in_deviations};
    const double sheet_columns = grid.columns + 2.0 * way.taps, sheet_rows = grid.rows + 2.0 * way.taps;
    const double cells = sheet_rows * (sheet_columns + grid.columns) * sizeof(double);
    return BandedPoints::bytes(points) + static_cast<std::uint64_t>(cells);
}

}  // namespace geo
