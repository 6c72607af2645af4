#include "app/cli/command_list.hpp"
#include "geo/report/plan.hpp"

#include <nlohmann/json.hpp>

#include <chrono>

namespace app {
namespace {

using namespace geo;

struct Options {
    std::string project, scenario = "base";
};

nlohmann::json to_json(const Indicators& n) {
    return {{"compounds", n.compounds}, {"not_computed", n.not_computed}, {"without_ground", n.without_ground}, {"without_site", n.without_site},
            {"zones", n.zones},         {"dropped_parts", n.dropped_parts}, {"sites", n.sites},                {"bays", n.bays},
            {"complies", n.complies},   {"to_verify", n.to_verify},         {"fails", n.fails},                {"fallbacks", n.fallbacks},
            {"legal_m2", n.legal_m2},   {"robust_m2", n.robust_m2}};
}

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

int run_steps(const Options& options, Steps steps, const Console& console) {
    const auto begun = std::chrono::steady_clock::now();
    const Project project = read_project(options.project);
    const Results known = steps == Steps::Zones ? Results{} : read_results(options.project, options.scenario);
    const Results results = [&] {
        const Progress progress = console.progress(say("计算", "computing"));
        return make_plan(project, options.scenario, steps, known, console.threads, progress);
    }();
    if (is_interrupted()) throw Cancelled{};
    replace_results(options.project, results);

    const Indicators n = indicators_of(results);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    console.tell(results.findings);
    console.tell(say("{} 个小区：{} 处可设地（合规 {:.0f} m²，稳妥 {:.0f} m²），{} 个小区无可设地，{} 个未能算出，用时 {:.1f} 秒。",
                     "{} compounds: {} zones (legal {:.0f} m², robust {:.0f} m²), {} compounds without ground, {} not computed, {:.1f} s.", n.compounds,
                     n.zones, n.legal_m2, n.robust_m2, n.without_ground, n.not_computed, seconds));
    if (steps != Steps::Zones) {
        console.tell(say("{} 个点位，{} 个车位：符合 {}，待核实 {}，不符合 {}。", "{} sites, {} bays: {} comply, {} to be verified, {} fail.", n.sites, n.bays,
                         n.complies, n.to_verify, n.fails));
        console.tell(say("本结果为规划核查，供消防、住建部门参考，不代表审批通过。", "A planning check for the fire and housing bureaux; not an approval."));
    }
    console.give({{"schema", "anchong/plan/1"}, {"project", options.project}, {"scenario", options.scenario}, {"steps", name_of(steps)},
                  {"indicators", to_json(n)}, {"compounds", compound_rows(results)}, {"findings", app::to_json(results.findings)}});
    return steps != Steps::Zones && n.sites == 0 ? 6 : 0;
}

void add(CLI::App& app, Console& console, Action& chosen, const char* name, const std::string& what, Steps steps) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(name, what);
    command->add_option("project", options->project, help(console, "工程 (.gpkg)", "project (.gpkg)"))->required()->check(a_path(console));
    command->add_option("--scenario", options->scenario, help(console, "方案", "scenario"))->capture_default_str();
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
