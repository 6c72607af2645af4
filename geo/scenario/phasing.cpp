#include "geo/scenario/phasing.hpp"

#include "geo/crs/crs.hpp"
#include "geo/density/hazard_density.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/shared_ground.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace geo {
namespace {

constexpr double m2_per_hectare = 10'000;
constexpr std::string_view gravest_word = "重大";

/// Open reports and what each counts for, in the same order.
struct Open {
    std::vector<HazardReport> reports;
    std::vector<WeightedPoint> points;
    std::string gravest;  ///< the severity that counts most; empty: no weights tell
};

Open open_reports(const Inputs& inputs, const HeatSettings& settings) {
    Open open;
    for (HazardReport& report : hazard_reports(inputs))
        if (!is_closed(report) && settings.filter.passes(report)) open.reports.push_back(std::move(report));
    open.points = counted(open.reports, settings);
    double most = 1.0;
    for (const auto& [severity, weight] : settings.weights.by_severity)
        if (weight > most) most = weight, open.gravest = severity;
    return open;
}

/// Greatest cell whose centre lies within the compound or within half a cell of it: a small compound between the centres has one, too.
double greatest_over(const Raster& raster, const MultiPolygon& boundary) {
    const RasterGrid& grid = raster.grid;
    if (grid.cell_count() == 0) return 0.0;
    const Box box = box_of(boundary).grown(0.5 * grid.cell);
    const auto index = [&](double metres, int count) { return static_cast<int>(std::clamp(metres / grid.cell, 0.0, static_cast<double>(count))); };
    const int first_column = index(box.min_x - grid.corner.x, grid.columns), end_column = index(box.max_x - grid.corner.x + grid.cell, grid.columns);
    const int first_row = index(grid.corner.y - box.max_y, grid.rows), end_row = index(grid.corner.y - box.min_y + grid.cell, grid.rows);
    const Shape shape{boundary, {}, {}};
    float greatest = 0.0F;
    for (int row = first_row; row < end_row; ++row) {
        for (int column = first_column; column < end_column; ++column) {
            const float value = raster.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(column)];
            if (value <= greatest) continue;  // Most cells: where they lie need not be asked.
            const Point centre = grid.centre_of(column, row);
            if (contains(boundary, centre) || distance(Shape{{}, {}, {centre}}, shape) <= 0.5 * grid.cell) greatest = value;
        }
    }
    return greatest;
}

/// What one compound's ground and sites came to.
struct Found {
    const Ground* ground = nullptr;
    int sites = 0;
};

Message reason_against(const Urgency& u, const Ground* ground) {
    if (ground && !ground->is_computed)
        return {"可设地未能核算（" + ground->reason.zh + "），不能列入试点", "its ground could not be computed (" + ground->reason.en + "), so it cannot be in the pilot"};
    if (!u.has_ground) return {"没有可设地，不能列入试点", "no legal ground, so it cannot be in the pilot"};
    return {"有可设地但没有点位，不能列入试点", "legal ground but no site, so it cannot be in the pilot"};
}

Message density_reason(const Urgency& u, std::size_t rank, std::size_t count) {
    if (!(u.density > 0)) return {"附近没有未整改隐患", "no open hazard near"};
    return say("密度 {:.1f} 处/公顷，为全部 {} 个小区第 {} 位", "density {0:.1f} per hectare, number {2} of all {1} compounds", u.density, count, rank);
}

Message hazard_reason(const Urgency& u, int grave, const std::string& gravest) {
    if (u.reports == 0) return {"小区内没有未整改隐患", "no open hazard inside"};
    if (grave == 0) return say("未整改隐患 {} 处", "{} open hazards", u.reports);
    return say("未整改隐患 {} 处，其中{} {} 处", "{0} open hazards, {2} of them {1}", u.reports, gravest, grave);
}

/// Rows of bays that were turned share little ground, but they stand where the others stood.
bool is_same_place(const Box& a, const Box& b) {
    const auto area_of = [](const Box& box) { return std::max(0.0, box.max_x - box.min_x) * std::max(0.0, box.max_y - box.min_y); };
    const Box common{std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x), std::min(a.max_y, b.max_y)};
    return area_of(common) >= 0.5 * std::min(area_of(a), area_of(b));
}

/// The site there was on this ground: of those in the same place, the one that shares most.
const Site* site_before(const Site& site, const std::vector<const Site*>& before) {
    // Where only phases change, the site itself is among them.
    const auto itself = std::ranges::find(before, site.outline, [](const Site* each) -> const MultiPolygon& { return each->outline; });
    if (itself != before.end()) return *itself;
    const Site* found = nullptr;
    double most = 0.0;
    for (const Site* each : before) {
        if (!is_same_place(box_of(site.outline), box_of(each->outline))) continue;
        const double shared = shared_m2(site.outline, each->outline);
        if (shared <= most) continue;
        most = shared, found = each;
    }
    return found;
}

}  // namespace

std::string compound_phase(const Phasing& phasing, const std::string& compound) {
    const auto found = phasing.compounds.find(compound);
    return found == phasing.compounds.end() ? std::string{} : found->second;
}

std::vector<Urgency> by_urgency(const Inputs& inputs, const Results& results, const HeatSettings& settings) {
    const Open open = open_reports(inputs, settings);
    const Heat heat = hazard_density(open.reports, settings, inputs.crs);
    std::vector<Box> boxes;
    for (const WeightedPoint& p : open.points) boxes.push_back({p.x, p.y, p.x, p.y});
    const BoxIndex index{boxes};
    std::map<std::string, Found> found;
    for (const Ground& ground : results.grounds) found[ground.compound].ground = &ground;
    for (const Site& site : results.sites) ++found[site.compound].sites;

    std::vector<Urgency> all;
    std::map<std::string, int> grave;
    const std::string gravest = open.gravest.empty() ? std::string{gravest_word} : open.gravest;
    for (const Compound& compound : inputs.compounds()) {
        const Found& has = found[compound.id];
        Urgency u;
        u.compound = compound.id;
        u.has_ground = has.ground && !has.ground->zones.empty();
        u.sites = has.sites;
        const Box box = box_of(compound.boundary);
        for (const std::size_t i : index.meeting(box)) {
            if (!contains(compound.boundary, open.reports[i].where)) continue;
            ++u.reports;
            u.open_hazards += open.points[i].weight;
            if (open.reports[i].severity.find(gravest) != std::string::npos) ++grave[compound.id];
        }
        const double scale = has.ground ? has.ground->scale : inputs.crs.empty() ? 1.0 : scale_factor(inputs.crs, box.centre());
        const double hectares = area(compound.boundary) / (scale * scale * m2_per_hectare);
        u.per_hectare = hectares > 0 ? u.open_hazards / hectares : 0.0;
        u.density = greatest_over(heat.raster, compound.boundary);
        all.push_back(std::move(u));
    }
    std::vector<double> densities;
    for (const Urgency& u : all) densities.push_back(u.density);
    std::ranges::sort(densities, std::greater{});
    for (Urgency& u : all) {
        const auto denser = static_cast<std::size_t>(std::ranges::lower_bound(densities, u.density, std::greater{}) - densities.begin());
        if (u.sites == 0) u.reasons.push_back(reason_against(u, found[u.compound].ground));
        u.reasons.push_back(density_reason(u, denser + 1, all.size()));
        u.reasons.push_back(hazard_reason(u, grave[u.compound], gravest));
    }
    std::ranges::sort(all, [](const Urgency& a, const Urgency& b) {
        return std::tuple{!a.has_ground, -a.density, -a.open_hazards, std::string_view{a.compound}} <
               std::tuple{!b.has_ground, -b.density, -b.open_hazards, std::string_view{b.compound}};
    });
    return all;
}

Phasing with_pilot(Phasing phasing, std::span<const Urgency> urgency, int count) {
    const std::string pilot = phase_id(0), rollout = phase_id(1);
    for (const Phase& phase : standard_phasing().phases)
        if (!phasing.phase(phase.id)) phasing.phases.push_back(phase);
    std::ranges::stable_sort(phasing.phases, {}, [](const Phase& phase) { return phase_rank(phase.id).value_or(0); });
    int chosen = 0;
    for (const Urgency& u : urgency) {
        if (u.sites > 0 && chosen < count) {
            ++chosen;
            phasing.compounds[u.compound] = pilot;
            continue;
        }
        const std::string now = compound_phase(phasing, u.compound);
        if (u.sites > 0 && (now.empty() || now == pilot)) phasing.compounds[u.compound] = rollout;
        if (u.sites == 0 && now == pilot) phasing.compounds.erase(u.compound);
    }
    return phasing;
}

void put_into_phases(Results& results, const Phasing& phasing, const Results& before, const Phasing& before_phasing) {
    std::map<std::string, std::vector<const Site*>> sites_before;
    std::set<std::string> by_hand;  // Elsewhere, sites only follow, and nothing needs measuring.
    for (const Site& site : before.sites) {
        sites_before[site.compound].push_back(&site);
        if (site.phase != compound_phase(before_phasing, site.compound)) by_hand.insert(site.compound);
    }
    for (Site& site : results.sites) {
        site.phase = compound_phase(phasing, site.compound);
        if (!by_hand.contains(site.compound)) continue;
        const Site* was = site_before(site, sites_before[site.compound]);
        if (!was || was->phase == compound_phase(before_phasing, site.compound)) continue;
        // A phase that is gone cannot be kept.
        if (was->phase.empty() || phasing.phase(was->phase)) site.phase = was->phase;
    }
}

}  // namespace geo
