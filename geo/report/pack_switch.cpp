#include "geo/report/pack_switch.hpp"

#include "geo/checks/certificate.hpp"
#include "geo/scenario/run.hpp"

#include <algorithm>
#include <map>

namespace geo {
namespace {

Results plan_of(const Task& task, int threads, const Progress& progress) {
    Results results;
    results.grounds = find_zones(task, threads, progress.part(0.0, 0.6));
    results.sites = fit_sites(task, results.grounds, threads, progress.part(0.6, 0.9));
    results.clearances = certify(results.sites, task.compounds(), task.kept(), task.inputs().crs, threads, progress.part(0.9, 1.0));
    return results;
}

/// By site, the row that its verdict hangs on: the worst, and of those the tightest.
std::map<std::string, ClearanceRow> decisive(const std::vector<ClearanceRow>& rows) {
    std::map<std::string, ClearanceRow> all;
    const auto key = [](const ClearanceRow& row) { return std::pair{-static_cast<int>(row.verdict), row.have_m - row.need_m}; };
    for (const ClearanceRow& row : rows) {
        const auto [it, is_new] = all.try_emplace(row.site_id, row);
        if (!is_new && key(row) < key(it->second)) it->second = row;
    }
    return all;
}

}  // namespace

PackSwitch switched(const Project& project, const Scenario& scenario, const RulePack& a, const RulePack& b, int threads, const Progress& progress) {
    const auto with = [&](const RulePack& pack) {
        Scenario own = scenario;
        own.pack = pack.id;
        std::erase_if(own.clearances, [&](const auto& each) { return std::ranges::find(pack.clearances, each.first, &ClearanceRule::id) == pack.clearances.end(); });
        return own;
    };
    const Scenario scenario_a = with(a), scenario_b = with(b);
    const Task task_a{project.inputs, with_assumptions(a, scenario_a), scenario_a}, task_b{project.inputs, with_assumptions(b, scenario_b), scenario_b};
    const Results plan_a = plan_of(task_a, threads, progress.part(0.0, 0.5)), plan_b = plan_of(task_b, threads, progress.part(0.5, 0.9));

    PackSwitch result;
    result.before = totals_of(plan_a);
    result.after = totals_of(plan_b);
    result.sites = plan_a.sites.size();
    std::vector<Site> judged = plan_a.sites;
    const auto was = decisive(plan_a.clearances), is = decisive(certify(judged, task_b.compounds(), task_b.kept(), project.inputs.crs, threads, progress.part(0.9, 1.0)));
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const Site& site = plan_a.sites[i];
        if (site.verdict == judged[i].verdict) continue;
        Flip flip{.site = site.id, .compound = site.compound, .bays = site.bay_count, .before = site.verdict, .after = judged[i].verdict, .was = {}, .because = {}};
        if (const auto row = was.find(site.id); row != was.end()) flip.was = row->second;
        if (const auto row = is.find(site.id); row != is.end()) flip.because = row->second;
        result.flips.push_back(std::move(flip));
    }
    return result;
}

}  // namespace geo
