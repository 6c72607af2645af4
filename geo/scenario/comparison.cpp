#include "geo/scenario/comparison.hpp"

#include "geo/scenario/totals.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace geo {
namespace {

/// The phases that some site of some scenario is in: the project's by rank, then those it does not know (their ids), then none.
std::vector<std::pair<std::string, Message>> phases_met(const std::vector<Totals>& sums, const Phasing& phasing) {
    std::set<std::string> met;
    for (const Totals& sum : sums)
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
    std::vector<Totals> sums;
    for (const Results* results : scenarios) sums.push_back(totals_of(*results));
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
    add("legal_m2", {"合规可设地", "Legal ground"}, "m²", 0, Better::More, [&](const Totals& s) { return known(s.legal_m2); });
    add("robust_m2", {"稳妥可设地", "Robust ground"}, "m²", 0, Better::More, [&](const Totals& s) { return known(s.robust_m2); });
    add("zones", {"可设地处数", "Zones"}, "", 0, Better::Neither, [&](const Totals& s) { return known(s.zones); });
    add("sites", {"点位", "Sites"}, "", 0, Better::More, [&](const Totals& s) { return known(s.sites); });
    add("bays", {"车位", "Bays"}, "", 0, Better::More, [&](const Totals& s) { return known(s.bays); });
    add("without_ground", {"无可设地的小区", "Compounds without ground"}, "", 0, Better::Less, [&](const Totals& s) { return known(s.without_ground); });
    add("without_site", {"无点位的小区", "Compounds without site"}, "", 0, Better::Less, [&](const Totals& s) { return known(s.without_site); });
    if (std::ranges::any_of(sums, [](const Totals& s) { return s.not_computed > 0; }))
        add("not_computed", {"未能算出的小区", "Compounds not computed"}, "", 0, Better::Less, [&](const Totals& s) { return known(s.not_computed); });
    const auto add_verdict = [&](std::string id, Verdict verdict, Better better, std::size_t Totals::*count) {
        add(std::move(id), say("{}的点位", "Sites: {1}", verdict_name(verdict), verdict_name_en(verdict)), "", 0, better, [&](const Totals& s) { return known(s.*count); });
    };
    add_verdict("complies", Verdict::Complies, Better::More, &Totals::complies);
    add_verdict("to_verify", Verdict::ToVerify, Better::Less, &Totals::to_verify);
    add_verdict("fails", Verdict::Fails, Better::Less, &Totals::fails);
    for (const auto& [id, title] : phases_met(sums, phasing)) {
        const std::string suffix = id.empty() ? "none" : id;
        const auto counts = [&](const Totals& s) {
            const auto found = s.by_phase.find(id);
            return found == s.by_phase.end() ? std::pair<std::size_t, std::size_t>{} : found->second;
        };
        add("sites_" + suffix, {title.zh + "：点位", "Sites, " + title.en}, "", 0, Better::Neither, [&](const Totals& s) { return known(counts(s).first); });
        add("bays_" + suffix, {title.zh + "：车位", "Bays, " + title.en}, "", 0, Better::Neither, [&](const Totals& s) { return known(counts(s).second); });
    }
    // Sites touch their limits: what lies below the millimetre is rounding, and neither better nor worse.
    add("least_margin_m", {"最小裕量", "Least margin"}, "m", 2, Better::More, [](const Totals& s) {
        return s.least_margin_m ? std::optional{std::round(*s.least_margin_m * 1000) / 1000 + 0.0} : std::nullopt;
    });
    return all;
}

}  // namespace geo
