#include "geo/zones/near_ground.hpp"

#include "geo/core/error.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/overlay.hpp"
#include "geo/rules/pack_words.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr double spare_m = 1.0;  ///< of a window, beyond what a distance reaches

/// Area of a ring in a box (Sutherland–Hodgman): right also where the cut ring touches itself.
double area_in(const Ring& ring, const Box& box) {
    struct Side {
        double nx, ny, limit;  // nx·x + ny·y ≤ limit
    };
    Ring cut = ring;
    for (const Side& side : {Side{-1, 0, -box.min_x}, {1, 0, box.max_x}, {0, -1, -box.min_y}, {0, 1, box.max_y}}) {
        Ring next;
        for (std::size_t i = 0; i < cut.size(); ++i) {
            const Point a = cut[i], b = cut[(i + 1) % cut.size()];
            const double da = side.nx * a.x + side.ny * a.y - side.limit, db = side.nx * b.x + side.ny * b.y - side.limit;
            if (da <= 0) next.push_back(a);
            if ((da < 0 && db > 0) || (da > 0 && db < 0)) next.push_back({a.x + (b.x - a.x) * da / (da - db), a.y + (b.y - a.y) * da / (da - db)});
        }
        cut = std::move(next);
    }
    return std::abs(signed_area(cut));
}

double area_in(const MultiPolygon& areas, const Box& box) {
    double sum = 0.0;
    for (const Polygon& polygon : areas) {
        sum += area_in(polygon.outer, box);
        for (const Ring& hole : polygon.holes) sum -= area_in(hole, box);
    }
    return sum;
}

}  // namespace

std::string_view feature_of(std::string_view obstacle_id) {
    const std::size_t mark = obstacle_id.rfind('#');
    if (mark == std::string_view::npos || mark + 1 == obstacle_id.size()) return obstacle_id;
    const std::string_view part = obstacle_id.substr(mark + 1);
    const bool is_part = part == "footprint" || std::ranges::find(facade_names, part) != facade_names.end();
    return is_part ? obstacle_id.substr(0, mark) : obstacle_id;
}

NearGround::NearGround(const Estate& estate, std::span<const Obstacle* const> obstacles, const RulePack& pack, const ClearanceRule& setback, ZoneType type)
    : m_estate{&estate} {
    const Box box = box_of(estate.compound.boundary);
    m_origin = {std::floor(box.min_x), std::floor(box.min_y)};
    m_boundary = moved(estate.compound.boundary, -m_origin.x, -m_origin.y);
    const auto add = [&](const Obstacle& obstacle, std::vector<Requirement> asked) {
        Nearby near{.obstacle = &obstacle, .shape = moved(obstacle.shape, -m_origin.x, -m_origin.y), .box = {}, .asked = std::move(asked)};
        near.box = box_of(near.shape);
        m_nearby.push_back(std::move(near));
    };
    RequirementsByClass known{pack, type};
    for (const Obstacle* obstacle : obstacles) {
        const std::span<const Requirement> asked = known.of(obstacle->what);
        if (asked.empty() || !box_of(obstacle->shape).grown((asked.front().need_m + obstacle->half_width_m) * scale() + spare_m).meets(box)) continue;
        add(*obstacle, {asked.begin(), asked.end()});
    }
    if (setback.distance_m > 0.0) add(estate.fence, {{&setback, setback.distance_m, false}});
}

double NearGround::compound_m2() const { return grid_to_m2(area(m_boundary)); }

Distances NearGround::as_ruled() const {
    Distances distances;
    for (const Nearby& near : m_nearby) distances.need_m.push_back(near.obstacle->is_presumed ? std::nullopt : std::optional{near.asked.front().need_m});
    return distances;
}

Distances NearGround::own_ground() const {
    Distances distances;
    for (const Nearby& near : m_nearby) distances.need_m.push_back(near.has_own_ground() ? std::optional{0.0} : std::nullopt);
    return distances;
}

Box NearGround::reach(std::size_t nearby, double need_m) const {
    const Nearby& near = m_nearby[nearby];
    return near.box.grown((need_m + near.obstacle->half_width_m) * scale() + spare_m);
}

std::optional<MultiPolygon> NearGround::within(const Box& window) const {
    MultiPolygon part = clip({m_boundary, {}, {}}, window).areas;
    const double expected = area_in(m_boundary, window);
    if (std::abs(area(part) - expected) > 1e-6 * (1.0 + expected) || !is_valid(part)) return std::nullopt;
    return part;
}

MultiPolygon NearGround::free(const Distances& distances, const Box* window) const {
    std::optional<MultiPolygon> part;
    if (window && !window->holds(box_of(m_boundary))) part = within(*window);
    const MultiPolygon& ground = part ? *part : m_boundary;
    if (ground.empty()) return {};
    const Box box = box_of(ground);
    std::vector<Keep> keeps = distances.further;
    for (std::size_t i = 0; i < m_nearby.size(); ++i)
        if (distances.need_m[i] && reach(i, *distances.need_m[i]).meets(box))
            keeps.push_back({m_nearby[i].shape, (*distances.need_m[i] + m_nearby[i].obstacle->half_width_m) * scale()});
    // The compound's line is among the obstacles: a window's edges are none.
    FreeGround result = free_ground(ground, keeps, 0.0);
    if (!result.is_certified) throw GeometryError{result.reason};
    return std::move(result.ground);
}

double NearGround::free_m2(const Distances& distances, const Box* window) const { return grid_to_m2(area(free(distances, window))); }

}  // namespace geo
