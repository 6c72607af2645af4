#include "app/cli/command_list.hpp"
#include "app/cli/sheet_export.hpp"
#include "geo/report/export_project.hpp"
#include "geo/report/plan.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace app {
namespace {

using namespace geo;

struct Options {
    std::string project, scenario = "base", format, folder, encoding = "UTF-8", sheet_language = "both";
    std::optional<std::string> phase;
    bool in_one = false;
};

std::optional<int> phase_wanted(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    if (const auto rank = phase_rank_written(*text)) return rank;
    throw UsageError{say("--phase 不认识“{}”：试点写 0、P、pilot 或 试点；推广写 1、2…，或 rollout-1、推广1。",
                         "--phase does not know “{}”: write 0, P, pilot or 试点 for the pilot; 1, 2 …, rollout-1 or 推广1 for the rollout.", *text)};
}

/// What was written, told and given.
int tell_files(const Options& options, const std::vector<std::filesystem::path>& files, const std::string& encoding, const std::optional<int>& phase,
               const std::vector<Finding>& findings, const Console& console) {
    console.tell(findings);
    nlohmann::json names = nlohmann::json::array();
    for (const auto& file : files) {
        console.tell(Message{file.string(), file.string()});
        names.push_back(file.string());
    }
    console.tell(say("已导出 {} 个文件到 {}。", "Files exported to {1}: {0}.", files.size(), options.folder));
    console.give({{"schema", "anchong/export/1"}, {"project", options.project}, {"scenario", options.scenario}, {"format", options.format},
                  {"encoding", encoding}, {"folder", options.folder}, {"files", names}, {"phase", phase ? nlohmann::json(phase_id(*phase)) : nlohmann::json()},
                  {"findings", to_json(findings)}});
    return 0;
}

int write_certificate(const Options& options, const Console& console) {
    const CertificateRequest request{.format = options.format == "json" ? CertificateFormat::Json : CertificateFormat::Workbook, .folder = options.folder,
                                     .name = std::filesystem::path{options.project}.stem().string(), .overwrite = console.overwrite, .phase = phase_wanted(options.phase)};
    const Project project = read_project(options.project);
    scenario_named(project, options.scenario);
    std::vector<Finding> findings;
    const auto file = export_certificate(request, project, read_results(options.project, options.scenario), findings, console.progress(say("导出", "exporting")));
    return tell_files(options, {file}, "UTF-8", request.phase, findings, console);
}

int write(const Options& options, const Console& console) {
    if (options.format == "json" || options.format == "xlsx") return write_certificate(options, console);
    if (options.format == "pdf")
        return export_sheets({options.project, options.scenario, options.folder, phase_wanted(options.phase), options.sheet_language, options.in_one}, console);
    ExportRequest request;
    request.format = options.format == "shp" ? ExportFormat::Shapefile : options.format == "gpkg" ? ExportFormat::GeoPackage : ExportFormat::GeoJson;
    request.encoding = options.encoding;
    request.folder = options.folder;
    request.overwrite = console.overwrite;
    request.phase = phase_wanted(options.phase);
    const Project project = read_project(options.project);
    request.name = std::filesystem::path{options.project}.stem().string();
    scenario_named(project, options.scenario);
    const Results results = read_results(options.project, options.scenario);
    std::vector<Finding> findings;
    const auto files = export_project(request, options.project, project, results, findings, console.progress(say("导出", "exporting")));
    return tell_files(options, files, request.format == ExportFormat::Shapefile ? options.encoding : "UTF-8", request.phase, findings, console);
}

}  // namespace

void add_export(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("export", help(console, "导出可设地、点位、净距与输入", "write zones, sites, certificate and inputs to files"));
    command->add_option("project", options->project, help(console, "工程 (.gpkg)", "project (.gpkg)"))->required()->check(a_path(console));
    command->add_option("--format", options->format, help(console, "格式：shp、gpkg、geojson，json 或 xlsx（净距证书），pdf（图纸）", "format: shp, gpkg, geojson; json or xlsx (certificate); pdf (sheets)"))
        ->required()->check(CLI::IsMember({"shp", "gpkg", "geojson", "json", "xlsx", "pdf"}));
    command->add_option("--out", options->folder, help(console, "目标文件夹", "folder to write to"))->required()->check(a_path(console));
    command->add_option("--encoding", options->encoding, help(console, "shapefile 的编码：GBK 或 UTF-8", "encoding of shapefiles: GBK or UTF-8"))
        ->check(CLI::IsMember({"GBK", "UTF-8"}, CLI::ignore_case))->capture_default_str();
    command->add_option("--scenario", options->scenario, help(console, "方案", "scenario"))->capture_default_str();
    command->add_option("--phase", options->phase, help(console, "只导出一期的点位：0 或 P 为试点，1、2… 为推广", "only the sites of one phase: 0 or P the pilot, 1, 2 … the rollout"));
    command->add_option("--sheet-lang", options->sheet_language, help(console, "图纸语言：zh、en 或 both", "language of sheets: zh, en or both"))
        ->check(CLI::IsMember({"zh", "en", "both"}))->capture_default_str();
    command->add_flag("--one-file", options->in_one, help(console, "所有图纸写入一个 PDF", "all sheets in one PDF"));
    add_common(*command, console);
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return write(*options, console); }; });
}

}  // namespace app
