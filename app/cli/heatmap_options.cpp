#include "app/cli/heatmap_options.hpp"

#include "geo/core/error.hpp"

#include <charconv>
#include <cmath>

namespace app {
namespace {

using namespace geo;

double number_of(const std::string& text, const char* option) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        throw UsageError{say("{} 的值“{}”不是数。", "{}: “{}” is no number.", option, text)};
    return value;
}

double positive(double value, const char* option) {
    if (std::isfinite(value) && value > 0) return value;
    throw UsageError{say("{} 须为正数，而不是 {}。", "{} takes a positive number, not {}.", option, value)};
}

std::optional<std::chrono::sys_days> day_of(const std::string& text, const char* option) {
    if (text.empty()) return {};
    if (const auto day = date_in(text)) return day;
    throw UsageError{say("{} 的值“{}”不是日期，应写作 2024-05-01。", "{}: “{}” is no date; write 2024-05-01.", option, text)};
}

std::optional<std::string> maybe(const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; }

std::optional<std::set<std::string>> maybe(const std::vector<std::string>& words) {
    if (words.empty()) return {};
    return std::set<std::string>{words.begin(), words.end()};
}

}  // namespace

void HeatmapOptions::add_to(CLI::App& command, Console& console) {
    const auto add = [&](const char* name, auto& value, const char* zh, const char* en) { return command.add_option(name, value, help(console, zh, en)); };
    add("project", project, "工程 (.gpkg)，用其中的隐患图层", "project (.gpkg): the density of its hazard reports")->check(a_path(console));
    add("--points", points, "改用点文件：文件[:图层]，可为 CSV、.csv.gz、GeoPackage、Shapefile、GeoJSON 等",
        "a file of points instead, FILE[:LAYER]: CSV, .csv.gz, GeoPackage, shapefile, GeoJSON …")->check(a_path(console));
    add("--x", x, "东向或经度的列名；不给则按列名推定", "column of east or longitude; else told from the names");
    add("--y", y, "北向或纬度的列名", "column of north or latitude");
    add("--weight", weight, "权重的列名；不给则用名为 weight 或“权重”的列，没有则每点计 1", "column of weights; else one named weight or 权重, else each point counts 1");
    add("--crs", crs, "点的坐标系：EPSG:n，或 local 表示无坐标系的平面坐标", "CRS of the points: EPSG:n, or local for a plane without CRS");
    add("--unit", unit, "平面坐标的单位：m 或 km", "unit of planar coordinates: m or km")->check(CLI::IsMember({"m", "km"}));
    add("--encoding", encoding, "CSV 或 DBF 的编码，如 GBK", "encoding of a CSV or DBF, such as GBK");
    add("--bandwidth", bandwidth_m, "带宽：核的半径（高斯核为标准差），地面米", "reach of the kernel (of gaussian: its standard deviation), ground metres")
        ->capture_default_str();
    add("--cell", cell, "像元边长，地面米，或 auto 按带宽与范围选定", "side of a cell, ground metres, or auto: from bandwidth and extent")->capture_default_str();
    add("--kernel", kernel, "核函数", "kernel")->check(CLI::IsMember({"quartic", "epanechnikov", "uniform", "triangular", "gaussian"}))->capture_default_str();
    add("--out", out, "写出的 GeoTIFF (.tif)，值为每公顷件数（按权重）", "GeoTIFF to write (.tif): reports per hectare, by weight")->required()->check(a_path(console));
    add("--from", from, "只计此日及以后，如 2024-01-01", "only from this day on, such as 2024-01-01");
    add("--to", to, "只计此日及以前", "only up to this day");
    add("--type", types, "只计此类型，可多次给出", "only this type, as often as needed")->allow_extra_args(false);
    add("--status", statuses, "只计此状态，可多次给出", "only this status, as often as needed")->allow_extra_args(false);
    add("--half-life", half_life_days, "天数：每过这么久权重减半，自最近一件算起", "days in which a weight halves, counted from the latest report");
    add("--severity", severities, "严重程度=权重，可多次给出；未列出的计 1", "SEVERITY=WEIGHT, as often as needed; others count 1")->allow_extra_args(false);
    add_common(command, console);
}

void check(const HeatmapOptions& o) {
    if (o.project.empty() == o.points.empty())
        throw UsageError{say("请给出工程，或用 --points 给出点文件，二者取一。", "Give a project, or a file of points with --points, one of them.")};
    if (!o.project.empty() && !(o.x + o.y + o.weight + o.crs + o.unit + o.encoding).empty())
        throw UsageError{say("--x、--y、--weight、--crs、--unit、--encoding 只用于 --points。", "--x, --y, --weight, --crs, --unit and --encoding go with --points.")};
    if (const std::string ending = ending_of(o.out); ending != ".tif" && ending != ".tiff")
        throw UsageError{say("--out 须为 .tif 文件，而不是“{}”。", "--out takes a .tif file, not “{}”.", o.out)};
}

HeatSettings settings_of(const HeatmapOptions& o) {
    HeatSettings settings;
    settings.kernel = *kernel_named(o.kernel);
    settings.bandwidth_m = positive(o.bandwidth_m, "--bandwidth");
    if (o.cell != "auto") settings.cell_m = positive(number_of(o.cell, "--cell"), "--cell");
    settings.filter = {.types = maybe(o.types), .statuses = maybe(o.statuses), .from = day_of(o.from, "--from"), .to = day_of(o.to, "--to")};
    if (o.half_life_days) settings.weights.half_life_days = positive(*o.half_life_days, "--half-life");
    for (const std::string& text : o.severities) {
        const auto [severity, weight] = split_option(text, "--severity", "SEVERITY=WEIGHT");
        double& value = settings.weights.by_severity[severity] = number_of(weight, "--severity");
        if (value < 0) throw UsageError{say("--severity 的权重不能为负：{}。", "--severity: a weight cannot be below zero: {}.", text)};
    }
    return settings;
}

PointRequest points_of(const HeatmapOptions& o) {
    const auto [file, layer] = file_and_layer(o.points);
    PointRequest request;
    request.file = file, request.layer = layer;
    request.x = maybe(o.x), request.y = maybe(o.y), request.weight = maybe(o.weight);
    request.crs = maybe(o.crs), request.encoding = maybe(o.encoding);
    if (o.crs == "local") request.crs.reset(), request.is_plane = true;
    if (o.unit == "km") request.metres_per_unit = 1000.0;
    // Only what was asked for is read: texts of a million rows take longer than their density.
    request.with_reports = !o.types.empty() || !o.statuses.empty() || !o.severities.empty() || !o.from.empty() || !o.to.empty() || o.half_life_days;
    return request;
}

}  // namespace app
