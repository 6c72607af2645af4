#include "geo/scenario/comparison.hpp"

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/scenario/ground_difference.hpp"
#include "geo/geometry/shared_ground.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace geo {
namespace {

constexpr double same_m = 1e-3;           ///< outlines no further apart are the same
constexpr double sliver_m = 1.2e-2;       ///< ground no wider is drawing: chords lie up to 1 cm off the same arc
constexpr double shared_least_m2 = 0.01;  ///< sites that only touch share nothing

/// What there is of one compound in both scenarios.
struct Pair {
    std::string compound;
    const Ground* a = nullptr;
    const Ground* b = nullptr;
    std::vector<const Site*> a_sites, b_sites;
};

/// By compound: in the order of the first's grounds, then those that only the second has.
std::vector<Pair> pairs_of(const Results& a, const Results& b) {
    std::vector<Pair> pairs;
    std::map<std::string, std::size_t> at;
    const auto of = [&](const std::string& compound) -> Pair& {
        const auto [place, is_new] = at.emplace(compound, pairs.size());
        if (is_new) pairs.emplace_back().compound = compound;
        return pairs[place->second];
    };
    for (const Ground& ground : a.grounds) of(ground.compound).a = &ground;
    for (const Ground& ground : b.grounds) of(ground.compound).b = &ground;
    for (const Site& site : a.sites) of(site.compound).a_sites.push_back(&site);
    for (const Site& site : b.sites) of(site.compound).b_sites.push_back(&site);
    return pairs;
}

/// No circle of that diameter fits. One of twice the area by the perimeter always does, which spares looking for it nearly always.
bool is_sliver(const Polygon& polygon) {
    if (2 * area(polygon) >= sliver_m * perimeter(polygon)) return false;
    return shrunk({polygon}, 0.5 * sliver_m).empty();
}

/// Zones of the one without those that the other has just so: what is equal needs no overlay, and leaves no crumbs.
MultiPolygon ground_without(const Ground& of, const Ground& other) {
    MultiPolygon ground;
    for (const Zone& zone : of.zones)
        if (std::ranges::none_of(other.zones, [&](const Zone& each) { return each.legal == zone.legal; })) ground.push_back(zone.legal);
    return ground;
}

std::optional<GroundChange> ground_change(const Pair& pair) {
    // Ground that could not be computed is unknown, not none.
    if (!pair.a || !pair.b || !pair.a->is_computed || !pair.b->is_computed) return {};
    const MultiPolygon a = ground_without(*pair.a, *pair.b), b = ground_without(*pair.b, *pair.a);
    if (a.empty() && b.empty()) return {};
    Box box = box_of(a);
    box.add(box_of(b));
    const Point origin = box.centre();
    auto found = ground_difference(moved(a, -origin.x, -origin.y), moved(b, -origin.x, -origin.y));
    if (!found) {
        throw GeometryError{say("比较方案：小区 {} 的可设地无法相减。请重新运行两个方案；仍不行时，检查其边界与周边要素的几何。",
                                "Comparing scenarios: the ground of compound {} could not be subtracted. Run both scenarios again; if that does not help, check "
                                "its boundary and what lies round it.",
                                pair.compound)};
    }
    GroundChange change{pair.compound, std::move(found->added), std::move(found->removed)};
    for (MultiPolygon* part : {&change.added, &change.removed}) std::erase_if(*part, is_sliver);
    if (change.added.empty() && change.removed.empty()) return {};
    const double scale = pair.a->scale;
    change.added_m2 = area(change.added) / (scale * scale);
    change.removed_m2 = area(change.removed) / (scale * scale);
    for (MultiPolygon* part : {&change.added, &change.removed}) *part = moved(std::move(*part), origin.x, origin.y);
    return change;
}

/// Every corner of each lies on the other's outline, and they hold as much ground.
bool is_same(const MultiPolygon& a, const MultiPolygon& b) {
    if (a == b) return true;
    const Box a_box = box_of(a), b_box = box_of(b);
    if (std::max({std::abs(a_box.min_x - b_box.min_x), std::abs(a_box.min_y - b_box.min_y), std::abs(a_box.max_x - b_box.max_x),
                  std::abs(a_box.max_y - b_box.max_y)}) > same_m)
        return false;
    const Shape a_lines = line_of(a), b_lines = line_of(b);
    const auto lies_on = [](const Shape& corners, const Shape& lines) {
        for (const Line& line : corners.lines)
            for (const Point p : line)
                if (distance(Shape{{}, {}, {p}}, lines) > same_m) return false;
        return true;
    };
    if (!lies_on(a_lines, b_lines) || !lies_on(b_lines, a_lines)) return false;
    return std::abs(area(a) - area(b)) <= same_m * perimeter(a);
}

struct SiteChanges {
    std::vector<SiteChange> sites;
    std::vector<std::string> verdicts;
};

SiteChanges site_changes(const Pair& pair) {
    SiteChanges found;
    std::vector<const Site*> a = pair.a_sites, b;
    for (const Site* site : pair.b_sites) {
        const auto same = std::ranges::find_if(a, [&](const Site* each) { return is_same(each->outline, site->outline); });
        if (same == a.end()) {
            b.push_back(site);
            continue;
        }
        if ((*same)->verdict != site->verdict) found.verdicts.push_back(site->id);
        a.erase(same);
    }
    // Those that share most are taken for one another first.
    std::vector<std::tuple<double, std::size_t, std::size_t>> sharing;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            if (const double shared = shared_m2(a[i]->outline, b[j]->outline); shared > shared_least_m2) sharing.emplace_back(-shared, i, j);
    std::ranges::sort(sharing);
    std::vector<const Site*> a_of_b(b.size());
    std::vector<bool> is_taken(a.size());
    for (const auto& [shared, i, j] : sharing) {
        if (is_taken[i] || a_of_b[j]) continue;
        is_taken[i] = true;
        a_of_b[j] = a[i];
    }
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!is_taken[i]) found.sites.push_back({SiteChange::Kind::Removed, pair.compound, a[i]->id, {}});
    for (std::size_t j = 0; j < b.size(); ++j) {
        if (a_of_b[j]) found.sites.push_back({SiteChange::Kind::Changed, pair.compound, a_of_b[j]->id, b[j]->id});
        else found.sites.push_back({SiteChange::Kind::Added, pair.compound, {}, b[j]->id});
    }
    return found;
}

}  // namespace

double ScenarioChanges::added_m2() const {
    return std::accumulate(ground.begin(), ground.end(), 0.0, [](double sum, const GroundChange& each) { return sum + each.added_m2; });
}

double ScenarioChanges::removed_m2() const {
    return std::accumulate(ground.begin(), ground.end(), 0.0, [](double sum, const GroundChange& each) { return sum + each.removed_m2; });
}

ScenarioChanges changes_between(const Results& a, const Results& b, int threads, const Progress& progress) {
    const std::vector<Pair> pairs = pairs_of(a, b);
    std::vector<std::optional<GroundChange>> grounds(pairs.size());
    std::vector<SiteChanges> sites(pairs.size());
    in_parallel(pairs.size(), threads, progress, [&](std::size_t i) {
        grounds[i] = ground_change(pairs[i]);
        sites[i] = site_changes(pairs[i]);
    });
    ScenarioChanges changes;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (grounds[i]) changes.ground.push_back(std::move(*grounds[i]));
        std::ranges::move(sites[i].sites, std::back_inserter(changes.sites));
        std::ranges::move(sites[i].verdicts, std::back_inserter(changes.verdicts));
    }
    return changes;
}

}  // namespace geo
