#include "app/cli/sheet_export.hpp"

#include "app/pages/sheet_files.hpp"
#include "geo/core/clock.hpp"
#include "geo/io/map_view_json.hpp"
#include "geo/report/plan.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace app {
namespace {

using namespace geo;

SheetLanguage language_named(const std::string& word) {
    return word == "zh" ? SheetLanguage::Chinese : word == "en" ? SheetLanguage::English : SheetLanguage::Both;
}

std::shared_ptr<const Heat> heat_of(const std::string& file, const Project& project, const Console& console) {
    const auto reports = hazard_reports(project.inputs);
    if (reports.empty()) return nullptr;
    const HeatSettings settings = map_view_from_text(read_layout(file, "map").value_or(std::string{})).heat;
    auto heat = std::make_shared<Heat>(hazard_density(reports, settings, project.inputs.crs, console.threads, console.progress(say("隐患密度", "hazard density"))));
    return heat->reports > 0 ? heat : nullptr;
}

}  // namespace

int export_sheets(const SheetExport& request, const Console& console) {
    // Kept for as long as the program runs: Qt refers to them.
    static int argument_count = 1;
    static char name[] = "anchong";
    static char* arguments[] = {name, nullptr};
    begin_pages(argument_count, arguments);
    require_page_fonts();
    SheetSource source;
    const auto project = std::make_shared<Project>(read_project(request.project));
    source.project = project;
    scenario_named(*project, request.scenario);
    source.results = std::make_shared<Results>(read_results(request.project, request.scenario));
    source.heat = request.phase ? nullptr : heat_of(request.project, *project, console);
    source.title = QString::fromStdString(project->name);
    source.map = std::make_shared<MapData>(source.project, source.results, MapStyle::standard());
    SheetRequest sheets_asked;
    sheets_asked.language = language_named(request.language);
    sheets_asked.phase = request.phase;
    sheets_asked.date = timestamp().substr(0, 10);
    const Progress progress = console.progress(say("制图", "sheets"));
    const auto sheets = plan_sheets(source, sheets_asked, progress.part(0.0, 0.2));
    const auto files = write_sheets(request.folder, sheets, source.title, request.in_one, console.overwrite, progress.part(0.2, 1.0));
    std::vector<std::string> names;
    for (const auto& file : files) {
        console.tell(Message{file.string(), file.string()});
        names.push_back(file.string());
    }
    std::ranges::sort(names);
    console.tell(say("已将 {} 张图纸写入 {} 个文件，位于 {}。", "Wrote {} sheets in {} files to {}.", sheets.size(), files.size(), request.folder));
    console.give({{"schema", "anchong/export/1"}, {"project", request.project}, {"scenario", request.scenario}, {"format", "pdf"}, {"encoding", "UTF-8"},
                  {"folder", request.folder}, {"files", names}, {"phase", request.phase ? nlohmann::json{phase_id(*request.phase)} : nlohmann::json{}}, {"findings", nlohmann::json::array()}});
    return 0;
}

}  // namespace app
