#include "geo/scenario/neighbours.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

Shape aisles_of(const Site& site) {
    Shape shape;
    for (const Bay& bay : site.bays)
        if (bay.is_aisle) shape.areas.push_back(bay.outline);
    return shape;
}

Shape bays_of(const Site& site) { return {site.outline, {}, {}}; }

/// All that a site takes: rows and aisles.
Shape ground_of(const Site& site) {
    Shape shape = bays_of(site);
    std::ranges::move(aisles_of(site).areas, std::back_inserter(shape.areas));
    return shape;
}

bool are_apart(const Site& a, const Site& b, double gap) {
    return distance(bays_of(a), bays_of(b)) >= gap && distance(aisles_of(a), bays_of(b)) > 0.0 && distance(bays_of(a), aisles_of(b)) > 0.0;
}

MultiPolygon less(const MultiPolygon& ground, const MultiPolygon& taken, Point origin) {
    return moved(difference(moved(ground, -origin.x, -origin.y), taken, OverlayEngine::Geos), origin.x, origin.y);
}

std::optional<Site> fit_again(const Place& place, const std::vector<const Site*>& others, double gap) {
    const Box box = box_of(place.zone->legal.outer);
    const Point origin{std::floor(box.min_x), std::floor(box.min_y)};
    std::vector<MultiPolygon> parts, no_aisle;
    for (const Site* other : others) {
        Shape ground = ground_of(*other);
        no_aisle.push_back(ground.areas);
        each_vertex(ground, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
        // A tenth of a millimetre more than the gap, so that rounding does not bring them nearer again.
        for (MultiPolygon& part : buffer_pieces(ground, gap + 1e-4)) parts.push_back(std::move(part));
    }
    const MultiPolygon taken = unite(parts, 0, OverlayEngine::Geos);
    Zone left = *place.zone;
    left.robust = less(place.zone->robust, taken, origin);
    std::optional<Site> best;
    for (const Polygon& part : less({place.zone->legal}, taken, origin)) {
        left.legal = part;
        std::optional<Site> site = place.fit(left, no_aisle);
        const auto worth = [](const Site& s) { return std::tuple{s.in_robust && s.has_aisle, s.has_aisle, s.bay_count}; };
        if (site && (!best || worth(*site) > worth(*best))) best = std::move(site);
    }
    return best;
}

}  // namespace

void keep_apart(std::vector<std::optional<Site>>& sites, const std::vector<Place>& places, double group_gap_m) {
    std::vector<Box> zones;
    for (const Place& place : places) zones.push_back(box_of(place.zone->legal.outer));
    const BoxIndex index{zones};
    constexpr double aisle_reach_m = 10.0;  // aisles may lie beside their zone
    const auto gap_of = [&](std::size_t i) { return group_gap_m * places[i].scale * (1 + 1e-6); };
    // Everything near a zone counts in a second fitting, not only what the first one met.
    const auto near = [&](std::size_t i, std::size_t end) {
        std::vector<std::size_t> found;
        for (const std::size_t j : index.meeting(zones[i].grown(gap_of(i) + aisle_reach_m)))
            if (j < end && j != i && sites[j]) found.push_back(j);
        return found;
    };
    const auto fitted_beside = [&](std::size_t i, std::size_t end) {
        std::vector<const Site*> others;
        for (const std::size_t j : near(i, end)) others.push_back(&*sites[j]);
        return fit_again(places[i], others, gap_of(i));
    };
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (!sites[i]) continue;
        std::vector<std::size_t> met;
        for (const std::size_t j : near(i, i))
            if (!are_apart(*sites[i], *sites[j], gap_of(i))) met.push_back(j);
        if (met.empty()) continue;
        if (std::optional<Site> moved = fitted_beside(i, i)) {
            sites[i] = std::move(moved);
            continue;
        }
        // No room beside the earlier one: where that can make room instead, both stand.
        if (met.size() == 1) {
            if (std::optional<Site> moved = fitted_beside(met.front(), i + 1)) {
                sites[met.front()] = std::move(moved);
                continue;
            }
        }
        sites[i].reset();
    }
}

}  // namespace geo
