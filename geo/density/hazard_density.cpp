#include "geo/density/hazard_density.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

constexpr double m2_per_hectare = 10'000;
/// A grid chosen here has no more cells than this, as long as its cells stay fine enough for the bandwidth.
constexpr double pleasant_cells = 16e6;

void require_positive(double value, const Message& what) {
    if (std::isfinite(value) && value > 0) return;
    throw InvalidInput{{fmt::format("{}须为正数，现为 {}。", what.zh, value), fmt::format("{} must be a positive number, not {}.", what.en, value)}};
}

void check(const HeatSettings& settings) {
    require_positive(settings.bandwidth_m, {"带宽（米）", "The bandwidth in metres"});
    if (settings.cell_m) require_positive(*settings.cell_m, {"像元边长（米）", "The cell in metres"});
    if (settings.weights.half_life_days) require_positive(*settings.weights.half_life_days, {"半衰期（天）", "The half life in days"});
    for (const auto& [severity, weight] : settings.weights.by_severity) {
        if (!std::isfinite(weight) || weight < 0)
            throw InvalidInput{say("严重程度“{}”的权重须为不小于 0 的数，现为 {}。", "The weight of severity \"{}\" must be a number not below 0, not {}.",
                                   severity, weight)};
    }
    if (settings.cell_m && *settings.cell_m > settings.bandwidth_m)
        throw InvalidInput{say("像元边长 {:g} m 大于带宽 {:g} m，像元中心之间的隐患会被漏掉。请缩小像元或加大带宽。",
                               "A cell of {:g} m is wider than the bandwidth of {:g} m: reports between the centres of cells would be lost. "
                               "Choose a smaller cell or a greater bandwidth.",
                               *settings.cell_m, settings.bandwidth_m)};
}

/// What the settings make of the reports.
struct Selection {
    std::vector<WeightedPoint> points;
    Box box;
    HeatSettings settings;
    double weight = 0.0;
};

std::optional<std::chrono::sys_days> latest(std::span<const HazardReport> reports, const HazardFilter& filter) {
    std::optional<std::chrono::sys_days> day;
    for (const HazardReport& report : reports)
        if (report.date && (!day || *report.date > *day) && filter.passes(report)) day = report.date;
    return day;
}

/// Share of its weight that a report of this date has kept; one of the future all of it.
double kept_share(const HazardReport& report, const HazardWeights& weights) {
    if (!weights.half_life_days || !weights.as_of || !report.date) return 1.0;
    const double age_days = static_cast<double>((*weights.as_of - *report.date).count());
    return std::exp2(-std::max(age_days, 0.0) / *weights.half_life_days);
}

Selection select(std::span<const HazardReport> reports, const HeatSettings& settings) {
    check(settings);
    Selection chosen{{}, {}, settings, 0.0};
    HazardWeights& weights = chosen.settings.weights;
    if (weights.half_life_days && !weights.as_of) weights.as_of = latest(reports, settings.filter);
    for (const HazardReport& report : reports) {
        if (!settings.filter.passes(report)) continue;
        if (!std::isfinite(report.where.x) || !std::isfinite(report.where.y))
            throw InvalidInput{say("隐患 {} 的坐标不是有限数。", "Hazard report {} has coordinates that are not finite.", report.id)};
        const auto severity = weights.by_severity.find(report.severity);
        const double weight = (severity == weights.by_severity.end() ? 1.0 : severity->second) * kept_share(report, weights);
        chosen.points.push_back({report.where.x, report.where.y, weight});
        chosen.box.add(report.where);
        chosen.weight += weight;
    }
    return chosen;
}

/// The greatest of 1, 2 and 5 times a power of ten that is not above `value`.
double round_below(double value) {
    const double ten = std::pow(10.0, std::floor(std::log10(value)));
    const double digits = value / ten * (1 + 1e-12);
    return ten * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
}

/// A sixteenth of the bandwidth; coarser, as far as a quarter, where the extent would make that too many cells. @param box  ground metres
double cell_for(const Box& box, double bandwidth_m, double reach_m) {
    const auto cells = [&](double cell) {
        const Box all = box.grown(reach_m);
        return (all.max_x - all.min_x) / cell * ((all.max_y - all.min_y) / cell);
    };
    double cell = round_below(bandwidth_m / 16);
    const double coarsest = bandwidth_m / 4;
    while (cells(cell) > pleasant_cells && cell < coarsest) cell = std::min(round_below(cell * 2.5), coarsest);
    return cell;
}

struct Layout {
    double scale = 1.0;  ///< grid metres per ground metre
    RasterGrid grid;
};

Layout lay_out(Selection& chosen, const CrsName& crs) {
    HeatSettings& settings = chosen.settings;
    const double scale = crs.empty() ? 1.0 : scale_factor(crs, chosen.box.centre());
    const double reach_m = settings.bandwidth_m * reach_of(settings.kernel);
    if (!settings.cell_m) {
        const Box ground{chosen.box.min_x / scale, chosen.box.min_y / scale, chosen.box.max_x / scale, chosen.box.max_y / scale};
        settings.cell_m = cell_for(ground, settings.bandwidth_m, reach_m);
    }
    return {scale, grid_over(chosen.box, reach_m * scale, *settings.cell_m * scale)};
}

}  // namespace

HeatEstimate estimate_heat(std::span<const HazardReport> reports, const HeatSettings& settings, const CrsName& crs, int threads) {
    Selection chosen = select(reports, settings);
    if (chosen.points.empty()) return {};
    const auto [scale, grid] = lay_out(chosen, crs);
    const std::size_t count = chosen.points.size();
    const std::uint64_t bytes = density_bytes(count, grid, settings.kernel, settings.bandwidth_m * scale, threads);
    return {grid, bytes + count * sizeof(WeightedPoint), count};
}

Heat hazard_density(std::span<const HazardReport> reports, const HeatSettings& settings, const CrsName& crs, int threads,
                    const Progress& progress) {
    Selection chosen = select(reports, settings);
    Heat heat{{crs, {}, {}}, chosen.settings, chosen.points.size(), chosen.weight, 0.0F};
    if (chosen.points.empty()) return heat;
    const auto [scale, grid] = lay_out(chosen, crs);
    heat.settings = chosen.settings;
    // Per hectare of ground: a square metre of the grid is 1 / scale² of one on the ground.
    for (WeightedPoint& p : chosen.points) p.weight *= scale * scale * m2_per_hectare;
    heat.raster = kernel_density(chosen.points, settings.kernel, settings.bandwidth_m * scale, grid, threads, progress);
    heat.raster.crs = crs;
    heat.maximum = *std::ranges::max_element(heat.raster.values);
    return heat;
}

}  // namespace geo
