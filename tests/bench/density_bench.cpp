#include "geo/density/kernel_density.hpp"
#include "tests/geo/density/brute_force.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <map>

namespace bench {
namespace {

using namespace geo;

/// A square of 1024 × 1024 cells of 10 m with clustered, weighted points.
constexpr RasterGrid square{{0, 10'240}, 10, 1024, 1024};

const std::vector<WeightedPoint>& points(std::size_t count) {
    static std::map<std::size_t, std::vector<WeightedPoint>> made;
    std::vector<WeightedPoint>& list = made[count];
    if (list.empty()) list = testing::clustered_points(count, square.box(), 20240612);
    return list;
}

void density(benchmark::State& state, Kernel kernel, std::size_t count, double cells, Instructions instructions) {
    if (instructions > best_instructions()) {
        state.SkipWithError("not on this processor");
        return;
    }
    const auto& list = points(count);
    Raster raster;
    for (auto _ : state) benchmark::DoNotOptimize(raster = kernel_density(list, kernel, cells * square.cell, square, instructions, 1));
    state.counters["error"] = testing::worst_error(raster, list, kernel, cells * square.cell, 40, 1);
}

void add(Kernel kernel, std::size_t count, double cells, Instructions instructions = best_instructions()) {
    constexpr const char* names[]{"plain", "avx2", "avx512"};
    const std::string name = fmt::format("{}/{}k/{}/{}", kernel_name(kernel), count / 1000, cells, names[static_cast<int>(instructions)]);
    benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) { density(state, kernel, count, cells, instructions); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    using namespace bench;
    for (const Instructions instructions : {Instructions::Plain, Instructions::Avx2, Instructions::Avx512}) {
        add(Kernel::Quartic, 1'000'000, 50, instructions);
        add(Kernel::Triangular, 100'000, 50, instructions);
        add(Kernel::Gaussian, 1'000'000, 50, instructions);
    }
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Epanechnikov, Kernel::Uniform, Kernel::Gaussian})
        for (const double cells : {1.5, 50.0, 300.0}) add(kernel, 1'000'000, cells);
    add(Kernel::Quartic, 100'000, 50);
    add(Kernel::Triangular, 1'000'000, 50);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
