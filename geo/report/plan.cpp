#include "geo/report/plan.hpp"

#include "geo/bays/layout.hpp"
#include "geo/checks/certificate.hpp"
#include "geo/checks/duties.hpp"
#include "geo/core/error.hpp"
#include "geo/core/shell_word.hpp"
#include "geo/scenario/phasing.hpp"
#include "geo/scenario/run.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace geo {
namespace {

void note_grounds(const std::vector<Ground>& grounds, std::vector<Finding>& findings) {
    for (const Ground& ground : grounds) {
        if (!ground.is_computed) {
            Message text = say("小区 {} 未能算出可设地：", "Compound {} was not computed: ", ground.compound);
            text.zh += ground.reason.zh + "。请检查其边界与周边要素的几何。";
            text.en += ground.reason.en + ". Check its boundary and what lies round it.";
            findings.push_back({"not-computed", "compound", ground.compound, std::move(text)});
        } else if (ground.zones.empty()) {
            findings.push_back({"no-ground", "compound", ground.compound,
                                say("小区 {0} 没有可设地。确需在室内充电的，须落实的事项见职责表（checks）中的 compound:{0}。",
                                    "Compound {0} has no ground for charging. What charging indoors by way of exception takes is listed in the table of duties (checks) under compound:{0}.",
                                    ground.compound)});
        }
    }
}

/// One site is laid out in a zone, however large: said, so that nobody takes what is left over for the rules' doing.
void note_full_sites(const std::vector<Site>& sites, int most, std::vector<Finding>& findings) {
    const auto full = std::ranges::count_if(sites, [&](const Site& site) { return site.bay_count >= most; });
    if (full > 0)
        findings.push_back({"sites-full", "sites", "",
                            say("{0} 处可设地只布了一个点位，已达每个点位 {1} 个车位的上限（site.max_bays），可能还有余地。",
                                "{0} zones hold one site each with the {1} bays that a site may have (site.max_bays): there may be room for more.", full, most)});
}

}  // namespace

const Scenario& scenario_named(const Project& project, const std::string& name) {
    const auto it = std::ranges::find(project.scenarios, name, &Scenario::name);
    if (it != project.scenarios.end()) return *it;
    std::vector<std::string> names;
    for (const Scenario& s : project.scenarios) names.push_back(s.name);
    throw InvalidInput{say("工程中没有方案“{}”。现有：{}。", "The project has no scenario “{}”. There are: {}.", name, fmt::join(names, ", "))};
}

Results make_plan(const Project& project, const std::string& scenario, Steps steps, const Results& known, int threads,
                  const Progress& progress) {
    const Scenario& chosen = scenario_named(project, scenario);
    const Task task{project.inputs, pack_of(project.packs, chosen), chosen, threads};
    Results results;
    results.scenario = scenario;
    results.basis = basis_of(project.packs, chosen, project.inputs.strips);
    results.findings = task.findings();
    if (steps == Steps::Sites) {
        if (known.grounds.empty()) {
            throw InvalidInput{say("方案“{}”尚无可建区。请先运行 anchong zones --scenario {}。", "Scenario “{}” has no zones yet. Run anchong zones --scenario {} first.", scenario,
                                   shell_word(scenario))};
        }
        if (!known.basis.empty() && known.basis != results.basis) {
            throw InvalidInput{say("方案“{0}”的规则在可建区算出之后改过。请先运行 anchong zones --scenario {1}，或用 anchong plan --scenario {1} 一并重算。",
                                   "The rules of scenario “{0}” have changed since its zones were made. Run anchong zones --scenario {1} first, or anchong plan --scenario {1} for both.", scenario,
                                   shell_word(scenario))};
        }
        results.grounds = known.grounds;
    } else {
        results.grounds = find_zones(task, threads, progress.part(0.0, steps == Steps::Zones ? 1.0 : 0.6));
    }
    note_grounds(results.grounds, results.findings);
    const auto check = [&] { results.checks = duty_rows(results, project.inputs, task.pack(), task.obstacles(), chosen.zone_type); };
    if (steps == Steps::Zones) {
        check();
        return results;
    }
    results.sites = fit_sites(task, results.grounds, threads, progress.part(0.6, 0.9));
    note_full_sites(results.sites, bay_module(task.pack()).site_max_bays, results.findings);
    put_into_phases(results, project.phasing, known, project.phasing);
    results.clearances = certify(results.sites, task.compounds(), task.kept(), project.inputs.crs, threads, progress.part(0.9, 1.0));
    check();
    if (auto failing = failing_duties(results.checks)) results.findings.push_back(std::move(*failing));
    return results;
}

std::optional<Finding> failing_duties(std::span<const CheckRow> rows) {
    std::set<std::string_view> places;
    const CheckRow* first = nullptr;
    std::size_t count = 0;
    for (const CheckRow& row : rows) {
        if (row.verdict != Verdict::Fails) continue;
        if (count++ == 0) first = &row;
        places.insert(row.site_id);
    }
    if (!first) return std::nullopt;
    return Finding{"duties-fail", "checks", first->site_id,
                   say("{0} 处有 {1} 项职责不符合，如 {2} 的 {3}（{4}），见职责表（checks）。点位的结论只论净距。",
                       "{1} duties do not hold at {0} places, as {3} of {2} ({4}): see the table of duties (checks). Verdicts of sites are of distances alone.",
                       places.size(), count, first->site_id, first->duty, first->clause)};
}

}  // namespace geo
