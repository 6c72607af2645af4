#include "geo/scenario/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace geo {
namespace {

/// What the indicators are made of, summed over one scenario.
struct Sums {
    double legal_m2 = 0.0, robust_m2 = 0.0;
    int zones = 0, sites = 0, bays = 0, without_ground = 0, without_site = 0, not_computed = 0;
    int verdicts[3] = {};
    std::map<std::string, std::pair<int, int>> by_phase;  ///< sites and bays by phase's id
    std::optional<double> least_margin_m;
};

Sums summed(const Results& results) {
    Sums sum;
    std::set<std::string> with_site;
    for (const Site& site : results.sites) {
        with_site.insert(site.compound);
        ++sum.sites;
        sum.bays += site.bay_count;
        ++sum.verdicts[static_cast<std::size_t>(site.verdict)];
        auto& [sites, bays] = sum.by_phase[site.phase];
        ++sites;
        bays += site.bay_count;
        if (site.margin_m) sum.least_margin_m = std::min(sum.least_margin_m.value_or(*site.margin_m), *site.margin_m);
    }
    for (const Ground& ground : results.grounds) {
        sum.zones += static_cast<int>(ground.zones.size());
        for (const Zone& zone : ground.zones) sum.legal_m2 += zone.legal_m2, sum.robust_m2 += zone.robust_m2;
        if (!ground.is_computed) ++sum.not_computed;
        else if (ground.zones.empty()) ++sum.without_ground;
        if (!with_site.contains(ground.compound)) ++sum.without_site;
    }
    return sum;
}

/// The phases that some site of some scenario is in: the project's by rank, then those it does not know (their ids), then none.
std::vector<std::pair<std::string, Message>> phases_met(const std::vector<Sums>& sums, const Phasing& phasing) {
    std::set<std::string> met;
    for (const Sums& sum : sums)
        for (const auto& [id, counts] : sum.by_phase) met.insert(id);
    std::vector<std::pair<std::string, Message>> phases;
    for (const Phase& phase : phasing.phases)
        if (met.erase(phase.id) > 0) phases.emplace_back(phase.id, phase_title(phase));
    const bool has_none = met.erase("") > 0;
    for (const std::string& id : met) phases.emplace_back(id, phase_rank(id) ? phase_title({.id = id}) : Message{id, id});
    if (has_none && !phases.empty()) phases.emplace_back("", Message{"未列入", "no phase"});
    return phases;
}

}  // namespace

std::optional<double> Indicator::difference(std::size_t scenario) const {
    if (!values.front() || !values.at(scenario)) return {};
    return *values[scenario] - *values.front();
}

std::optional<double> Indicator::percent(std::size_t scenario) const {
    const auto by = difference(scenario);
    if (!by || *values.front() == 0.0) return {};
    return 100.0 * *by / std::abs(*values.front());
}

Reading Indicator::reading(std::size_t scenario) const {
    const auto by = difference(scenario);
    if (!by || *by == 0.0) return Reading::Same;
    if (better == Better::Neither) return Reading::Neutral;
    return (*by > 0) == (better == Better::More) ? Reading::Better : Reading::Worse;
}

std::vector<Indicator> indicators_of(std::span<const Results* const> scenarios, const Phasing& phasing) {
    std::vector<Sums> sums;
    for (const Results* results : scenarios) sums.push_back(summed(*results));
    std::vector<Indicator> all;
    const auto add = [&](std::string id, Message title, std::string unit, int decimals, Better better, auto value) {
        Indicator indicator{std::move(id), std::move(title), std::move(unit), decimals, better, {}};
        for (std::size_t i = 0; i < sums.size(); ++i) {
            // Without grounds nothing was computed: a nought would be made up.
            if (scenarios[i]->grounds.empty()) indicator.values.emplace_back();
            else indicator.values.push_back(value(sums[i]));
        }
        all.push_back(std::move(indicator));
    };
    const auto known = [](auto number) { return std::optional{static_cast<double>(number)}; };
    add("legal_m2", {"合规可设地", "Legal ground"}, "m²", 0, Better::More, [&](const Sums& s) { return known(s.legal_m2); });
    add("robust_m2", {"稳妥可设地", "Robust ground"}, "m²", 0, Better::More, [&](const Sums& s) { return known(s.robust_m2); });
    add("zones", {"可设地处数", "Zones"}, "", 0, Better::Neither, [&](const Sums& s) { return known(s.zones); });
    add("sites", {"点位", "Sites"}, "", 0, Better::More, [&](const Sums& s) { return known(s.sites); });
    add("bays", {"车位", "Bays"}, "", 0, Better::More, [&](const Sums& s) { return known(s.bays); });
    add("without_ground", {"无可设地的小区", "Compounds without ground"}, "", 0, Better::Less, [&](const Sums& s) { return known(s.without_ground); });
    add("without_site", {"无点位的小区", "Compounds without site"}, "", 0, Better::Less, [&](const Sums& s) { return known(s.without_site); });
    if (std::ranges::any_of(sums, [](const Sums& s) { return s.not_computed > 0; }))
        add("not_computed", {"未能算出的小区", "Compounds not computed"}, "", 0, Better::Less, [&](const Sums& s) { return known(s.not_computed); });
    for (const Verdict verdict : {Verdict::Complies, Verdict::ToVerify, Verdict::Fails}) {
        static constexpr std::string_view ids[] = {"complies", "to_verify", "fails"};
        static constexpr Better better[] = {Better::More, Better::Less, Better::Less};
        const auto i = static_cast<std::size_t>(verdict);
        add(std::string{ids[i]}, say("{}的点位", "Sites: {1}", verdict_name(verdict), verdict_name_en(verdict)), "", 0, better[i],
            [&](const Sums& s) { return known(s.verdicts[i]); });
    }
    for (const auto& [id, title] : phases_met(sums, phasing)) {
        const std::string suffix = id.empty() ? "none" : id;
        const auto counts = [&](const Sums& s) {
            const auto found = s.by_phase.find(id);
            return found == s.by_phase.end() ? std::pair{0, 0} : found->second;
        };
        add("sites_" + suffix, {title.zh + "：点位", "Sites, " + title.en}, "", 0, Better::Neither, [&](const Sums& s) { return known(counts(s).first); });
        add("bays_" + suffix, {title.zh + "：车位", "Bays, " + title.en}, "", 0, Better::Neither, [&](const Sums& s) { return known(counts(s).second); });
    }
    // Sites touch their limits: what lies below the millimetre is rounding, and neither better nor worse.
    add("least_margin_m", {"最小裕量", "Least margin"}, "m", 2, Better::More, [](const Sums& s) {
        return s.least_margin_m ? std::optional{std::round(*s.least_margin_m * 1000) / 1000 + 0.0} : std::nullopt;
    });
    return all;
}

}  // namespace geo
