#include "app/panels/scenario/clearance_rows.hpp"

#include "geo/rules/match_words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace app {
namespace {

constexpr double largest_m = 1000.0;  // As the rules take it.

bool asks_of(const geo::ClearanceRule& rule, geo::ZoneType type) {
    return !rule.ban && !rule.is_share && (rule.zones.empty() || std::ranges::find(rule.zones, type) != rule.zones.end());
}

struct Uses {
    int sites = 0, distances = 0;
};

std::map<std::string, Uses> uses_in(const geo::Results* results) {
    std::map<std::string, Uses> uses;
    if (!results) return uses;
    for (const geo::Site& site : results->sites) ++uses[site.governing].sites;
    for (const geo::ClearanceRow& row : results->clearances) ++uses[row.rule].distances;
    return uses;
}

}  // namespace

std::vector<ClearanceOfPack> clearances_of_pack(const geo::RulePack& pack, const geo::Scenario& scenario, const geo::Results* results) {
    std::map<std::string, double> changed = scenario.clearances;
    const auto uses = uses_in(results);
    std::vector<ClearanceOfPack> rows;
    for (const geo::ClearanceRule& rule : pack.clearances) {
        const auto own = changed.find(rule.id);
        if (!asks_of(rule, scenario.zone_type) && own == changed.end()) continue;
        ClearanceOfPack row{.rule = rule.id, .what = geo::described(rule.from), .pack_m = rule.is_missing ? std::nullopt : std::optional{rule.distance_m}, .own_m = {}, .clause = rule.clause, .text = rule.text};
        if (own != changed.end()) {
            row.own_m = own->second;
            changed.erase(own);
        }
        if (const auto use = uses.find(rule.id); use != uses.end()) {
            row.sites = use->second.sites;
            row.distances = use->second.distances;
        }
        rows.push_back(std::move(row));
    }
    for (const auto& [rule, metres] : changed)
        rows.push_back({.rule = rule, .what = {"规则包中没有这条规则", "the pack has no such rule"}, .pack_m = {}, .own_m = metres, .clause = {}, .text = {}});
    std::ranges::stable_sort(rows, {}, [](const ClearanceOfPack& row) { return std::tuple{!row.isUsed(), -row.sites, -row.distances}; });
    return rows;
}

TypedDistance typed_distance(QString typed) {
    typed = typed.trimmed();
    if (typed.endsWith(QStringLiteral("m"), Qt::CaseInsensitive) || typed.endsWith(QStringLiteral("米"))) typed = typed.chopped(1).trimmed();
    if (typed.isEmpty()) return {};
    QString plain = typed;
    plain.replace(',', '.').replace(QStringLiteral("。"), QStringLiteral("."));
    bool is_number = false;
    const double metres = plain.toDouble(&is_number);
    if (!is_number || !std::isfinite(metres) || metres < 0.0 || metres > largest_m)
        return {{}, QCoreApplication::translate("Clearance", "“%1” is no distance: write metres from 0 to 1000, or nothing for the pack's.").arg(typed)};
    return {metres, {}};
}

}  // namespace app
