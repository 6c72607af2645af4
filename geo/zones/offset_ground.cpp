#include "geo/zones/offset_ground.hpp"

#include <numbers>

namespace geo {
namespace {

constexpr double least_surplus_m = 1e-6, spread_m = 1e-4;

/// Multiples of the golden ratio's inverse, less whole numbers, stay as far apart as can be: of n of them no two are nearer than 0.38 / n.
double spread_share(unsigned i) {
    const double x = i * (std::numbers::phi - 1.0);
    return x - std::floor(x);
}

}  // namespace

double OffsetGround::radius(double distance_m) {
    const unsigned salt = m_spread == Spread::Rings ? 0 : 7919;
    return distance_m + least_surplus_m + spread_m * spread_share(salt + m_source++);
}

void OffsetGround::add_line(std::span<const Point> line, double distance_m) {
    if (m_spread != Spread::Edges && line.size() > 2 && line.front() == line.back()) {
        // The caps of a closed line would lie on one another: two halves have radii of their own.
        const std::size_t half = line.size() / 2;
        m_chains.add_line(line.first(half + 1), radius(distance_m));
        return m_chains.add_line(line.subspan(half), radius(distance_m));
    }
    if (m_spread != Spread::Edges || line.size() < 2) return m_chains.add_line(line, radius(distance_m));
    for (std::size_t i = 0; i + 1 < line.size(); ++i) m_chains.add_line(line.subspan(i, 2), radius(distance_m));
}

void OffsetGround::add_ring(const Ring& ring, bool is_hole, double distance_m, bool is_boundary) {
    if (m_spread == Spread::Edges) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point edge[] = {ring[i], ring[(i + 1) % ring.size()]};
            m_chains.add_line(edge, radius(distance_m), is_boundary);
        }
        return;
    }
    // An obstacle lies inside its outer ring, what is forbidden round a compound outside.
    const bool is_left_inside = signed_area(ring) > 0, is_forbidden_inside = is_hole == is_boundary;
    m_chains.add_ring(ring, is_left_inside != is_forbidden_inside, radius(distance_m), is_boundary);
}

void OffsetGround::add_boundary(const MultiPolygon& boundary, double setback_m) {
    for (const Polygon& polygon : boundary) {
        m_inside.add(polygon.outer);
        add_ring(polygon.outer, false, setback_m, true);
        for (const Ring& hole : polygon.holes) {
            m_inside.add(hole);
            add_ring(hole, true, setback_m, true);
        }
    }
    m_inside.build();
}

void OffsetGround::add_keep(const Keep& keep, const Box& reach) {
    const double distance = std::max(keep.distance_m, least_distance_m);
    for (const Polygon& polygon : keep.shape.areas) {
        const Box box = box_of(polygon.outer);
        if (!box.grown(distance + 2 * spread_m).meets(reach)) continue;
        add_ring(polygon.outer, false, distance, false);
        for (const Ring& hole : polygon.holes) add_ring(hole, true, distance, false);
        // A circle of the distance fits into nothing smaller.
        if (area(polygon) > std::numbers::pi * distance * distance) m_solids.push_back({&polygon, RoughBox{box}});
    }
    for (const Line& line : keep.shape.lines)
        if (box_of(line).grown(distance + 2 * spread_m).meets(reach)) add_line(line, distance);
    for (const Point p : keep.shape.points) m_chains.add_point(p, radius(distance));
}

bool OffsetGround::run(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, Spread spread, bool is_like_last) {
    if (is_like_last) m_hints.keep(m_chains, m_coverage.whole);
    m_spread = spread;
    m_source = 0;
    m_solids.clear();
    m_inside.clear();
    const Box reach = box_of(boundary);
    m_chains.clear(reach);
    add_boundary(boundary, setback_m);
    for (std::size_t i = 0; i < keeps.size(); ++i) {
        m_chains.begin_source(static_cast<int>(i));
        add_keep(keeps[i], reach);
    }
    m_chains.build();
    if (is_like_last) m_hints.translate_to(m_chains);
    else m_hints.clear();
    m_coverage.run(m_chains, RoughBox{reach}, m_inside, m_solids, m_hints);
    return m_rings.stitch(m_chains, m_coverage);
}

bool OffsetGround::draw(std::span<const RoughBox> fine, double fine_tolerance_m, MultiPolygon& out) {
    return m_rings.draw(m_chains, m_coverage, arc_tolerance_m, fine, fine_tolerance_m, out);
}

}  // namespace geo
