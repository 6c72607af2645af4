#include "geo/density/hazard_density.hpp"

#include "tests/geo/density/brute_force.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace geo {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using ::testing::HasSubstr;
using testing::integral;

constexpr sys_days june_1{2024y / 6 / 1};

/// CGCS2000 / 3-degree Gauss-Krüger CM 105E: true to scale on its meridian, at easting 500 000.
const CrsName on_meridian = "EPSG:4544";
const CrsName utm = "EPSG:32648";  ///< 0.9996 there

HazardReport report(double x, double y, std::optional<sys_days> date = {}, std::string type = {}, std::string severity = {}, std::string status = {}) {
    return {"r", {500'000 + x, 3'270'000 + y}, date, std::move(type), std::move(severity), std::move(status)};
}

HeatSettings settings(double bandwidth_m, std::optional<double> cell_m = {}) {
    HeatSettings s;
    s.bandwidth_m = bandwidth_m, s.cell_m = cell_m;
    return s;
}

const std::vector<HazardReport> few{report(0, 0, june_1, "飞线充电", "高", "open"), report(30, 10, june_1 - std::chrono::days{100}, "飞线充电", "低", "closed"),
                                    report(60, -20, {}, "楼道停放", "高", "open")};

double hectares(const Raster& raster, double scale) { return raster.grid.cell * raster.grid.cell / (scale * scale) / 10'000; }

double reports_of(const Heat& heat, double scale) {
    double sum = 0;
    for (const float value : heat.raster.values) sum += value;
    return sum * hectares(heat.raster, scale);
}

TEST(HazardDensity, CellsAreReportsPerHectare) {
    const Heat heat = hazard_density(few, settings(50, 1), on_meridian);
    EXPECT_EQ(heat.reports, 3u);
    EXPECT_EQ(heat.weight, 3.0);
    EXPECT_EQ(heat.raster.crs, on_meridian);
    EXPECT_NEAR(reports_of(heat, 1.0), 3.0, 1e-3);
    // One report alone: 3 / (π 0.25 ha) at its place.
    const Heat one = hazard_density(std::span{few}.first(1), settings(50, 1), on_meridian);
    EXPECT_NEAR(one.maximum, 3 / (std::numbers::pi * 0.25), 0.002);
}

// The same reports in a CRS whose metre is 0.9996 of one on the ground: a bandwidth of 50 m is 49.98 of them, a hectare 0.9992.
TEST(HazardDensity, MeasuresOnTheGround) {
    const Heat heat = hazard_density(few, settings(50, 1), utm);
    const double scale = scale_factor(utm, {500'030, 3'269'995});
    EXPECT_NEAR(scale, 0.9996, 1e-6);
    EXPECT_NEAR(heat.raster.grid.cell, scale, 1e-12);
    EXPECT_NEAR(reports_of(heat, scale), 3.0, 1e-3);
    const Heat one = hazard_density(std::span{few}.first(1), settings(50, 1), utm);
    EXPECT_NEAR(one.maximum, 3 / (std::numbers::pi * 0.25), 0.002);
}

TEST(HazardDensity, APlaneWithoutCrsIsTrueToScale) {
    const Heat heat = hazard_density(few, settings(50, 1), "");
    EXPECT_EQ(heat.raster.grid.cell, 1.0);
    EXPECT_TRUE(heat.raster.crs.empty());
}

TEST(HazardDensity, TheGridReachesOneBandwidthBeyond) {
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian}) {
        HeatSettings s = settings(40);
        s.kernel = kernel;
        const Heat heat = hazard_density(few, s, on_meridian);
        EXPECT_TRUE(heat.raster.grid.box().holds(Box{500'000, 3'269'980, 500'060, 3'270'010}.grown(40 * reach_of(kernel))));
        // So next to nothing is left at the border.
        const int columns = heat.raster.grid.columns;
        for (int c = 0; c < columns; ++c) EXPECT_LT(heat.raster.values[static_cast<std::size_t>(c)], 0.005 * heat.maximum);
    }
}

TEST(HazardDensity, TheFilterChooses) {
    HeatSettings s = settings(50, 5);
    s.filter.types = {{"飞线充电"}};
    EXPECT_EQ(hazard_density(few, s, on_meridian).reports, 2u);
    s.filter.statuses = {{"open"}};
    EXPECT_EQ(hazard_density(few, s, on_meridian).reports, 1u);
    s.filter = {};
    s.filter.from = june_1 - std::chrono::days{100};
    EXPECT_EQ(hazard_density(few, s, on_meridian).reports, 2u) << "the first day counts, no date does not";
    s.filter.from = june_1 - std::chrono::days{99};
    EXPECT_EQ(hazard_density(few, s, on_meridian).reports, 1u);
    s.filter.from = june_1 + std::chrono::days{1};
    const Heat none = hazard_density(few, s, on_meridian);
    EXPECT_EQ(none.reports, 0u);
    EXPECT_TRUE(none.raster.values.empty());
    EXPECT_EQ(estimate_heat(few, s, on_meridian).reports, 0u);
}

TEST(HazardDensity, SeverityWeighs) {
    HeatSettings s = settings(50, 1);
    s.weights.by_severity = {{"高", 5.0}};
    const Heat heat = hazard_density(few, s, on_meridian);
    EXPECT_EQ(heat.weight, 11.0);
    EXPECT_NEAR(reports_of(heat, 1.0), 11.0, 4e-3);
    s.weights.by_severity = {{"高", 0.0}};
    EXPECT_EQ(hazard_density(few, s, on_meridian).weight, 1.0);
    s.weights.by_severity = {{"高", -1.0}};
    EXPECT_THROW(hazard_density(few, s, on_meridian), InvalidInput);
}

TEST(HazardDensity, AgeHalvesTheWeight) {
    HeatSettings s = settings(50, 5);
    s.weights.half_life_days = 100;
    // Of today 1, a half life ago 1/2, of no date 1.
    const Heat heat = hazard_density(few, s, on_meridian);
    EXPECT_DOUBLE_EQ(heat.weight, 2.5);
    EXPECT_EQ(heat.settings.weights.as_of, june_1) << "the latest report";
    s.weights.as_of = june_1 + std::chrono::days{100};
    EXPECT_DOUBLE_EQ(hazard_density(few, s, on_meridian).weight, 0.5 + 0.25 + 1);
    s.weights.as_of = june_1 - std::chrono::days{100};
    EXPECT_DOUBLE_EQ(hazard_density(few, s, on_meridian).weight, 3.0) << "what came later is not worth more than one";
    s.weights.half_life_days = 0;
    EXPECT_THROW(hazard_density(few, s, on_meridian), InvalidInput);
}

TEST(HazardDensity, TheCellSuitsBandwidthAndExtent) {
    const auto cell = [](double bandwidth_m, double extent) {
        const std::vector<HazardReport> two{report(0, 0), report(extent, extent / 2)};
        return *hazard_density(two, settings(bandwidth_m), "").settings.cell_m;
    };
    EXPECT_EQ(cell(50, 500), 2.0);
    EXPECT_EQ(cell(50, 0), 2.0);
    EXPECT_EQ(cell(8, 100), 0.5);
    EXPECT_EQ(cell(50, 20'000), 5.0) << "half the cells of 2 m would be fifty million";
    EXPECT_EQ(cell(50, 60'000), 12.5) << "not coarser than a quarter of the bandwidth";
}

TEST(HazardDensity, EstimatesFirst) {
    const HeatEstimate estimate = estimate_heat(few, settings(50, 2), utm);
    const Heat heat = hazard_density(few, settings(50, 2), utm);
    EXPECT_EQ(estimate.grid, heat.raster.grid);
    EXPECT_EQ(estimate.reports, 3u);
    EXPECT_GT(estimate.bytes, heat.raster.values.size() * sizeof(float));
}

TEST(HazardDensity, AnAbsurdGridIsRefusedBeforeItIsMade) {
    const std::vector<HazardReport> far{report(0, 0), report(400'000, 400'000)};
    try {
        estimate_heat(far, settings(10), "");
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().en, HasSubstr("a bandwidth of 76 m or more"));
    }
    EXPECT_LE(estimate_heat(far, settings(76), "").grid.cell_count(), most_cells) << "what the message said";
    try {
        estimate_heat(far, settings(30, 10), "");
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.message().en, HasSubstr("Use cells of 19 m or more"));
    }
    EXPECT_THROW(hazard_density(far, settings(10), ""), InvalidInput);
    EXPECT_THROW(estimate_heat(few, settings(10, 11), ""), InvalidInput) << "a cell wider than the bandwidth";
    EXPECT_THROW(estimate_heat(few, settings(0), ""), InvalidInput);
    EXPECT_THROW(estimate_heat(few, settings(10, -1), ""), InvalidInput);
    EXPECT_THROW(estimate_heat(few, settings(std::nan("")), ""), InvalidInput);
    EXPECT_THROW(estimate_heat(few, settings(10, 1), "EPSG:999999"), CrsError);
}

}  // namespace
}  // namespace geo
