#include "app/cli/sheet_export.hpp"

#include "app/pages/comparison_sheets.hpp"
#include "app/pages/guide_sheets.hpp"
#include "app/pages/sheet_files.hpp"
#include "app/pages/sheet_source.hpp"
#include "geo/core/clock.hpp"
#include "geo/io/map_view_json.hpp"
#include "geo/io/output_file.hpp"
#include "geo/report/plan.hpp"
#include "geo/report/staleness.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace app {
namespace {

using namespace geo;

SheetLanguage language_named(const std::string& word) {
    return word == "zh" ? SheetLanguage::Chinese : word == "en" ? SheetLanguage::English : SheetLanguage::Both;
}

/// Once; Qt refers to the arguments for as long as the program runs.
void begin_pages() {
    static int argument_count = 1;
    static char name[] = "anchong";
    static char* arguments[] = {name, nullptr};
    app::begin_pages(argument_count, arguments);
    require_page_fonts();
}

}  // namespace

int export_sheets(const SheetExport& request, const Console& console) {
    begin_pages();
    const auto project = std::make_shared<const Project>(read_project(request.project));
    scenario_named(*project, request.scenario);
    const auto results = std::make_shared<const Results>(read_results(request.project, request.scenario));
    const HeatSettings heat = map_view_from_text(read_layout(request.project, "map").value_or(std::string{})).heat;
    std::vector<Finding> findings;
    if (const auto stale = staleness_unless_refused(*project, *results)) findings.push_back(*stale);
    const Progress progress = console.progress(say("制图", "sheets"));
    const SheetSource source = sheet_source(project, results, request.phase ? nullptr : &heat, console.threads, progress.part(0.0, 0.1));
    SheetRequest sheets_asked;
    sheets_asked.language = language_named(request.language);
    sheets_asked.phase = request.phase;
    sheets_asked.date = timestamp().substr(0, 10);
    const auto sheets = plan_sheets(source, sheets_asked, progress.part(0.1, 0.2));
    const auto files = write_sheets(request.folder, sheets, source.title, request.in_one, console.overwrite, progress.part(0.2, 1.0));
    console.tell(findings);
    std::vector<std::string> names;
    for (const auto& file : files) {
        console.tell(Message{file.string(), file.string()});
        names.push_back(file.string());
    }
    std::ranges::sort(names);
    console.tell(say("已将 {} 张图纸写入 {} 个文件，位于 {}。", "Wrote {} sheets in {} files to {}.", sheets.size(), files.size(), request.folder));
    console.give({{"schema", "anchong/export/1"}, {"project", request.project}, {"scenario", request.scenario}, {"format", "pdf"}, {"encoding", "UTF-8"},
                  {"folder", request.folder}, {"files", names}, {"phase", request.phase ? nlohmann::json(phase_id(*request.phase)) : nlohmann::json()}, {"findings", to_json(findings)}});
    return 0;
}

void write_comparison_pdf(const geo::Comparison& comparison, const std::filesystem::path& file, const Console& console) {
    begin_pages();
    SheetRequest request;
    request.date = timestamp().substr(0, 10);
    const Progress progress = console.progress(say("制图", "sheets"));
    const auto sheets = comparison_sheets(comparison, request, progress.part(0.0, 0.5));
    write_sheet_file(file, sheets, QString::fromStdString(comparison.project->name), console.overwrite, progress.part(0.5, 1.0));
}

std::size_t write_guide_pdf(const geo::RulePack& pack, const std::filesystem::path& file, const std::string& language, const Console& console) {
    require_writable(file, console.overwrite);
    begin_pages();
    SheetRequest request;
    request.language = language_named(language);
    request.date = timestamp().substr(0, 10);
    const auto sheets = guide_sheets(pack, request);
    write_sheet_file(file, sheets, QString::fromStdString(pack.title.in(console.language)), console.overwrite, console.progress(say("制图", "sheets")));
    return sheets.size();
}

}  // namespace app
