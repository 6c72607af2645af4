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

void check(const HazardWeights& weights) {
    if (weights.half_life_days) require_positive(*weights.half_life_days, {"半衰期（天）", "The half life in days"});
    for (const auto& [severity, weight] : weights.by_severity) {
        if (!std::isfinite(weight) || weight < 0)
            throw InvalidInput{say("严重程度“{}”的权重须为不小于 0 的数，现为 {}。", "The weight of severity \"{}\" must be a number not below 0, not {}.",
                                   severity, weight)};
    }
}

void check(const HeatSettings& settings) {
    require_positive(settings.bandwidth_m, {"带宽（米）", "The bandwidth in metres"});
    if (settings.cell_m) require_positive(*settings.cell_m, {"像元边长（米）", "The cell in metres"});
    if (settings.cell_m && *settings.cell_m > settings.bandwidth_m)
        throw InvalidInput{say("像元边长 {:g} m 大于带宽 {:g} m，像元中心之间的隐患会被漏掉。请缩小像元或加大带宽。",
                               "A cell of {:g} m is wider than the bandwidth of {:g} m: reports between the centres of cells would be lost. "
                               "Choose a smaller cell or a greater bandwidth.",
                               *settings.cell_m, settings.bandwidth_m)};
}

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

/// The reports that pass, by weight.
struct Selection {
    std::vector<WeightedPoint> points;
    HeatSettings settings;  ///< with the day of `as_of`
};

Selection select(std::span<const HazardReport> reports, const HeatSettings& settings) {
    check(settings.weights);
    Selection chosen{{}, settings};
    HazardWeights& weights = chosen.settings.weights;
    if (weights.half_life_days && !weights.as_of) weights.as_of = latest(reports, settings.filter);
    for (const HazardReport& report : reports) {
        if (!settings.filter.passes(report)) continue;
        const auto severity = weights.by_severity.find(report.severity);
        const double factor = (severity == weights.by_severity.end() ? 1.0 : severity->second) * kept_share(report, weights);
        chosen.points.push_back({report.where.x, report.where.y, report.weight * factor});
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

/// A grid chosen here follows from the bandwidth, so it is that which must change.
void refuse_small_bandwidth(const Box& ground, double bandwidth_m, double reach) {
    double enough_m = bandwidth_m;
    for (int i = 0; i < 4; ++i) enough_m = 4 * least_cell(ground, enough_m * reach);  // its reach makes the extent greater again
    throw InvalidInput{say("带宽 {:g} m 对 {:.0f} × {:.0f} km 的范围过小：栅格会超出上限 {} 个像元。请用不小于 {:g} m 的带宽，或缩小范围，或自行给出较粗的像元。",
                           "A bandwidth of {:g} m is too small for an extent of {:.0f} × {:.0f} km: the grid would have more than the {} cells that can be. Use "
                           "a bandwidth of {:g} m or more, or a smaller extent, or give a coarser cell yourself.",
                           bandwidth_m, (ground.max_x - ground.min_x) / 1000, (ground.max_y - ground.min_y) / 1000, most_cells, enough_m)};
}

struct Layout {
    double scale = 1.0;   ///< grid metres per ground metre
    double cell_m = 0.0;  ///< ground metres
    RasterGrid grid;
};

Layout lay_out(std::span<const WeightedPoint> points, const HeatSettings& settings, const CrsName& crs) {
    Box box;
    for (const WeightedPoint& p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            throw InvalidInput{say("有一个点的坐标不是有限数。", "A point has coordinates that are not finite.")};
        box.add(Point{p.x, p.y});
    }
    const double scale = crs.empty() ? 1.0 : scale_factor(crs, box.centre());
    const double reach_m = settings.bandwidth_m * reach_of(settings.kernel);
    const Box ground{box.min_x / scale, box.min_y / scale, box.max_x / scale, box.max_y / scale};
    const double cell_m = settings.cell_m.value_or(cell_for(ground, settings.bandwidth_m, reach_m));
    if (!settings.cell_m && cell_m < least_cell(ground, reach_m)) refuse_small_bandwidth(ground, settings.bandwidth_m, reach_of(settings.kernel));
    return {scale, cell_m, grid_over(box, reach_m * scale, cell_m * scale)};
}

}  // namespace

std::vector<WeightedPoint> counted(std::span<const HazardReport> reports, const HeatSettings& settings) { return select(reports, settings).points; }

HeatEstimate estimate_heat(std::span<const WeightedPoint> points, const HeatSettings& settings, const CrsName& crs, int threads) {
    check(settings);
    if (points.empty()) return {};
    const Layout layout = lay_out(points, settings, crs);
    const std::uint64_t bytes = density_bytes(points.size(), layout.grid, settings.kernel, settings.bandwidth_m * layout.scale, threads);
    return {layout.grid, bytes + points.size_bytes(), points.size()};
}

HeatEstimate estimate_heat(std::span<const HazardReport> reports, const HeatSettings& settings, const CrsName& crs, int threads) {
    return estimate_heat(select(reports, settings).points, settings, crs, threads);
}

Heat point_density(std::vector<WeightedPoint> points, const HeatSettings& settings, const CrsName& crs, int threads, const Progress& progress) {
    check(settings);
    Heat heat{{crs, {}, {}}, settings, points.size(), 0.0, 0.0F};
    if (points.empty()) return heat;
    const Layout layout = lay_out(points, settings, crs);
    heat.settings.cell_m = layout.cell_m;
    for (WeightedPoint& p : points) {
        heat.weight += p.weight;
        // Per hectare of ground: a square metre of the grid is 1 / scale² of one on the ground.
        p.weight *= layout.scale * layout.scale * m2_per_hectare;
    }
    heat.raster = kernel_density(points, settings.kernel, settings.bandwidth_m * layout.scale, layout.grid, threads, progress);
    heat.raster.crs = crs;
    heat.maximum = *std::ranges::max_element(heat.raster.values);
    return heat;
}

Heat hazard_density(std::span<const HazardReport> reports, const HeatSettings& settings, const CrsName& crs, int threads,
                    const Progress& progress) {
    Selection chosen = select(reports, settings);
    return point_density(std::move(chosen.points), chosen.settings, crs, threads, progress);
}

}  // namespace geo
