#include "geo/checks/layout_checks.hpp"

#include "geo/checks/within.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/requirement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace geo {
namespace {

// Areas are sums of a hundred bays, each reread to a micrometre.
constexpr double area_slack_m2 = 0.01;

Shape shape_of(const Polygon& polygon) { return {{polygon}, {}, {}}; }
Shape shape_of(const MultiPolygon& polygons) { return {polygons, {}, {}}; }

Finding differs(const Site& site, std::string_view zh, std::string_view en, double stored, double found) {
    return {"layout-differs", "sites", site.id,
            say("点位 {0}：{1}记为 {3:g}，重算为 {4:g}。请重新运行 plan。", "Site {0}: {2} stored as {3:g}, recomputed {4:g}. Run `plan` again.", site.id, zh, en,
                stored, found)};
}

Finding broken(const Site& site, std::string_view zh, std::string_view en, double found, double limit) {
    return {"layout-broken", "bays", site.id,
            say("点位 {0}：{1}为 {3:.3f}，限值 {4:.3f}。请重新运行 plan。", "Site {0}: {2} is {3:.3f}, the limit {4:.3f}. Run `plan` again.", site.id, zh, en, found,
                limit)};
}

double longest_side(const Polygon& polygon) {
    double longest = 0.0;
    for (std::size_t i = 0; i < polygon.outer.size(); ++i) {
        const Point a = polygon.outer[i], b = polygon.outer[(i + 1) % polygon.outer.size()];
        longest = std::max(longest, std::hypot(b.x - a.x, b.y - a.y));
    }
    return longest;
}

/// Pairs of bays: shared ground within the site, and the gap between its groups.
void check_pairs(const Site& site, const std::vector<const Bay*>& bays, const LayoutLimits& limits, double scale, double tolerance,
                 Tally& tally) {
    std::vector<Box> boxes;
    for (const Bay* bay : bays) boxes.push_back(box_of(MultiPolygon{bay->outline}));
    const double gap = limits.group_gap_m * scale;
    double shared = 0.0, nearest = gap;
    for (std::size_t i = 0; i < bays.size(); ++i) {
        const EdgeSet edges{MultiPolygon{bays[i]->outline}};
        for (std::size_t j = i + 1; j < bays.size(); ++j) {
            if (boxes[i].meets(boxes[j]))
                shared = std::max(shared, overlap_depth({bays[i]->outline}, edges, shape_of(bays[j]->outline), tolerance));
            if (bays[i]->group == bays[j]->group || !boxes[i].grown(gap).meets(boxes[j])) continue;
            nearest = std::min(nearest, distance(shape_of(bays[i]->outline), shape_of(bays[j]->outline)));
        }
    }
    if (shared > 0.0) tally.add(broken(site, "车位相互重叠的深度 (m)", "the depth by which bays overlap (m)", shared / scale, 0.0));
    if (nearest < gap - tolerance) tally.add(broken(site, "两组车位的间距 (m)", "the gap between two groups (m)", nearest / scale, limits.group_gap_m));
}

}  // namespace

LayoutLimits layout_limits(const RulePack& pack) {
    const auto whole = [&](const char* id) { return static_cast<int>(std::lround(parameter(pack, id))); };
    return {parameter(pack, "bay.width"), parameter(pack, "bay.depth"), parameter(pack, "group.max_length"), parameter(pack, "group.gap"),
            whole("group.max_bays"),      whole("site.max_bays"),       whole("least_site.bays")};
}

double longest_row_m(const Site& site, double scale) {
    double longest = 0.0;
    for (const Polygon& row : site.outline) longest = std::max(longest, longest_side(row));
    return longest / scale;
}

std::optional<double> least_group_gap_m(const Site& site, double scale) {
    std::map<int, Shape> groups;
    for (const Bay& bay : site.bays)
        if (!bay.is_aisle) groups[bay.group].areas.push_back(bay.outline);
    std::optional<double> least;
    for (auto a = groups.begin(); a != groups.end(); ++a)
        for (auto b = std::next(a); b != groups.end(); ++b) {
            const double apart = distance(a->second, b->second) / scale;
            if (!least || apart < *least) least = apart;
        }
    return least;
}

Tally check_layout(const Site& site, const LayoutLimits& limits, double scale, double tolerance_m) {
    Tally tally;
    const double tolerance = tolerance_m * scale;
    std::vector<const Bay*> bays;
    std::map<int, int> group_sizes;
    std::set<int> numbers;
    double bay_m2 = 0.0, aisle_m2 = 0.0, smallest_m2 = std::numeric_limits<double>::infinity();
    for (const Bay& bay : site.bays) {
        const double m2 = area(bay.outline) / (scale * scale);
        (bay.is_aisle ? aisle_m2 : bay_m2) += m2;
        if (bay.is_aisle) continue;
        bays.push_back(&bay);
        ++group_sizes[bay.group];
        numbers.insert(bay.number);
        smallest_m2 = std::min(smallest_m2, m2);
    }
    const int count = static_cast<int>(bays.size());
    if (site.bay_count != count) tally.add(differs(site, "车位数", "bays", site.bay_count, count));
    if (site.group_count != static_cast<int>(group_sizes.size()))
        tally.add(differs(site, "组数", "groups", site.group_count, static_cast<double>(group_sizes.size())));
    if (std::abs(site.area_m2 - bay_m2 - aisle_m2) > area_slack_m2) tally.add(differs(site, "面积 (m²)", "area (m²)", site.area_m2, bay_m2 + aisle_m2));
    const double measured_m2 = area(site.outline) / (scale * scale);
    if (std::abs(measured_m2 - bay_m2) > area_slack_m2)
        tally.add(differs(site, "受测范围 (m²)", "measured ground (m²)", measured_m2, bay_m2));
    if (numbers.size() != bays.size()) tally.add(differs(site, "不同的车位号", "numbers of bays", count, static_cast<double>(numbers.size())));
    if (bays.empty()) return tally;

    const double full_m2 = limits.bay_width_m * limits.bay_depth_m;
    if (smallest_m2 < full_m2 - 1e-3) tally.add(broken(site, "最小车位的面积 (m²)", "the smallest bay's area (m²)", smallest_m2, full_m2));
    if (count < limits.least_bays) tally.add(broken(site, "车位数", "the number of bays", count, limits.least_bays));
    if (count > limits.site_max_bays) tally.add(broken(site, "车位数", "the number of bays", count, limits.site_max_bays));
    for (const auto& [group, size] : group_sizes)
        if (size > limits.group_max_bays) tally.add(broken(site, "一组的车位数", "the number of bays in a group", size, limits.group_max_bays));
    for (const Polygon& row : site.outline) {
        const double length_m = longest_side(row) / scale;
        if (length_m > limits.group_max_length_m + tolerance_m)
            tally.add(broken(site, "一排的长度 (m)", "the length of a row (m)", length_m, limits.group_max_length_m));
    }
    check_pairs(site, bays, limits, scale, tolerance, tally);
    return tally;
}

Tally check_neighbours(std::span<const Site> sites, std::span<const double> scales, const LayoutLimits& limits, double tolerance_m) {
    Tally tally;
    std::vector<Box> boxes;
    for (const Site& site : sites) boxes.push_back(box_of(site.outline));
    const BoxIndex index{boxes};
    for (std::size_t i = 0; i < sites.size(); ++i) {
        for (const std::size_t j : index.meeting(boxes[i].grown(limits.group_gap_m * scales[i]))) {
            if (j <= i) continue;
            const double scale = std::min(scales[i], scales[j]), gap = limits.group_gap_m * scale;
            const double apart = distance(shape_of(sites[i].outline), shape_of(sites[j].outline));
            if (apart >= gap - tolerance_m * scale) continue;
            tally.add({"sites-too-close", "sites", sites[j].id,
                       say("点位 {} 与 {} 相距 {:.3f} m，组间须 ≥ {:.3f} m。请重新运行 plan。",
                           "Sites {} and {} are {:.3f} m apart; groups need {:.3f} m. Run `plan` again.", sites[i].id, sites[j].id, apart / scale,
                           limits.group_gap_m)});
        }
    }
    return tally;
}

Tally check_sum(const Ground& ground, ZoneType type) {
    Tally tally;
    const auto add = [&](Message text) { tally.add({"ground-differs", "grounds", ground.compound, std::move(text)}); };
    double sum_m2 = ground.dropped_m2;
    for (const Zone& zone : ground.zones) {
        sum_m2 += zone.legal_m2;
        if (zone.type == type) continue;
        add(say("可设地 {} 的类型记为 {}，方案为 {}。请重新运行 zones。", "Zone {} is stored as {}, the scenario is of {}. Run `zones` again.", zone.id,
                zone_type_name(zone.type), zone_type_name(type)));
    }
    if (!ground.is_computed && !ground.zones.empty())
        add(say("小区 {} 记为未能算出，却存有可设地。请重新运行 zones。", "Compound {} is stored as not computed, yet has zones. Run `zones` again.", ground.compound));
    if (std::abs(sum_m2 - ground.legal_m2) > area_slack_m2 + 1e-6 * ground.legal_m2)
        add(say("小区 {}：合规面积记为 {:.3f} m²，各可设地与舍去部分之和为 {:.3f} m²。请重新运行 zones。",
                "Compound {}: legal ground stored as {:.3f} m², its zones and dropped parts come to {:.3f} m². Run `zones` again.", ground.compound,
                ground.legal_m2, sum_m2));
    return tally;
}

}  // namespace geo
