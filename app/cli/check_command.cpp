#include "app/cli/command_list.hpp"
#include "app/cli/existing_report.hpp"
#include "geo/checks/recheck.hpp"
#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/report/certificate_check.hpp"
#include "geo/report/existing.hpp"
#include "geo/report/plan.hpp"
#include "geo/scenario/scenario_rules.hpp"
#include "geo/scenario/totals.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using namespace geo;

struct Options {
    std::string project, scenario = "base", certificate;
    bool existing = false, has_scenario = false;
};

int check(const Options& options, const Console& console) {
    const Project project = read_project(options.project);
    const Scenario& scenario = scenario_named(project, options.scenario);
    const Results stored = read_results(options.project, options.scenario);
    if (stored.grounds.empty()) {
        throw InvalidInput{say("{} 的方案“{}”尚无结果。请先运行 anchong plan --scenario {}。", "{}: scenario “{}” has no results yet. Run anchong plan --scenario {} first.",
                               options.project, options.scenario, shell_word(options.scenario))};
    }
    const Recheck result = recheck(stored, project.inputs, pack_of(project.packs, scenario), scenario.zone_type, 1e-6, console.threads,
                                   console.progress(say("复核", "checking")));
    const Totals n = totals_of(stored);
    console.tell(result.differences);
    console.tell(say("复核：{} 个环、{} 条边、{} 对边与障碍物、{} 个点位、{} 行净距、{} 行职责；{} 处不一致或违规。",
                     "Checked {} rings, {} edges, {} edge–obstacle pairs, {} sites, {} clearance rows, {} duties; {} breaches or differences.", result.rings,
                     result.ring_edges, result.pairs, result.sites, result.rows, result.checks, result.differences.size()));
    const bool holds = result.differences.empty() && n.fails == 0;
    if (n.fails > 0) console.tell(say("{} 个点位不符合。", "{} sites fail.", n.fails));
    if (const auto failing = failing_duties(stored.checks)) console.tell(failing->text);
    console.give({{"schema", "anchong/check/1"}, {"project", options.project}, {"scenario", options.scenario}, {"rings", result.rings},
                  {"ring_edges", result.ring_edges}, {"pairs", result.pairs}, {"sites", result.sites}, {"rows", result.rows}, {"checks", result.checks}, {"fails", n.fails},
                  {"holds", holds}, {"differences", to_json(result.differences)}});
    return holds ? 0 : 5;
}

int check_existing_facilities(const Options& options, const Console& console) {
    const Project project = read_project(options.project);
    const Scenario& scenario = scenario_named(project, options.scenario);
    if (!has_existing(project.inputs))
        throw InvalidInput{say("{} 中没有现有充电设施图层。请在 anchong new 时给出 --role charging=文件。",
                               "{} has no layer of existing charging facilities. Give --role charging=FILE to anchong new.", options.project)};
    const ExistingFacilities existing = existing_of(project, options.scenario, console.threads, console.progress(say("核查现有设施", "checking facilities")));
    tell_existing(console, existing);
    console.give(to_json(existing, options.project, scenario.pack));
    return existing.count(Verdict::Fails) == 0 ? 0 : 5;
}

int check_given_certificate(const Options& options, const Console& console) {
    const CertificateDocument given = read_certificate(options.certificate);
    const Project project = read_project(options.project);
    const std::string scenario = options.has_scenario ? options.scenario : given.scenario;
    scenario_named(project, scenario);
    const CertificateCheck result = check_certificate(given, project, scenario, read_results(options.project, scenario), console.threads,
                                                      console.progress(say("核对证书", "checking the certificate")));
    const bool holds = result.differences.empty();
    console.tell(result.notes);
    console.tell(result.differences);
    console.tell(say("证书 {}：由输入重算 {} 个点位、{} 行净距；{} 处不一致。", "Certificate {}: {} sites and {} clearance rows recomputed from the inputs; {} differences.", options.certificate,
                     result.sites, result.rows, result.differences.size()));
    console.give({{"schema", "anchong/certificate-check/1"}, {"project", options.project}, {"certificate", options.certificate}, {"scenario", scenario}, {"sites", result.sites},
                  {"rows", result.rows}, {"holds", holds}, {"notes", to_json(result.notes)}, {"differences", to_json(result.differences)}});
    return holds ? 0 : 5;
}

int act(const Options& options, const Console& console) {
    if (options.existing && !options.certificate.empty()) throw UsageError{say("--existing 与 --certificate 请分开使用。", "Use --existing and --certificate one at a time.")};
    if (options.existing) return check_existing_facilities(options, console);
    return options.certificate.empty() ? check(options, console) : check_given_certificate(options, console);
}

}  // namespace

void add_check(CLI::App& app, Console& console, Action& chosen) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("check", help(console, "由输入重新核算每一环、每一行与结论", "recompute every ring, row and verdict from the inputs"));
    command->add_option("project", options->project, help(console, "工程 (.gpkg)", "project (.gpkg)"))->required()->check(a_path(console));
    CLI::Option* scenario = command->add_option("--scenario", options->scenario, help(console, "方案", "scenario"))->capture_default_str();
    command->add_flag("--existing", options->existing, help(console, "按同样的规则核查现有充电设施", "judge the existing charging facilities by the same rules"));
    command->add_option("--certificate", options->certificate, help(console, "由本工程的输入核对他人的证书 (json、xlsx、gpkg)", "recompute somebody's certificate (json, xlsx, gpkg) from the project's inputs"))
        ->check(a_path(console));
    add_common(*command, console);
    command->callback([options, scenario, &console, &chosen] {
        options->has_scenario = scenario->count() > 0;
        chosen = [options, &console] { return act(*options, console); };
    });
}

}  // namespace app
