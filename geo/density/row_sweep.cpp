#include "geo/density/row_sweep.hpp"

#include "geo/density/row_blocks.hpp"

#include <tbb/cache_aligned_allocator.h>
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// Columns swept without a new origin of the polynomials: few bandwidths, or powers of the distance from the origin would cost digits.
int tile_columns(int columns, double bandwidth) {
    return std::min(columns, static_cast<int>(std::clamp(24 * bandwidth, 64.0, 4096.0)));
}

/// Cells swept together: up to eight rows of some columns, and the table of changes at each of their columns and behind the last.
struct Tile {
    int row, rows, column, columns;
    double bandwidth, scale;
    double* changes;  ///< (columns + 1) × 8 rows × numbers, zero before and after
    float* values;    ///< of the first cell
    std::size_t stride;
};

/// Numbers of a change: the coefficients of the polynomial, how many chords begin or end here, and padding.
template <int power>
constexpr int numbers = power == 2 ? 8 : power == 1 ? 4 : 2;
template <int power>
constexpr int chord_count = 2 * power + 1;

/// As many doubles as the processor takes at once. Spelt out, for the compiler does not find them in loops like these.
template <int width>
struct Wide;
template <>
struct Wide<2> { using Numbers [[gnu::vector_size(16), gnu::may_alias]] = double; };
template <>
struct Wide<4> { using Numbers [[gnu::vector_size(32), gnu::may_alias]] = double; };
template <>
struct Wide<8> { using Numbers [[gnu::vector_size(64), gnu::may_alias]] = double; };
template <int power, int width>
using NumbersOf = typename Wide<std::min(width, numbers<power>)>::Numbers;

/// Columns, from that of the tile, where the chords of a point begin and end in each row; equal where it has none.
struct Chords {
    double square[block_rows];  ///< of half their length, cells²
    int begin[block_rows], end[block_rows];
};

ANCHONG_INLINE void find_chords(const Tile& tile, const CellPoint& p, Chords& chords) {
    const double first_dy = tile.row + 0.5 - p.y, x = p.x - 0.5 - tile.column, columns = tile.columns;
    const double reach2 = tile.bandwidth * tile.bandwidth;
    for (int k = 0; k < block_rows; ++k) {
        const double dy = first_dy + k;
        const double square = reach2 - dy * dy;
        const double half = std::sqrt(std::max(square, 0.0));
        const double begin = std::ceil(x - half), end = square < 0 ? begin : std::floor(x + half) + 1;
        chords.square[k] = square;
        chords.begin[k] = static_cast<int>(std::min(std::max(begin, 0.0), columns));
        chords.end[k] = static_cast<int>(std::min(std::max(end, 0.0), columns));
    }
}

/// With u the column and m the point, both in bandwidths from the tile's middle, and a = 1 − dy²: the kernel is w (a − (u − m)²)^power,
/// whose coefficients of u are the sum of `by_a2` a², `by_a` a and `plain`.
template <int power>
struct Coefficients {
    alignas(64) double by_a2[numbers<power>], by_a[numbers<power>], plain[numbers<power>];
};

template <int power>
ANCHONG_INLINE void find_coefficients(double m, double w, Coefficients<power>& c) {
    const double m2 = m * m;
    c = {};
    if constexpr (power == 2) {
        c.by_a2[0] = w;
        c.by_a[0] = -2 * w * m2, c.by_a[1] = 4 * w * m, c.by_a[2] = -2 * w;
        c.plain[0] = w * m2 * m2, c.plain[1] = -4 * w * m2 * m, c.plain[2] = 6 * w * m2, c.plain[3] = -4 * w * m, c.plain[4] = w;
    } else if constexpr (power == 1) {
        c.by_a[0] = w;
        c.plain[0] = -w * m2, c.plain[1] = 2 * w * m, c.plain[2] = -w;
    } else {
        c.plain[0] = w;
    }
    c.plain[chord_count<power>] = 1;
}

template <int power, int width>
ANCHONG_INLINE void add_changes(const Coefficients<power>& of, const Chords& chords, double per_cell2, int rows, double* changes) {
    using Numbers = NumbersOf<power, width>;
    constexpr int n = numbers<power>, at_once = sizeof(Numbers) / sizeof(double);
    for (int k = 0; k < rows; ++k) {
        if (chords.begin[k] >= chords.end[k]) continue;
        const double a = chords.square[k] * per_cell2;
        double* begin = changes + (static_cast<std::size_t>(chords.begin[k]) * block_rows + k) * n;
        double* end = changes + (static_cast<std::size_t>(chords.end[k]) * block_rows + k) * n;
        for (int i = 0; i < n; i += at_once) {
            const auto& by_a2 = reinterpret_cast<const Numbers&>(of.by_a2[i]);
            const auto& by_a = reinterpret_cast<const Numbers&>(of.by_a[i]);
            const auto& plain = reinterpret_cast<const Numbers&>(of.plain[i]);
            const Numbers change = a * (a * by_a2 + by_a) + plain;
            reinterpret_cast<Numbers&>(begin[i]) += change;
            reinterpret_cast<Numbers&>(end[i]) -= change;
        }
    }
}

/// Adds the chords of points to the table of changes; some points at a time, since what was just written is slow to be read as vectors.
template <int power, int width>
ANCHONG_INLINE void enter(const Tile& tile, std::span<const CellPoint> points) {
    const double per_cell = 1 / tile.bandwidth, middle = tile.column + 0.5 * tile.columns;
    constexpr std::size_t some = 16;
    Chords chords[some];
    Coefficients<power> of[some];
    for (std::size_t from = 0; from < points.size(); from += some) {
        const std::size_t count = std::min(some, points.size() - from);
        for (std::size_t i = 0; i < count; ++i) {
            const CellPoint& p = points[from + i];
            find_chords(tile, p, chords[i]);
            find_coefficients<power>((p.x - middle) * per_cell, p.weight, of[i]);
        }
        for (std::size_t i = 0; i < count; ++i) add_changes<power, width>(of[i], chords[i], per_cell * per_cell, tile.rows, tile.changes);
    }
}

/// Sums the changes up from west to east into the values, and leaves the table zero.
template <int power>
ANCHONG_INLINE void sum_up(const Tile& tile) {
    constexpr int n = numbers<power>;
    const double per_cell = 1 / tile.bandwidth;
    alignas(64) double now[block_rows][n] = {};
    for (int column = 0; column < tile.columns; ++column) {
        double* change = tile.changes + static_cast<std::size_t>(column) * block_rows * n;
        const double u = (column + 0.5 - 0.5 * tile.columns) * per_cell, u2 = u * u;
        for (int k = 0; k < block_rows; ++k) {
            for (int i = 0; i < n; ++i) now[k][i] += change[k * n + i];
            for (int i = 0; i < n; ++i) change[k * n + i] = 0;
        }
        for (int k = 0; k < tile.rows; ++k) {
            double* c = now[k];
            // Beyond the reach of every point is nothing, not what rounding left of it.
            if (c[chord_count<power>] == 0)
                for (int i = 0; i < n; ++i) c[i] = 0;
            double sum = c[0];
            if constexpr (power == 1) sum += c[1] * u + c[2] * u2;
            if constexpr (power == 2) sum += (c[1] * u + c[2] * u2) + (c[3] * u + c[4] * u2) * u2;
            tile.values[static_cast<std::size_t>(k) * tile.stride + column] = static_cast<float>(std::max(sum, 0.0) * tile.scale);
        }
    }
    double* behind = tile.changes + static_cast<std::size_t>(tile.columns) * block_rows * n;
    std::fill(behind, behind + block_rows * n, 0.0);
}

template <int power>
struct Steps {
    static void enter_plain(const Tile& tile, std::span<const CellPoint> points) { enter<power, 2>(tile, points); }
    static void sum_plain(const Tile& tile) { sum_up<power>(tile); }
    ANCHONG_AVX2 static void enter_avx2(const Tile& tile, std::span<const CellPoint> points) { enter<power, 4>(tile, points); }
    ANCHONG_AVX2 static void sum_avx2(const Tile& tile) { sum_up<power>(tile); }
    ANCHONG_AVX512 static void enter_avx512(const Tile& tile, std::span<const CellPoint> points) { enter<power, 8>(tile, points); }
    ANCHONG_AVX512 static void sum_avx512(const Tile& tile) { sum_up<power>(tile); }
};

struct Sweep {
    void (*enter)(const Tile&, std::span<const CellPoint>);
    void (*sum_up)(const Tile&);
};

template <int power>
Sweep sweep_for(Instructions instructions) {
    using S = Steps<power>;
    switch (instructions) {
        case Instructions::Avx512: return {S::enter_avx512, S::sum_avx512};
        case Instructions::Avx2: return {S::enter_avx2, S::sum_avx2};
        case Instructions::Plain: break;
    }
    return {S::enter_plain, S::sum_plain};
}

using Table = std::vector<double, tbb::cache_aligned_allocator<double>>;

std::size_t table_size(int columns) { return static_cast<std::size_t>(columns + 1) * block_rows * numbers<2>; }

}  // namespace

void sweep_rows(const BandedPoints& points, int power, double bandwidth, double scale, const RasterGrid& grid, std::span<float> values,
                Instructions instructions, int threads, const Progress& progress) {
    const Sweep sweep = power == 2 ? sweep_for<2>(instructions) : power == 1 ? sweep_for<1>(instructions) : sweep_for<0>(instructions);
    const int width = tile_columns(grid.columns, bandwidth);
    tbb::enumerable_thread_specific<Table> tables{[width] { return Table(table_size(width), 0.0); }};
    const auto stride = static_cast<std::size_t>(grid.columns);
    each_row_block(grid.rows, threads, progress, [&](int row) {
        const int rows = std::min(block_rows, grid.rows - row);
        for (int column = 0; column < grid.columns; column += width) {
            const Tile tile{row, rows, column, std::min(width, grid.columns - column), bandwidth, scale, tables.local().data(),
                            values.data() + static_cast<std::size_t>(row) * stride + column, stride};
            const Box cells{column + 0.5, row + 0.5, column + tile.columns - 0.5, row + rows - 0.5};
            bool is_reached = false;
            points.each_near(cells.grown(bandwidth), [&](std::span<const CellPoint> near) {
                sweep.enter(tile, near);
                is_reached = true;
            });
            if (is_reached) sweep.sum_up(tile);
        }
    });
}

std::uint64_t sweep_bytes(int columns, double bandwidth) { return table_size(tile_columns(columns, bandwidth)) * sizeof(double); }

}  // namespace geo
