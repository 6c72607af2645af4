#include "geo/checks/existing_place.hpp"

#include "geo/checks/within.hpp"

#include <algorithm>

namespace geo {
namespace {

std::vector<Box> boxes_of(std::span<const Compound> compounds) {
    std::vector<Box> boxes;
    boxes.reserve(compounds.size());
    for (const Compound& compound : compounds) boxes.push_back(box_of(compound.boundary));
    return boxes;
}

/// How far the ground reaches out of an area; 0 when it lies inside.
double reach_beyond(const Shape& ground, const MultiPolygon& area, const EdgeSet& edges, double tolerance) {
    double beyond = ground.areas.empty() ? 0.0 : depth_outside(ground.areas, area, edges, tolerance);
    for (const Point p : ground.points)
        if (!contains(area, p)) beyond = std::max(beyond, distance(p, edges));
    return beyond > tolerance ? beyond : 0.0;
}

std::optional<Point> middle_of(const Shape& ground) {
    if (!ground.areas.empty()) return inner_point(*std::ranges::max_element(ground.areas, {}, [](const Polygon& p) { return area(p); }));
    if (!ground.points.empty()) return ground.points.front();
    return std::nullopt;
}

}  // namespace

Places::Places(std::span<const Compound> compounds) : m_compounds{compounds}, m_index{boxes_of(compounds)} {
    m_edges.reserve(compounds.size());
    for (const Compound& compound : compounds) m_edges.emplace_back(compound.boundary);
}

Place Places::of(const Shape& ground, double tolerance) const {
    const std::optional<Point> middle = middle_of(ground);
    std::optional<Place> crossing;
    bool holds_middle = false;
    for (const std::size_t i : m_index.meeting(box_of(ground))) {
        const MultiPolygon& boundary = m_compounds[i].boundary;
        const double beyond = reach_beyond(ground, boundary, m_edges[i], tolerance);
        if (beyond == 0.0) {
            std::size_t ignored = 0;
            const double far = std::numeric_limits<double>::infinity();
            return {.compound = i, .where = Whereabouts::Inside, .to_boundary = least_distance(EdgeSet{ground}, m_edges[i], far, ignored)};
        }
        const bool is_middle = middle && contains(boundary, *middle);
        const bool is_part = is_middle || (!ground.areas.empty() && overlap_depth(ground.areas, EdgeSet{ground.areas}, {boundary, {}, {}}, tolerance) > 0.0);
        if (is_part && (!crossing || (is_middle && !holds_middle))) crossing = Place{.compound = i, .where = Whereabouts::Crossing, .beyond = beyond};
        holds_middle = holds_middle || is_middle;
    }
    return crossing.value_or(Place{});
}

}  // namespace geo
