#include "tests/geo/bays/soundness.hpp"

#include "geo/geometry/distance.hpp"

#include <cmath>
#include <map>
#include <set>

namespace geo::test {
namespace {

template <typename F>
void each_edge(const Polygon& area, F&& f) {
    const auto ring_edges = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) f(ring[i], ring[(i + 1) % ring.size()]);
    };
    ring_edges(area.outer);
    for (const Ring& hole : area.holes) ring_edges(hole);
}

double edges_apart(const Polygon& a, const Polygon& b) {
    double least = 1e300;
    each_edge(a, [&](Point p, Point q) {
        each_edge(b, [&](Point r, Point s) { least = std::min(least, distance(p, q, r, s)); });
    });
    return least;
}

/// No edge of the areas touches the rectangle's outline or stands within it.
bool is_clear_of_edges(const Polygon& rectangle, const MultiPolygon& areas) {
    bool is_clear = true;
    for (const Polygon& area : areas) {
        if (!box_of(area.outer).meets(box_of(rectangle.outer))) continue;
        if (edges_apart(rectangle, area) <= 0.0) is_clear = false;
        each_edge(area, [&](Point p, Point) { is_clear = is_clear && !contains(rectangle, p); });
    }
    return is_clear;
}

/// By how much two convex shapes overlap along the direction in which they do so least; ≤ 0 when apart.
double overlap(const Ring& a, const Ring& b) {
    double least = 1e300;
    for (const Ring* ring : {&a, &b}) {
        for (std::size_t i = 0; i < ring->size(); ++i) {
            const Point p = (*ring)[i], q = (*ring)[(i + 1) % ring->size()];
            const double length = std::hypot(q.x - p.x, q.y - p.y);
            const auto range = [&](const Ring& r) {
                double lo = 1e300, hi = -1e300;
                for (Point v : r) {
                    const double t = ((v.x - p.x) * (q.y - p.y) - (v.y - p.y) * (q.x - p.x)) / length;
                    lo = std::min(lo, t), hi = std::max(hi, t);
                }
                return std::pair{lo, hi};
            };
            const auto [a0, a1] = range(a);
            const auto [b0, b1] = range(b);
            least = std::min(least, std::min(a1, b1) - std::max(a0, b0));
        }
    }
    return least;
}

double extent(const std::vector<const Bay*>& bays) {
    const Point u = bays[0]->outline.outer[0], v = bays[0]->outline.outer[1];
    const double length = std::hypot(v.x - u.x, v.y - u.y);
    double lo = 1e300, hi = -1e300;
    for (const Bay* bay : bays)
        for (Point p : bay->outline.outer) {
            const double t = ((p.x - u.x) * (v.x - u.x) + (p.y - u.y) * (v.y - u.y)) / length;
            lo = std::min(lo, t), hi = std::max(hi, t);
        }
    return hi - lo;
}

}  // namespace

std::string faults(const Site& site, const MultiPolygon& ring, const BayModule& module, double scale,
                   const MultiPolygon& boundary, std::span<const MultiPolygon> no_aisle) {
    constexpr double tiny = 1e-6;
    std::string out;
    const auto fault = [&](const std::string& what) { out += what + "; "; };
    std::map<int, std::vector<const Bay*>> groups;
    std::vector<const Bay*> bays, aisles;
    std::set<int> numbers;
    double area_m2 = 0.0, outline_m2 = 0.0, bays_m2 = 0.0;
    for (const Bay& bay : site.bays) {
        area_m2 += area(bay.outline) / (scale * scale);
        (bay.is_aisle ? aisles : bays).push_back(&bay);
        if (bay.is_aisle) continue;
        groups[bay.group].push_back(&bay);
        numbers.insert(bay.number);
        bays_m2 += area(bay.outline);
        if (std::abs(area(bay.outline) - module.bay_width_m * module.bay_depth_m * scale * scale) > tiny)
            fault("bay of wrong size");
        for (Point p : bay.outline.outer)
            if (!contains(ring, p)) fault("bay corner outside the ring");
        if (!is_clear_of_edges(bay.outline, ring)) fault("ring edge meets a bay");
    }
    for (const Polygon& row : site.outline) outline_m2 += area(row);
    if (std::abs(outline_m2 - bays_m2) > tiny) fault("outline and bays differ");
    if (std::abs(area_m2 - site.area_m2) > tiny) fault("area_m2 is wrong");
    if (site.bay_count != static_cast<int>(bays.size()) || site.bay_count > module.site_max_bays) fault("bay_count");
    if (site.bay_count < module.least_bays) fault("too few bays");
    if (site.group_count != static_cast<int>(groups.size())) fault("group_count");
    if (numbers.size() != bays.size() || *numbers.begin() != 1 || *numbers.rbegin() != site.bay_count)
        fault("numbers not 1…n");
    for (std::size_t i = 0; i < bays.size(); ++i)
        for (std::size_t k = i + 1; k < bays.size(); ++k) {
            if (overlap(bays[i]->outline.outer, bays[k]->outline.outer) > tiny) fault("bays overlap");
            if (bays[i]->group != bays[k]->group &&
                edges_apart(bays[i]->outline, bays[k]->outline) < module.group_gap_m * scale)
                fault("groups too close");
        }
    std::size_t largest = 0;
    for (const auto& [number, members] : groups) largest = std::max(largest, members.size());
    for (const auto& [number, members] : groups) {
        const double least = std::max<double>(std::min(module.least_further_bays, module.group_max_bays),
                                              module.least_further_share * static_cast<double>(largest));
        if (members.size() < largest && static_cast<double>(members.size()) < least) fault("scrap of a group");
        if (members.size() > static_cast<std::size_t>(module.group_max_bays)) fault("group of too many bays");
        if (extent(members) > module.group_max_length_m * scale + tiny) fault("group too long");
    }
    if (site.has_aisle == aisles.empty()) fault("has_aisle");
    for (const Bay* aisle : aisles) {
        for (const Bay* bay : bays)
            if (overlap(aisle->outline.outer, bay->outline.outer) > tiny) fault("aisle over a bay");
        if (!contains(boundary, aisle->outline.outer[0]) || !is_clear_of_edges(aisle->outline, boundary))
            fault("aisle leaves the compound");
        for (const MultiPolygon& areas : no_aisle)
            if (contains(areas, aisle->outline.outer[0]) || !is_clear_of_edges(aisle->outline, areas))
                fault("aisle on forbidden ground");
    }
    if (site.has_aisle) {
        for (const Bay* bay : bays) {
            const auto touches = [&](const Bay* aisle) { return edges_apart(bay->outline, aisle->outline) < tiny; };
            if (std::none_of(aisles.begin(), aisles.end(), touches)) fault("bay without an aisle");
        }
    }
    return out;
}

}  // namespace geo::test
