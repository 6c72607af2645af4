#include "geo/report/pilot.hpp"

#include "geo/core/error.hpp"

#include <algorithm>

namespace geo {

Pilot propose_pilot(const Project& project, Results& results, int count, const HeatSettings& settings) {
    if (count < 1) throw UsageError{say("试点小区数须不小于 1，现为 {}。", "The number of pilot compounds must be 1 or more, not {}.", count)};
    Pilot pilot;
    pilot.ranking = by_urgency(project.inputs, results, settings);
    pilot.phasing = with_pilot(project.phasing, pilot.ranking, count);
    const Results before = results;
    put_into_phases(results, pilot.phasing, before, project.phasing);
    const auto with_site = std::ranges::count_if(pilot.ranking, [](const Urgency& u) { return u.sites > 0; });
    if (with_site < count) {
        pilot.findings.push_back({"pilot-short", "compound", "",
                                  say("要求试点 {} 个小区，有点位的只有 {} 个，已全部列入。", "{} pilot compounds were asked for; only {} have a site, and all of these are in.",
                                      count, with_site)});
    }
    if (std::ranges::none_of(pilot.ranking, [](const Urgency& u) { return u.density > 0; })) {
        pilot.findings.push_back({"no-hazards", "hazard", "",
                                  say("没有未整改的隐患记录，小区先后只按编号排列。请导入隐患图层后再提出试点。",
                                      "There are no open hazard reports: compounds stand by id alone. Import a hazard layer before proposing a pilot.")});
    }
    return pilot;
}

std::vector<Results> following_results(const std::filesystem::path& file, const Project& project, const std::string& scenario, const Phasing& phasing) {
    std::vector<Results> changed;
    for (const Scenario& each : project.scenarios) {
        if (each.name == scenario) continue;
        const Results before = read_results(file, each.name);
        Results after = before;
        put_into_phases(after, phasing, before, project.phasing);
        const auto is_same = std::ranges::equal(before.sites, after.sites, {}, &Site::phase, &Site::phase);
        if (!is_same) changed.push_back(std::move(after));
    }
    return changed;
}

}  // namespace geo
