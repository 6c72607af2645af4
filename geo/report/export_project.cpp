#include "geo/report/export_project.hpp"

#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/report/staleness.hpp"

namespace geo {
namespace {

/// A GeoPackage export beside its project would have the project's own name.
void refuse_project(const ExportRequest& request, const std::filesystem::path& project) {
    std::error_code ignored;
    if (request.format != ExportFormat::GeoPackage || !std::filesystem::equivalent(request.folder / (request.name + ".gpkg"), project, ignored)) return;
    throw OutputError{say("导出会覆盖工程 {} 本身，不允许。请另选文件夹（--out）。",
                          "The export would replace the project {} itself, which is never done. Choose another folder (--out).", project.string())};
}

}  // namespace

std::vector<std::filesystem::path> export_project(const ExportRequest& request, const std::filesystem::path& project_file, const Project& project,
                                                  const Results& results, std::vector<Finding>& findings, const Progress& progress) {
    refuse_project(request, project_file);
    if (results.grounds.empty()) {
        findings.push_back({"no-results", "zones", "",
                            say("方案“{}”尚无结果，只导出了输入；可设地、点位和净距都是空的。请先运行计划（anchong plan --scenario {}）。",
                                "Scenario “{}” has no results yet: only the inputs are exported, zones, sites and clearances are empty. Run the plan first (anchong plan --scenario {}).",
                                results.scenario, shell_word(results.scenario))});
    }
    if (auto stale = staleness(project, results)) findings.push_back(std::move(*stale));
    return export_files(request, project, results, findings, progress);
}

}  // namespace geo
