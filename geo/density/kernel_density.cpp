#include "geo/density/kernel_density.hpp"

#include "geo/density/banded_points.hpp"
#include "geo/density/gaussian.hpp"
#include "geo/density/row_blocks.hpp"
#include "geo/density/row_sweep.hpp"
#include "geo/density/splat.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <thread>

namespace geo {
namespace {

/// Value of a kernel at distance 0, in 1 / bandwidth²: what makes its integral over the plane 1.
double peak_of(Kernel kernel) {
    constexpr double pi = std::numbers::pi;
    switch (kernel) {
        case Kernel::Quartic:
        case Kernel::Triangular: return 3 / pi;
        case Kernel::Epanechnikov: return 2 / pi;
        case Kernel::Uniform: return 1 / pi;
        case Kernel::Gaussian: return 1 / (2 * pi);
    }
    return 0;
}

bool is_positive(double value) { return std::isfinite(value) && value > 0; }

void check(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, const RasterGrid& grid) {
    if (!is_positive(bandwidth)) throw InvalidInput{say("带宽须为正数，现为 {}。", "The bandwidth must be a positive number, not {}.", bandwidth)};
    if (!is_positive(grid.cell)) throw InvalidInput{say("像元边长须为正数，现为 {}。", "The cell must be a positive number, not {}.", grid.cell)};
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const WeightedPoint& p = points[i];
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.weight))
            throw InvalidInput{say("第 {} 个点的坐标或权重不是有限数。", "Point {} has a coordinate or weight that is not finite.", i + 1)};
        if (p.weight < 0) throw InvalidInput{say("第 {} 个点的权重为负：{}。", "Point {} has a negative weight: {}.", i + 1, p.weight)};
        sum += p.weight;
    }
    if (sum * peak_of(kernel) / (bandwidth * bandwidth) > 0.5 * std::numeric_limits<float>::max())
        throw InvalidInput{say("权重之和 {:g} 过大，密度超出可表示范围。请缩小权重。",
                               "The weights sum up to {:g}: their density is too large a number to be written. Use smaller weights.", sum)};
}

/// Most columns or rows.
constexpr double longest_side = 1'000'000;

/// The next number of two digits.
double rounded_up(double value) {
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
    return std::ceil(value / unit) * unit;
}

}  // namespace

double reach_of(Kernel kernel) { return kernel == Kernel::Gaussian ? std::sqrt(-2 * std::log(1e-7)) : 1.0; }

double least_cell(const Box& points, double reach) {
    const Box box = points.grown(reach);
    const double width = box.max_x - box.min_x, height = box.max_y - box.min_y;
    return rounded_up(1.01 * std::max({std::sqrt(width * height / static_cast<double>(most_cells)), width / longest_side, height / longest_side}));
}

RasterGrid grid_over(const Box& points, double reach, double cell) {
    const Box box = points.grown(reach);
    if (points.empty() || !std::isfinite(box.max_x - box.min_x) || !std::isfinite(box.max_y - box.min_y) || !is_positive(cell) || !(reach >= 0))
        throw InvalidInput{say("无法在空的或不是有限数的范围上建立栅格。", "There is no grid over an extent that is empty or not finite.")};
    // Corners at whole cells: grids of one cell size lie on top of each other.
    const double west = std::floor(box.min_x / cell), east = std::ceil(box.max_x / cell);
    const double south = std::floor(box.min_y / cell), north = std::ceil(box.max_y / cell);
    const double columns = std::max(1.0, east - west), rows = std::max(1.0, north - south);
    if (columns > longest_side || rows > longest_side || columns * rows > static_cast<double>(most_cells)) {
        throw InvalidInput{say("像元边长 {:.4g} m 时栅格有 {:.3g} × {:.3g} 个像元，超出上限 {} 个。请用不小于 {:g} m 的像元，或缩小范围。",
                               "Cells of {:.4g} m make a grid of {:.3g} × {:.3g}, more than the {} that can be. Use cells of {:g} m or more, or a smaller extent.",
                               cell, columns, rows, most_cells, least_cell(points, reach))};
    }
    return {{west * cell, north * cell}, cell, static_cast<int>(columns), static_cast<int>(rows)};
}

std::uint64_t density_bytes(std::size_t points, const RasterGrid& grid, Kernel kernel, double bandwidth, int threads) {
    const auto at_once = static_cast<std::uint64_t>(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency()));
    const double cells = bandwidth / grid.cell;
    const std::uint64_t rows_of_sums = static_cast<std::uint64_t>(grid.columns) * block_rows * sizeof(double);
    const std::uint64_t result = grid.cell_count() * sizeof(float);
    switch (kernel) {
        case Kernel::Gaussian: return result + at_once * rows_of_sums + gaussian_bytes(points, cells, reach_of(kernel), grid);
        case Kernel::Triangular: return result + at_once * rows_of_sums + BandedPoints::bytes(points);
        default: return result + at_once * sweep_bytes(grid.columns, cells) + BandedPoints::bytes(points);
    }
}

Raster kernel_density(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, const RasterGrid& grid, int threads,
                      const Progress& progress) {
    return kernel_density(points, kernel, bandwidth, grid, best_instructions(), threads, progress);
}

Raster kernel_density(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, const RasterGrid& grid, Instructions instructions,
                      int threads, const Progress& progress) {
    check(points, kernel, bandwidth, grid);
    progress.at(0.0);
    Raster raster{{}, grid, std::vector<float>(grid.cell_count(), 0.0F)};
    const double cells = bandwidth / grid.cell, scale = peak_of(kernel) / (bandwidth * bandwidth);
    if (kernel == Kernel::Gaussian) {
        gaussian_density(points, cells, reach_of(kernel), scale, grid, raster.values, instructions, threads, progress);
        return raster;
    }
    const BandedPoints banded{points, grid, cells};
    const Progress rest = progress.part(0.05, 1.0);
    if (kernel == Kernel::Triangular) {
        splat_cones(banded, cells, scale, grid, raster.values, instructions, threads, rest);
    } else {
        const int power = kernel == Kernel::Quartic ? 2 : kernel == Kernel::Epanechnikov ? 1 : 0;
        sweep_rows(banded, power, cells, scale, grid, raster.values, instructions, threads, rest);
    }
    return raster;
}

}  // namespace geo
