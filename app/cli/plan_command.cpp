#include "app/cli/command_list.hpp"
#include "app/cli/plan_report.hpp"
#include "geo/core/error.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>

namespace app {
namespace {

using namespace geo;

struct Options {
    std::string project, scenario = "base";
    std::optional<int> pilot;
};

nlohmann::json compound_rows(const Results& results) {
    nlohmann::json rows = nlohmann::json::array();
    for (const Ground& g : results.grounds) {
        double legal_m2 = 0.0, robust_m2 = 0.0;
        for (const Zone& zone : g.zones) legal_m2 += zone.legal_m2, robust_m2 += zone.robust_m2;
        rows.push_back({{"compound", g.compound}, {"computed", g.is_computed},
                        {"reason", g.is_computed ? nlohmann::json{} : app::to_json(g.reason)}, {"way", g.way}, {"scale", g.scale},
                        {"zones", g.zones.size()}, {"legal_m2", legal_m2}, {"robust_m2", robust_m2},
                        {"dropped_parts", g.dropped_parts}, {"dropped_m2", g.dropped_m2}});
    }
    return rows;
}

const char* name_of(Steps steps) { return steps == Steps::Zones ? "zones" : steps == Steps::Sites ? "site" : "plan"; }

/// Results with the phases that go with them, in one replacement.
void write_results(const Options& options, const Project& project, const Results& results, const std::optional<Pilot>& pilot) {
    if (!pilot) return replace_results(options.project, results);
    Project phased;
    phased.packs = project.packs;
    phased.scenarios = project.scenarios;
    phased.inputs.strips = project.inputs.strips;
    phased.phasing = pilot->phasing;
    const std::vector<Results> others = following_results(options.project, project, results.scenario, pilot->phasing);
    ProjectParts parts{.read = &project, .rules = &phased, .results = {&results}};
    for (const Results& other : others) parts.results.push_back(&other);
    replace_parts(options.project, parts);
}

int run_steps(const Options& options, Steps steps, const Console& console) {
    if (options.pilot && *options.pilot < 1) throw UsageError{say("--pilot 须不小于 1，现为 {}。", "--pilot takes 1 or more, not {}.", *options.pilot)};
    const auto begun = std::chrono::steady_clock::now();
    const Project project = read_project(options.project);
    const Results known = steps == Steps::Zones ? Results{} : read_results(options.project, options.scenario);
    Results results = [&] {
        const Progress progress = console.progress(say("计算", "computing"));
        return make_plan(project, options.scenario, steps, known, console.threads, progress);
    }();
    std::optional<Pilot> pilot;
    if (options.pilot) {
        pilot = propose_pilot(project, results, *options.pilot);
        std::ranges::move(pilot->findings, std::back_inserter(results.findings));
    }
    if (is_interrupted()) throw Cancelled{};
    write_results(options, project, results, pilot);

    const Totals n = totals_of(results);
    console.tell(results.findings);
    tell_plan(console, n, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(), steps != Steps::Zones);
    if (pilot) tell_pilot(console, *pilot);
    console.give({{"schema", "anchong/plan/1"}, {"project", options.project}, {"scenario", options.scenario}, {"steps", name_of(steps)},
                  {"indicators", to_json(n)}, {"compounds", compound_rows(results)}, {"pilot", pilot ? to_json(*pilot, *options.pilot) : nlohmann::json{}},
                  {"findings", app::to_json(results.findings)}});
    return steps != Steps::Zones && n.sites == 0 ? 6 : 0;
}

void add(CLI::App& app, Console& console, Action& chosen, const char* name, const std::string& what, Steps steps) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(name, what);
    command->add_option("project", options->project, help(console, "工程 (.gpkg)", "project (.gpkg)"))->required()->check(a_path(console));
    command->add_option("--scenario", options->scenario, help(console, "方案", "scenario"))->capture_default_str();
    if (steps != Steps::Zones) {
        command->add_option("--pilot", options->pilot, help(console, "把最急且有点位的 N 个小区列入试点，其余列入推广", "put the N most urgent compounds that have a site into the pilot, the others into the rollout"))
            ->type_name("N");
    }
    add_common(*command, console);
    command->callback([=, &console, &chosen] { chosen = [=, &console] { return run_steps(*options, steps, console); }; });
}

}  // namespace

void add_plan(CLI::App& app, Console& console, Action& chosen) {
    add(app, console, chosen, "zones", help(console, "计算可设地", "compute candidate zones"), Steps::Zones);
    add(app, console, chosen, "site", help(console, "在已有可设地内排布车位", "lay bays into existing zones"), Steps::Sites);
    add(app, console, chosen, "plan", help(console, "可设地与车位", "zones and sites"), Steps::Both);
}

}  // namespace app
