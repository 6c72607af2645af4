#include "app/cli/sheet_export.hpp"

#include "app/pages/sheet_files.hpp"
#include "app/pages/sheet_source.hpp"
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

}  // namespace

int export_sheets(const SheetExport& request, const Console& console) {
    // Kept for as long as the program runs: Qt refers to them.
    static int argument_count = 1;
    static char name[] = "anchong";
    static char* arguments[] = {name, nullptr};
    begin_pages(argument_count, arguments);
    require_page_fonts();
    const auto project = std::make_shared<const Project>(read_project(request.project));
    scenario_named(*project, request.scenario);
    const auto results = std::make_shared<const Results>(read_results(request.project, request.scenario));
    const HeatSettings heat = map_view_from_text(read_layout(request.project, "map").value_or(std::string{})).heat;
    const Progress progress = console.progress(say("制图", "sheets"));
    const SheetSource source = sheet_source(project, results, request.phase ? nullptr : &heat, console.threads, progress.part(0.0, 0.1));
    SheetRequest sheets_asked;
    sheets_asked.language = language_named(request.language);
    sheets_asked.phase = request.phase;
    sheets_asked.date = timestamp().substr(0, 10);
    const auto sheets = plan_sheets(source, sheets_asked, progress.part(0.1, 0.2));
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
