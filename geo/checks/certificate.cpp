#include "geo/checks/certificate.hpp"

#include "geo/core/parallel.hpp"
#include "geo/checks/surroundings.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace geo {

std::vector<ClearanceRow> clearance_rows(const Site& site, std::span<const Measured> in_reach) {
    std::vector<const Measured*> order;
    for (const Measured& m : in_reach) order.push_back(&m);
    std::ranges::stable_sort(order, [](const Measured* a, const Measured* b) {
        return std::tuple<double, const std::string&>{a->margin_m(), a->kept->obstacle->id} <
               std::tuple<double, const std::string&>{b->margin_m(), b->kept->obstacle->id};
    });
    std::vector<ClearanceRow> rows;
    rows.reserve(order.size());
    for (const Measured* m : order) {
        const Requirement& requirement = m->kept->requirement;
        rows.push_back({.site_id = site.id,
                        .obst_id = m->kept->obstacle->id,
                        .obst_kind = m->kept->obstacle->what.kind,
                        .need_m = requirement.need_m,
                        .have_m = m->have_m,
                        .clause = requirement.rule->clause.label(),
                        .verdict = row_verdict(*m),
                        .rule = requirement.rule->id,
                        .status = requirement.rule->clause.status,
                        .strength = requirement.rule->strength});
    }
    return rows;
}

std::vector<ClearanceRow> clearance_rows(const Site& site, std::span<const Kept> near_by, double scale) {
    const Shape ground{.areas = site.outline, .lines = {}, .points = {}};
    return clearance_rows(site, in_reach(ground, near_by, scale));
}

std::vector<double> scales(std::span<const Compound> compounds, const CrsName& crs) {
    std::vector<double> result;
    result.reserve(compounds.size());
    for (const Compound& compound : compounds) {
        const Box box = box_of(compound.boundary);
        result.push_back(box.empty() ? 1.0 : scale_factor(crs, box.centre()));
    }
    return result;
}

void judge(Site& site, std::span<const Measured> in_reach) {
    site.verdict = site_verdict(site, in_reach);
    const bool is_governed = !in_reach.empty() && may_govern(in_reach.front());
    site.governing = is_governed ? in_reach.front().kept->requirement.rule->id : std::string{};
    site.margin_m = is_governed ? std::optional{in_reach.front().margin_m()} : std::nullopt;
}

std::vector<ClearanceRow> certify(std::vector<Site>& sites, std::span<const Compound> compounds,
                                  std::span<const Kept> kept, const CrsName& crs, int threads,
                                  const Progress& progress) {
    const std::vector<double> scale = scales(compounds, crs);
    std::map<std::string, double> scale_of;
    for (std::size_t i = 0; i < compounds.size(); ++i) scale_of.emplace(compounds[i].id, scale[i]);
    for (const Site& site : sites) {
        if (scale_of.contains(site.compound)) continue;
        throw InvalidInput{
            say("计算证明表时：点位 {} 所属小区 {} 不在输入中。请重新运行 plan。",
                "Certifying sites: site {} belongs to compound {}, which is not among the inputs. Run `plan` again.",
                site.id, site.compound)};
    }
    const Surroundings surroundings{kept, scale.empty() ? 1.0 : std::ranges::max(scale)};
    std::vector<std::vector<ClearanceRow>> rows(sites.size());
    in_parallel(sites.size(), threads, progress, [&](std::size_t i) {
        const std::vector<Measured> measured = surroundings.in_reach(sites[i].outline, scale_of.at(sites[i].compound));
        judge(sites[i], measured);
        rows[i] = clearance_rows(sites[i], measured);
    });
    std::vector<ClearanceRow> all;
    for (std::vector<ClearanceRow>& some : rows) std::ranges::move(some, std::back_inserter(all));
    return all;
}

}  // namespace geo
