#include "app/cli/command_list.hpp"
#include "app/cli/comparison_report.hpp"
#include "app/cli/scenario_report.hpp"
#include "app/cli/sheet_export.hpp"
#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/io/output_file.hpp"
#include "geo/report/plan.hpp"

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace app {
namespace {

using namespace geo;

struct Options {
    std::string project, out;
    std::vector<std::string> scenarios;
};

/// Writes the comparison as one kind of file, complete or absent.
using Writer = void (*)(const Comparison&, const std::filesystem::path&, const Console&);

void write_json(const Comparison& comparison, const std::filesystem::path& file, const Console& console) {
    write_comparison(file, comparison, console.overwrite);
}

void write_xlsx(const Comparison& comparison, const std::filesystem::path& file, const Console& console) {
    write_comparison_workbook(file, comparison, console.overwrite);
}

/// By the extension of --out.
const std::map<std::string, Writer>& writers() {
    static const std::map<std::string, Writer> all{{".json", write_json}, {".pdf", write_comparison_pdf}, {".xlsx", write_xlsx}};
    return all;
}

Writer writer_for(const std::string& out) {
    if (const auto found = writers().find(ending_of(out)); found != writers().end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [each, writer] : writers()) known.push_back("*" + each);
    throw UsageError{say("比较结果不能写成 {}。--out 可用：{}。", "A comparison cannot be written as {}. --out takes: {}.", out, fmt::join(known, ", "))};
}

void refuse_project(const Options& options) {
    std::error_code ignored;
    if (!std::filesystem::equivalent(options.out, options.project, ignored)) return;
    throw OutputError{say("{} 就是要读入的工程，--overwrite 也不会覆盖它。请用 --out 另选文件。",
                          "{} is the project to be read; not even --overwrite replaces that. Choose another file with --out.", options.out)};
}

/// No name has a blank at either end: `base, three-m` means the same as `base,three-m`.
std::vector<std::string> trimmed(std::vector<std::string> names) {
    for (std::string& name : names) {
        name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
        name.erase(name.find_last_not_of(' ') + 1);
    }
    return names;
}

void require_two(const std::vector<std::string>& names) {
    if (names.size() < 2) {
        throw UsageError{say("至少比较两个方案：--scenarios base,three-m。", "Two scenarios at least: --scenarios base,three-m.")};
    }
    std::set<std::string> seen;
    for (const std::string& name : names)
        if (!seen.insert(name).second) throw UsageError{say("方案“{}”给了两次。", "Scenario “{}” is named twice.", name)};
}

/// The scenarios asked for, with their results.
Comparison read(const std::string& file, const std::vector<std::string>& names) {
    Comparison c;
    c.file = file;
    c.project = std::make_shared<const Project>(read_project(file));
    const auto bases = read_bases(file);
    std::vector<std::string> missing;
    for (const std::string& name : names) {
        c.scenarios.push_back(scenario_named(*c.project, name));
        if (!bases.contains(name)) missing.push_back(name);
    }
    if (!missing.empty()) {
        throw InvalidInput{say("方案 {0} 尚无结果。请先运行 anchong scenario {1} run {2}。", "No results yet: {0}. Run anchong scenario {1} run {2} first.",
                               fmt::format("{}", fmt::join(missing, ", ")), shell_word(file), shell_words(missing))};
    }
    for (const Scenario& scenario : c.scenarios) c.results.push_back(std::make_shared<const Results>(read_results(file, scenario.name)));
    return c;
}

int compare(const Options& options, const Console& console) {
    const std::vector<std::string> names = trimmed(options.scenarios);
    require_two(names);
    const Writer write = options.out.empty() ? nullptr : writer_for(options.out);
    if (write) {
        refuse_project(options);
        require_writable(options.out, console.overwrite);
    }
    Comparison c = read(options.project, names);
    geo::compare(c, console.threads, console.progress(say("比较", "comparing")));
    if (is_interrupted()) throw Cancelled{};
    if (write) write(c, options.out, console);
    if (write == write_comparison_pdf && names.size() > 2) {
        c.findings.push_back({"maps-of-two", "scenario", "",
                              say("PDF 的两幅图和规则差异只涉及“{0}”与“{1}”，其余方案只列入指标表。要看它们的图，请逐对比较。",
                                  "The maps and the differing rules of the PDF are of “{0}” and “{1}” alone; the other scenarios are in the table of indicators. Compare them in pairs to see their maps.",
                                  names[0], names[1])});
    }
    console.tell(c.findings);
    tell(console, c);
    if (write) console.tell(say("已写出 {}。", "Wrote {}.", options.out));
    console.give(to_document(c));
    return 0;
}

}  // namespace

void add_compare(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("compare", help(console, "并列比较各方案的指标与增减", "scenarios side by side: indicators, what came and what went"));
    command->add_option("project", options->project, help(console, "工程 (.gpkg)", "project (.gpkg)"))->required()->check(a_path(console));
    command->add_option("--scenarios", options->scenarios, help(console, "方案，以逗号分隔；第一个为基准", "scenarios, separated by commas; the first is the base"))
        ->required()->delimiter(',')->allow_extra_args(false);
    command->add_option("--out", options->out, help(console, "要写出的文件：.json、.pdf 或 .xlsx", "file to write: .json, .pdf or .xlsx"))->check(a_path(console));
    add_common(*command, console);
    command->callback([options, &console, &chosen] { chosen = [options, &console] { return compare(*options, console); }; });
}

}  // namespace app
