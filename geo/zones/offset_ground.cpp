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

double distance_of(const Keep& keep) { return std::max(keep.distance_m, OffsetGround::least_distance_m); }

bool reaches(const Box& box, double distance_m, const Box& reach) { return box.grown(distance_m + 2 * spread_m).meets(reach); }

}  // namespace

double OffsetGround::radius(double distance_m) {
    const unsigned salt = m_spread == Spread::Rings ? 0 : 7919;
    return distance_m + least_surplus_m + spread_m * spread_share(salt + m_source++);
}

void OffsetGround::add_line(OffsetChains& chains, std::span<const Point> line, double distance_m) {
    if (m_spread != Spread::Edges && line.size() > 2 && line.front() == line.back()) {
        // The caps of a closed line would lie on one another: two halves have radii of their own.
        const std::size_t half = line.size() / 2;
        chains.add_line(line.first(half + 1), radius(distance_m));
        return chains.add_line(line.subspan(half), radius(distance_m));
    }
    if (m_spread != Spread::Edges || line.size() < 2) return chains.add_line(line, radius(distance_m));
    for (std::size_t i = 0; i + 1 < line.size(); ++i) chains.add_line(line.subspan(i, 2), radius(distance_m));
}

void OffsetGround::add_ring(OffsetChains& chains, const Ring& ring, bool is_hole, double distance_m, bool is_boundary) {
    if (m_spread == Spread::Edges) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point edge[] = {ring[i], ring[(i + 1) % ring.size()]};
            chains.add_line(edge, radius(distance_m), is_boundary);
        }
        return;
    }
    // An obstacle lies inside its outer ring, what is forbidden round a compound outside.
    const bool is_left_inside = signed_area(ring) > 0, is_forbidden_inside = is_hole == is_boundary;
    chains.add_ring(ring, is_left_inside != is_forbidden_inside, radius(distance_m), is_boundary);
}

void OffsetGround::add_boundary(const MultiPolygon& boundary, double setback_m) {
    for (const Polygon& polygon : boundary) {
        m_inside.add(polygon.outer);
        add_ring(m_chains, polygon.outer, false, setback_m, true);
        for (const Ring& hole : polygon.holes) {
            m_inside.add(hole);
            add_ring(m_chains, hole, true, setback_m, true);
        }
    }
    m_inside.build();
}

void OffsetGround::add_keep(OffsetChains& chains, const Keep& keep) {
    const double distance = distance_of(keep);
    for (const Polygon& polygon : keep.shape.areas) {
        if (!reaches(box_of(polygon.outer), distance, m_reach)) continue;
        add_ring(chains, polygon.outer, false, distance, false);
        for (const Ring& hole : polygon.holes) add_ring(chains, hole, true, distance, false);
    }
    for (const Line& line : keep.shape.lines)
        if (reaches(box_of(line), distance, m_reach)) add_line(chains, line, distance);
    for (const Point p : keep.shape.points) chains.add_point(p, radius(distance));
}

void OffsetGround::add_solids(const Keep& keep, int source) {
    const double distance = distance_of(keep);
    for (const Polygon& polygon : keep.shape.areas) {
        // A circle of the distance fits into nothing smaller.
        if (const Box box = box_of(polygon.outer); reaches(box, distance, m_reach) && area(polygon) > std::numbers::pi * distance * distance)
            m_solids.push_back({&polygon, RoughBox{box}, source});
    }
}

bool OffsetGround::run(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, Spread spread) {
    m_spread = spread;
    m_source = 0;
    m_solids.clear();
    m_inside.clear();
    m_first_source.clear();
    m_reach = box_of(boundary);
    m_chains.clear(m_reach);
    add_boundary(boundary, setback_m);
    for (std::size_t i = 0; i < keeps.size(); ++i) {
        m_first_source.push_back(m_source);
        m_chains.begin_source(static_cast<int>(i));
        add_keep(m_chains, keeps[i]);
        add_solids(keeps[i], static_cast<int>(i));
    }
    m_chains.build();
    m_coverage.run(m_chains, RoughBox{m_reach}, m_inside, m_solids);
    return m_rings.stitch(m_chains, m_coverage);
}

std::optional<bool> OffsetGround::change(std::span<const Keep> keeps, std::size_t changed) {
    const int source = static_cast<int>(changed);
    m_source = m_first_source[changed];
    m_changed_chains.clear(m_reach);
    m_changed_chains.begin_source(source);
    add_keep(m_changed_chains, keeps[changed]);
    m_changed.clear();
    for (const Chain& chain : std::ranges::equal_range(m_chains.chains, source, {}, &Chain::source))
        for (int i = chain.first_capsule; i < chain.capsule_end; ++i) m_changed.add(m_chains.capsule_boxes[i]);
    for (const RoughBox& box : m_changed_chains.capsule_boxes) m_changed.add(box);
    if (!m_chains.replace(source, m_changed_chains)) return std::nullopt;
    // The insides of areas count too, whether or not they did.
    for (const Solid& solid : m_solids)
        if (solid.keep == source) m_changed.add(solid.box);
    m_solids.clear();
    for (std::size_t i = 0; i < keeps.size(); ++i) add_solids(keeps[i], static_cast<int>(i));
    for (const Solid& solid : m_solids)
        if (solid.keep == source) m_changed.add(solid.box);
    m_changed.build();
    m_coverage.run_again(m_solids, m_changed, source);
    return m_rings.stitch(m_chains, m_coverage);
}

bool OffsetGround::draw(std::span<const RoughBox> fine, double fine_tolerance_m, MultiPolygon& out) {
    return m_rings.draw(m_chains, m_coverage, arc_tolerance_m, fine, fine_tolerance_m, out);
}

}  // namespace geo
