#include "app/cli/command_list.hpp"
#include "app/cli/heatmap_options.hpp"
#include "geo/core/error.hpp"
#include "geo/core/memory.hpp"
#include "geo/density/hazard_density.hpp"
#include "geo/io/output_file.hpp"
#include "geo/io/project_file.hpp"
#include "geo/report/heat_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace app {
namespace {

using namespace geo;

/// What the density is made of: reports when something is asked of them, else points.
struct Source {
    CrsName crs;
    std::vector<WeightedPoint> points;
    std::vector<HazardReport> reports;
    bool by_reports = false;
    std::size_t read = 0;
    std::string x, y, weight;
    std::vector<Finding> findings;
};

Source from_project(const std::string& file) {
    const Project project = read_project(file);
    Source source;
    source.crs = project.inputs.crs;
    source.reports = hazard_reports(project.inputs);
    source.by_reports = true;
    source.read = source.reports.size();
    if (source.reports.empty())
        throw InvalidInput{say("工程 {} 中没有隐患。请在新建工程时加 --role hazard=文件，或用 --points 直接给出点文件。",
                               "The project {} has no hazard reports. Add --role hazard=FILE when it is made, or give a file of points with --points.", file)};
    return source;
}

Source from_points(const HeatmapOptions& options, const Progress& progress) {
    const PointRequest request = points_of(options);
    PointTable table = read_points(request, progress);
    return {.crs = table.crs, .points = std::move(table.points), .reports = std::move(table.reports), .by_reports = request.with_reports,
            .read = static_cast<std::size_t>(table.read), .x = table.x, .y = table.y, .weight = table.weight, .findings = std::move(table.findings)};
}

/// The values of one kind that reports have, as they stand there; a few.
std::string some_of(const std::vector<HazardReport>& reports, std::string HazardReport::*field) {
    std::set<std::string> found;
    for (const HazardReport& report : reports)
        if (!(report.*field).empty()) found.insert(report.*field);
    std::string text;
    constexpr std::size_t shown = 12;
    for (std::size_t i = 0; const std::string& word : found) {
        if (i++ == shown) return text + " …";
        text += (text.empty() ? "" : ", ") + word;
    }
    return text.empty() ? "–" : text;
}

[[noreturn]] void refuse_empty(const Source& source, const HazardFilter& filter) {
    std::string zh, en;
    const auto add = [&](const Message& part) { zh += part.zh, en += part.en; };
    if (filter.from || filter.to) {
        const auto dated = std::ranges::count_if(source.reports, [](const HazardReport& r) { return r.date.has_value(); });
        add(say("有可读日期的 {} 件。", " {} have a date that can be read.", dated));
    }
    if (filter.types) add(say("现有类型：{}。", " Types: {}.", some_of(source.reports, &HazardReport::type)));
    if (filter.statuses) add(say("现有状态：{}。", " Statuses: {}.", some_of(source.reports, &HazardReport::status)));
    throw InvalidInput{{fmt::format("{} 件隐患都不符合筛选条件。{}", source.reports.size(), zh),
                        fmt::format("None of {} reports passes the filter.{}", source.reports.size(), en)}};
}

/// Words asked for that no report has, each likely a slip of the pen, and reports that no date can be read of where a date decides.
std::vector<Finding> unmet(const Source& source, const HeatSettings& settings) {
    std::vector<Finding> findings;
    const auto look_for = [&](const char* code, const std::string& word, std::string HazardReport::*field, std::string_view zh, std::string_view en) {
        if (std::ranges::find(source.reports, word, field) == source.reports.end())
            findings.push_back({code, "hazard", {}, say(zh, en, word, some_of(source.reports, field))});
    };
    for (const auto& [severity, weight] : settings.weights.by_severity)
        look_for("severity-unmet", severity, &HazardReport::severity, "没有严重程度为“{0}”的隐患，其权重未起作用。现有：{1}。", "No report has the severity “{0}”; its weight counts for nothing. There are: {1}.");
    for (const std::string& type : settings.filter.types.value_or(std::set<std::string>{}))
        look_for("type-unmet", type, &HazardReport::type, "没有类型为“{0}”的隐患。现有：{1}。", "No report is of the type “{0}”. There are: {1}.");
    for (const std::string& status : settings.filter.statuses.value_or(std::set<std::string>{}))
        look_for("status-unmet", status, &HazardReport::status, "没有状态为“{0}”的隐患。现有：{1}。", "No report has the status “{0}”. There are: {1}.");
    const auto undated = std::ranges::count_if(source.reports, [](const HazardReport& report) { return !report.date; });
    if (undated > 0 && (settings.filter.from || settings.filter.to))
        findings.push_back({"date-missing", "hazard", {}, say("{} 件隐患没有可读的日期，未计入。", "{} reports have no date that can be read; they are left out.", undated)});
    if (undated > 0 && settings.weights.half_life_days)
        findings.push_back({"date-missing", "hazard", {}, say("{} 件隐患没有可读的日期，按未过时计。", "{} reports have no date that can be read; they count as new.", undated)});
    return findings;
}

/// Refuses what the machine does not have.
void require_memory(const HeatEstimate& estimate) {
    const auto available = available_memory();
    if (!available || estimate.bytes <= *available) return;
    // Memory goes with the square of the cell; a tenth on top for the rest.
    const double enough_m = estimate.grid.cell * std::sqrt(static_cast<double>(estimate.bytes) / static_cast<double>(*available)) * 1.1;
    throw InvalidInput{say("{} × {} 像元的栅格需要约 {} 内存，本机只剩 {}。请用不小于 {:.2g} m 的像元（--cell），或缩小范围。",
                           "A grid of {} × {} cells needs about {} of memory, and this machine has {} left. Use cells of {:.2g} m or more (--cell), or a smaller extent.",
                           estimate.grid.columns, estimate.grid.rows, shown_bytes(estimate.bytes), shown_bytes(*available), enough_m)};
}

void refuse_inputs(const HeatmapOptions& options) {
    std::error_code ignored;
    const auto is_out = [&](const std::filesystem::path& file) { return std::filesystem::equivalent(options.out, file, ignored); };
    if ((options.points.empty() || !is_out(file_and_layer(options.points).file)) && (options.project.empty() || !is_out(options.project))) return;
    throw OutputError{say("{} 就是要读入的文件，--overwrite 也不会覆盖它。请用 --out 另选文件。",
                          "{} is the file to be read; not even --overwrite replaces that. Choose another with --out.", options.out)};
}

nlohmann::json maybe(const std::string& text) { return text.empty() ? nlohmann::json(nullptr) : nlohmann::json(text); }

nlohmann::json document(const HeatmapOptions& options, const Source& source, const Heat& heat, const HeatEstimate& estimate) {
    const RasterGrid& grid = heat.raster.grid;
    const Box box = grid.box();
    return {{"schema", "anchong/heatmap/1"}, {"project", maybe(options.project)}, {"points", maybe(options.points)},
            {"columns_read", {{"x", maybe(source.x)}, {"y", maybe(source.y)}, {"weight", maybe(source.weight)}}}, {"file", options.out},
            {"crs", maybe(heat.raster.crs)}, {"kernel", kernel_name(heat.settings.kernel)}, {"bandwidth_m", heat.settings.bandwidth_m},
            {"cell_m", heat.settings.cell_m.value_or(0.0)}, {"columns", grid.columns}, {"rows", grid.rows},
            {"extent", {box.min_x, box.min_y, box.max_x, box.max_y}}, {"read", source.read}, {"reports", heat.reports}, {"weight", heat.weight},
            {"maximum_per_ha", heat.maximum}, {"memory_bytes", estimate.bytes}, {"findings", to_json(source.findings)}};
}

int make(const HeatmapOptions& options, const Console& console) {
    check(options);
    const HeatSettings settings = settings_of(options);
    refuse_inputs(options);
    require_writable(options.out, console.overwrite);
    Source source = options.points.empty() ? from_project(options.project) : from_points(options, console.progress(say("读取", "reading")));
    if (source.by_reports) std::ranges::move(unmet(source, settings), std::back_inserter(source.findings));
    console.tell(source.findings);

    const HeatEstimate estimate = source.by_reports ? estimate_heat(source.reports, settings, source.crs, console.threads)
                                                    : estimate_heat(source.points, settings, source.crs, console.threads);
    if (estimate.reports == 0) refuse_empty(source, settings.filter);
    console.tell(say("读入 {} 件，计入 {} 件；栅格 {} × {}，像元 {:.4g} m，约需内存 {}。", "Read {}, counting {}; grid of {} × {} cells of {:.4g} m, about {} of memory.",
                     source.read, estimate.reports, estimate.grid.columns, estimate.grid.rows, estimate.grid.cell, shown_bytes(estimate.bytes)));
    require_memory(estimate);
    const Heat heat = [&] {
        const Progress progress = console.progress(say("计算密度", "density"));
        return source.by_reports ? hazard_density(source.reports, settings, source.crs, console.threads, progress)
                                 : point_density(std::move(source.points), settings, source.crs, console.threads, progress);
    }();
    if (is_interrupted()) throw Cancelled{};
    write_heat(options.out, heat, options.project + options.points, console.overwrite, console.progress(say("写出", "writing")));

    console.tell(say("已写出 {}：每公顷件数，权重合计 {:g}，最高 {:.4g}。", "Wrote {}: reports per hectare, {:g} by weight in all, at most {:.4g}.", options.out,
                     heat.weight, heat.maximum));
    console.give(document(options, source, heat, estimate));
    return 0;
}

}  // namespace

void add_heatmap(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<HeatmapOptions>();
    CLI::App* command = app.add_subcommand("heatmap", help(console, "隐患密度：写出每公顷件数的栅格", "density of hazard reports, as a raster of reports per hectare"));
    options->add_to(*command, console);
    command->footer(help(console,
                         "例：\n  anchong heatmap town.gpkg --bandwidth 80 --cell 2 --out heat.tif\n"
                         "  anchong heatmap --points 隐患.csv.gz --x 经度 --y 纬度 --bandwidth 500 --out heat.tif\n"
                         "  anchong heatmap --points 点.csv --crs local --unit km --bandwidth 5000 --out heat.tif",
                         "Examples:\n  anchong heatmap town.gpkg --bandwidth 80 --cell 2 --out heat.tif\n"
                         "  anchong heatmap --points reports.csv.gz --x lon --y lat --bandwidth 500 --out heat.tif\n"
                         "  anchong heatmap --points points.csv --crs local --unit km --bandwidth 5000 --out heat.tif"));
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return make(*options, console); }; });
}

}  // namespace app
