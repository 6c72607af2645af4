#include "app/cli/plan_report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

using namespace geo;

constexpr std::size_t told_of_ranking = 20;

Message joined(const std::vector<Message>& reasons) {
    Message all;
    for (const Message& reason : reasons) {
        all.zh += (all.zh.empty() ? "" : "；") + reason.zh;
        all.en += (all.en.empty() ? "" : "; ") + reason.en;
    }
    return all;
}

}  // namespace

nlohmann::json to_json(const Totals& n) {
    return {{"compounds", n.compounds}, {"not_computed", n.not_computed}, {"without_ground", n.without_ground}, {"without_site", n.without_site},
            {"zones", n.zones},         {"dropped_parts", n.dropped_parts}, {"sites", n.sites},                {"bays", n.bays},
            {"complies", n.complies},   {"to_verify", n.to_verify},         {"fails", n.fails},                {"fallbacks", n.fallbacks},
            {"legal_m2", n.legal_m2},   {"robust_m2", n.robust_m2}};
}

void tell_plan(const Console& console, const Totals& n, double seconds, bool with_sites) {
    console.tell(say("{} 个小区：{} 处可设地（合规 {:.0f} m²，稳妥 {:.0f} m²），{} 个小区无可设地，{} 个未能算出，用时 {:.1f} 秒。",
                     "{} compounds: {} zones (legal {:.0f} m², robust {:.0f} m²), {} compounds without ground, {} not computed, {:.1f} s.", n.compounds,
                     n.zones, n.legal_m2, n.robust_m2, n.without_ground, n.not_computed, seconds));
    if (!with_sites) return;
    console.tell(say("{} 个点位，{} 个车位：符合 {}，待核实 {}，不符合 {}。", "{} sites, {} bays: {} comply, {} to be verified, {} fail.", n.sites, n.bays,
                     n.complies, n.to_verify, n.fails));
    console.tell(say("本结果为规划核查，供消防、住建部门参考，不代表审批通过。", "A planning check for the fire and housing bureaux; not an approval."));
}

nlohmann::json to_json(const Pilot& pilot, int asked) {
    nlohmann::json ranking = nlohmann::json::array();
    for (const Urgency& u : pilot.ranking) {
        const std::string phase = compound_phase(pilot.phasing, u.compound);
        ranking.push_back({{"compound", u.compound}, {"phase", phase.empty() ? nlohmann::json{} : nlohmann::json(phase)}, {"density_per_ha", u.density},
                           {"open_hazards", u.open_hazards}, {"reports", u.reports}, {"per_hectare", u.per_hectare}, {"has_ground", u.has_ground},
                           {"sites", u.sites}, {"reasons", to_json(u.reasons)}});
    }
    return {{"asked", asked}, {"ranking", ranking}};
}

void tell_pilot(const Console& console, const Pilot& pilot) {
    console.tell(say("小区按隐患密度排列（先急后缓），试点为最急且有点位的小区：", "Compounds by hazard density, the worst first; the pilot takes the most urgent that have a site:"));
    for (std::size_t i = 0; i < std::min(told_of_ranking, pilot.ranking.size()); ++i) {
        const Urgency& u = pilot.ranking[i];
        const Phase* phase = pilot.phasing.phase(compound_phase(pilot.phasing, u.compound));
        const Message title = phase ? phase_title(*phase) : Message{"未列入", "no phase"}, reasons = joined(u.reasons);
        console.tell(say("{0:3}  {1}  【{2}】 {3}", "{0:3}  {1}  [{4}] {5}", i + 1, u.compound, title.zh, reasons.zh, title.en, reasons.en));
    }
    if (pilot.ranking.size() > told_of_ranking)
        console.tell(say("… 另有 {} 个小区；用 --json 可列出全部。", "… and {} more compounds; --json lists all.", pilot.ranking.size() - told_of_ranking));
}

}  // namespace app
