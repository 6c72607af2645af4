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

double margin_m(const ClearanceRow& row) { return row.have_m - row.need_m; }

/// The row that a site's verdict hangs on: the tightest with that verdict, where the status of a number counts in rows that govern alone; else the governing one.
const ClearanceRow* decisive(const Site& site, const std::vector<const ClearanceRow*>& rows) {
    const auto governs = [&](const ClearanceRow& row) { return site.margin_m && margin_m(row) - *site.margin_m <= level_m; };
    const auto counts = [&](const ClearanceRow& row) {
        const bool is_of_status = row.verdict == Verdict::ToVerify && (row.status == Status::Unverified || row.status == Status::Assumption);
        return row.verdict == site.verdict && (!is_of_status || governs(row));
    };
    const auto tightest = [&](auto&& is_meant) {
        const ClearanceRow* found = nullptr;
        for (const ClearanceRow* row : rows)
            if (is_meant(*row) && (!found || margin_m(*row) < margin_m(*found))) found = row;
        return found;
    };
    const auto is_governing = [&](const ClearanceRow& row) { return row.rule == site.governing && site.margin_m && margin_m(row) >= *site.margin_m; };
    const ClearanceRow* const found = site.verdict == Verdict::Complies ? nullptr : tightest(counts);
    return found ? found : tightest(is_governing);
}

std::map<std::string, std::vector<const ClearanceRow*>> by_site(const std::vector<ClearanceRow>& rows) {
    std::map<std::string, std::vector<const ClearanceRow*>> all;
    for (const ClearanceRow& row : rows) all[row.site_id].push_back(&row);
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
    const std::vector<ClearanceRow> rows_b = certify(judged, task_b.compounds(), task_b.kept(), project.inputs.crs, threads, progress.part(0.9, 1.0));
    auto was = by_site(plan_a.clearances), is = by_site(rows_b);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const Site& site = plan_a.sites[i];
        if (site.verdict == judged[i].verdict) continue;
        Flip flip{.site = site.id, .compound = site.compound, .bays = site.bay_count, .before = site.verdict, .after = judged[i].verdict, .was = {}, .because = {}};
        if (const ClearanceRow* row = decisive(site, was[site.id])) flip.was = *row;
        if (const ClearanceRow* row = decisive(judged[i], is[site.id])) flip.because = *row;
        result.flips.push_back(std::move(flip));
    }
    return result;
}

}  // namespace geo
