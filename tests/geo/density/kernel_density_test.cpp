#include "tests/geo/density/brute_force.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>

namespace geo {
namespace {

using testing::brute_force;
using testing::clustered_points;
using testing::integral;
using testing::worst_error;
using ::testing::HasSubstr;

constexpr Kernel all_kernels[]{Kernel::Quartic, Kernel::Epanechnikov, Kernel::Uniform, Kernel::Triangular, Kernel::Gaussian};

std::string name_of(const ::testing::TestParamInfo<Kernel>& info) { return std::string{kernel_name(info.param)}; }

Raster density_of(std::span<const WeightedPoint> points, Kernel kernel, double bandwidth, double cell, int threads = 0) {
    return kernel_density(points, kernel, bandwidth, grid_over(testing::box_of(points), bandwidth * reach_of(kernel), cell), threads);
}

class EachKernel : public ::testing::TestWithParam<Kernel> {};
INSTANTIATE_TEST_SUITE_P(KernelDensity, EachKernel, ::testing::ValuesIn(all_kernels), name_of);

// From 1.5 cells, where a disc holds seven, to 300, in the coordinates of a Gauss-Krüger zone.
TEST_P(EachKernel, AgreesWithTheDefinitionNarrowAndWide) {
    const auto points = clustered_points(4000, {500'000, 3'270'000, 501'800, 3'271'400}, 1);
    for (const double cells : {1.5, 2.9, 3.1, 8.0, 50.0, 300.0}) {
        const double cell = 3.0;
        const Raster raster = density_of(points, GetParam(), cells * cell, cell);
        EXPECT_LE(worst_error(raster, points, GetParam(), cells * cell, 1000, 7), 1e-6) << cells << " cells";
    }
}

// The wide grid makes the polynomials' origin move many times along a row.
TEST_P(EachKernel, AgreesOnAGridOfManyBandwidths) {
    const auto points = clustered_points(3000, {-20'000, -300, 20'000, 300}, 2);
    const Raster raster = density_of(points, GetParam(), 17.3, 8.0);
    EXPECT_GT(raster.grid.columns, 4900);
    EXPECT_LE(worst_error(raster, points, GetParam(), 17.3, 1000, 8), 1e-6);
}

// One point outweighs the others a billion times: what rounding leaves of it must not show beyond its reach.
TEST_P(EachKernel, HugeWeightsLeaveNothingBehind) {
    std::vector<WeightedPoint> points{{100, 100, 1e12}};
    for (int i = 0; i < 200; ++i) points.push_back({200.0 + 7 * i, 100.0 + (i * 37) % 90, 1e3});
    const Raster raster = density_of(points, GetParam(), 20, 1);
    EXPECT_LE(worst_error(raster, points, GetParam(), 20, 1000, 9), 1e-6);
    if (GetParam() == Kernel::Gaussian) return;  // Which reaches farther than the next points lie.
    double worst = 0;
    for (int column = 0; column < raster.grid.columns; ++column) {
        const Point at = raster.grid.centre_of(column, raster.grid.rows / 2);
        if (at.x < 130) continue;
        const float value = raster.values[static_cast<std::size_t>(raster.grid.rows / 2) * static_cast<std::size_t>(raster.grid.columns) + static_cast<std::size_t>(column)];
        worst = std::max(worst, std::abs(value - brute_force(points, GetParam(), 20, at)));
    }
    EXPECT_LE(worst, 1e-6 * brute_force({points.data() + 1, 200}, GetParam(), 20, {400, 145}));
}

// On corners and edges of cells, and discs whose edge passes exactly through centres: 3-4-5 about a corner, 1.5 along a row.
TEST_P(EachKernel, PointsOnTheBordersOfCells) {
    const std::vector<WeightedPoint> points{{0, 0, 1}, {10, 0.5, 2}, {20.5, 0.5, 1}, {20.5, 0.5, 1}, {-8, 12, 0.5}, {30, 30, 4}};
    for (const double bandwidth : {1.5, 2.5, 5.0, 7.0}) {
        const Raster raster = density_of(points, GetParam(), bandwidth, 1);
        double worst = 0;
        for (int row = 0; row < raster.grid.rows; ++row)
            for (int column = 0; column < raster.grid.columns; ++column)
                worst = std::max(worst, std::abs(raster.values[static_cast<std::size_t>(row * raster.grid.columns + column)] -
                                                 brute_force(points, GetParam(), bandwidth, raster.grid.centre_of(column, row))));
        EXPECT_LE(worst, 1e-6 * *std::ranges::max_element(raster.values)) << bandwidth;
    }
}

TEST_P(EachKernel, TheIntegralIsTheSumOfTheWeights) {
    const auto points = clustered_points(5000, {0, 0, 1000, 700}, 3);
    double weight = 0;
    for (const WeightedPoint& p : points) weight += p.weight;
    EXPECT_NEAR(integral(density_of(points, GetParam(), 60, 2)) / weight, 1.0, 1e-4);
    // Sampled coarsely the discs are polygons of squares, but chance makes up for it.
    EXPECT_NEAR(integral(density_of(points, GetParam(), 60, 12)) / weight, 1.0, 5e-3);
}

TEST_P(EachKernel, OnePointPeaksWhereItIs) {
    const std::vector<WeightedPoint> points{{0.5, 0.5, 2.0}};
    const Raster raster = density_of(points, GetParam(), 10, 1);
    const double pi = std::numbers::pi;
    const double peak = GetParam() == Kernel::Quartic || GetParam() == Kernel::Triangular ? 3 / pi
                        : GetParam() == Kernel::Epanechnikov                              ? 2 / pi
                        : GetParam() == Kernel::Uniform                                   ? 1 / pi
                                                                                          : 0.5 / pi;
    EXPECT_NEAR(*std::ranges::max_element(raster.values), 2 * peak / 100, 1e-9);
}

// Same input, same output: not only near, but the same bits.
TEST_P(EachKernel, DoesNotDependOnThreads) {
    const auto points = clustered_points(20'000, {0, 0, 3000, 2000}, 4);
    for (const double bandwidth : {14.0, 100.0}) {
        const Raster one = density_of(points, GetParam(), bandwidth, 7, 1);
        for (const int threads : {2, 3, 8}) EXPECT_EQ(one.values, density_of(points, GetParam(), bandwidth, 7, threads).values) << threads;
    }
}

TEST_P(EachKernel, DoesNotDependOnTheProcessor) {
    const auto points = clustered_points(5000, {0, 0, 3000, 2000}, 5);
    for (const double bandwidth : {14.0, 100.0}) {
        const RasterGrid grid = grid_over({0, 0, 3000, 2000}, bandwidth, 7);
        const Raster plain = kernel_density(points, GetParam(), bandwidth, grid, Instructions::Plain, 1);
        EXPECT_LE(worst_error(plain, points, GetParam(), bandwidth, 300, 1), 1e-6);
        for (const Instructions wider : {Instructions::Avx2, Instructions::Avx512}) {
            if (wider > best_instructions()) continue;
            EXPECT_EQ(plain.values, kernel_density(points, GetParam(), bandwidth, grid, wider, 1).values) << static_cast<int>(wider);
        }
    }
}

// A grid smaller than the points, as when one looks at a part: values there do not change.
TEST_P(EachKernel, AGridMayBeAPart) {
    const auto points = clustered_points(5000, {0, 0, 1000, 1000}, 6);
    const RasterGrid part{{300, 700}, 4, 61, 43};
    const Raster raster = kernel_density(points, GetParam(), 90, part);
    EXPECT_LE(worst_error(raster, points, GetParam(), 90, 1000, 3), 1e-6);
    const RasterGrid away{{1e7, 1e7}, 4, 20, 20};
    EXPECT_EQ(kernel_density(points, GetParam(), 90, away).values, std::vector<float>(400, 0.0F));
    // A bandwidth of thousands of grids.
    const Raster vast = kernel_density(points, GetParam(), 1e6, part);
    EXPECT_LE(worst_error(vast, points, GetParam(), 1e6, 100, 3), 1e-6);
}

TEST_P(EachKernel, ADoubleWeightIsTwoPoints) {
    const std::vector<WeightedPoint> twice{{3, 4, 1}, {3, 4, 1}, {50, 9, 0}}, once{{3, 4, 2}};
    const RasterGrid grid = grid_over({0, 0, 60, 10}, 30, 1);
    EXPECT_EQ(kernel_density(twice, GetParam(), 30, grid).values, kernel_density(once, GetParam(), 30, grid).values);
}

TEST_P(EachKernel, NothingIsNegative) {
    const auto points = clustered_points(3000, {0, 0, 4000, 4000}, 11);
    const Raster raster = density_of(points, GetParam(), 37, 5);
    EXPECT_GE(*std::ranges::min_element(raster.values), 0.0F);
    EXPECT_TRUE(std::ranges::all_of(raster.values, [](float v) { return std::isfinite(v); }));
}

TEST_P(EachKernel, StopsWhenAsked) {
    const auto points = clustered_points(20'000, {0, 0, 3000, 2000}, 4);
    std::atomic<int> reports{0};
    const Progress progress{[&](double) { ++reports; }, [&] { return reports > 3; }};
    EXPECT_THROW(kernel_density(points, GetParam(), 100, grid_over({0, 0, 3000, 2000}, 100, 5), 2, progress), Cancelled);
    EXPECT_LE(reports, 6);
}

TEST_P(EachKernel, RefusesWhatIsNoNumber) {
    const RasterGrid grid{{0, 0}, 1, 10, 10};
    const double nan = std::nan("");
    const auto of = [&](WeightedPoint p, double bandwidth) { return kernel_density(std::vector{p}, GetParam(), bandwidth, grid); };
    EXPECT_THROW(of({nan, 0, 1}, 5), InvalidInput);
    EXPECT_THROW(of({0, INFINITY, 1}, 5), InvalidInput);
    EXPECT_THROW(of({0, 0, nan}, 5), InvalidInput);
    EXPECT_THROW(of({0, 0, -1}, 5), InvalidInput);
    EXPECT_THROW(of({0, 0, 1e300}, 5), InvalidInput);
    EXPECT_THROW(of({0, 0, 1}, 0), InvalidInput);
    EXPECT_THROW(of({0, 0, 1}, nan), InvalidInput);
    EXPECT_NO_THROW(of({0, 0, 0}, 5));
}

TEST(KernelDensity, NoPointsMakeNoDensity) {
    for (const Kernel kernel : all_kernels) {
        const Raster raster = kernel_density({}, kernel, 5, {{0, 0}, 1, 10, 10});
        EXPECT_EQ(raster.values, std::vector<float>(100, 0.0F));
    }
}

TEST(GridOver, ReachesOneReachBeyondThePoints) {
    const Box box{500'013.3, 3'270'001.1, 500'412.9, 3'270'777.7};
    const RasterGrid grid = grid_over(box, 50, 3);
    EXPECT_TRUE(grid.box().holds(box.grown(50)));
    EXPECT_TRUE(box.grown(53.001).holds(grid.box()));
    EXPECT_EQ(std::fmod(grid.corner.x, 3), 0);
    // A single point has a grid too.
    const RasterGrid dot = grid_over({7, 7, 7, 7}, 2, 1);
    EXPECT_EQ(dot.columns, 4);
    EXPECT_EQ(dot.rows, 4);
}

TEST(GridOver, SaysWhichCellWouldDo) {
    const Box country{0, 0, 600'000, 900'000};
    try {
        grid_over(country, 50, 1);
        FAIL() << "540 thousand million cells";
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().en, HasSubstr("Use cells of 34 m or more"));
        EXPECT_THAT(error.message().zh, HasSubstr("不小于 34 m"));
    }
    EXPECT_LE(grid_over(country, 50, 34).cell_count(), most_cells);
    EXPECT_THROW(grid_over({0, 0, 1e300, 1}, 50, 1), InvalidInput);
    EXPECT_THROW(grid_over({}, 50, 1), InvalidInput);
    EXPECT_THROW(grid_over({0, 0, 1, 1}, 50, 0), InvalidInput);
}

TEST(DensityBytes, CoverTheResult) {
    const RasterGrid grid{{0, 0}, 1, 1000, 1000};
    for (const Kernel kernel : all_kernels) {
        EXPECT_GT(density_bytes(0, grid, kernel, 50, 1), 4'000'000u);
        EXPECT_GT(density_bytes(1'000'000, grid, kernel, 50, 1), density_bytes(0, grid, kernel, 50, 1) + 24'000'000u);
    }
}

}  // namespace
}  // namespace geo
