#include "geo/zones/offset_rings.hpp"

#include "geo/geometry/bands.hpp"

namespace geo {
namespace {

constexpr double natural_m = 1e-6;      // neighbours on a chain end and start in the same place but for their turn
constexpr double jump_m = 5e-6;         // ends and starts no further apart are drawn as one
constexpr double merged_m = 1e-7;       // far below the surplus of every radius
constexpr double least_part_m2 = 1e-6;  // a square millimetre holds nothing

/// A chord over the angle 2h touches the circle in its middle and ends at radius / cos(h).
double half_chord_cosine(double radius, double tolerance) { return radius / (radius + tolerance); }

}  // namespace

void OffsetRings::link_neighbours(const OffsetChains& chains, OffsetCoverage& coverage) {
    std::vector<Gap>& gaps = coverage.gaps;
    for (Gap& gap : gaps) {
        gap.next = -1;
        if (!gap.ends_whole) continue;
        const int next = chains.primitives[gap.primitive].next;
        const int first = coverage.first_gap[next];
        if (first == coverage.first_gap[next + 1] || !gaps[first].starts_whole || m_has_previous[first]) continue;
        if (length2(gaps[first].start - gap.end) > natural_m * natural_m) continue;
        gap.next = first;
        m_has_previous[first] = 1;
    }
}

bool OffsetRings::link_nearest(std::vector<Gap>& gaps) {
    m_open_starts.clear(), m_open_ends.clear();
    for (int i = 0; i < static_cast<int>(gaps.size()); ++i) {
        if (!m_has_previous[i]) m_open_starts.push_back(i);
        if (gaps[i].next < 0) m_open_ends.push_back(i);
    }
    std::ranges::sort(m_open_starts, {}, [&](int i) { return std::pair{gaps[i].start.x, i}; });
    std::size_t open = m_open_ends.size();
    for (const double within : {1e-7, 1e-4}) {
        for (const int end : m_open_ends) {
            if (gaps[end].next >= 0) continue;
            const Point at = gaps[end].end;
            auto it = std::ranges::lower_bound(m_open_starts, at.x - within, {}, [&](int i) { return gaps[i].start.x; });
            double nearest2 = within * within;
            for (; it != m_open_starts.end() && gaps[*it].start.x <= at.x + within; ++it) {
                const double d2 = length2(gaps[*it].start - at);
                if (m_has_previous[*it] || d2 > nearest2) continue;
                nearest2 = d2;
                gaps[end].next = *it;
            }
            if (gaps[end].next < 0) continue;
            m_has_previous[gaps[end].next] = 1;
            --open;
        }
    }
    return open == 0;
}

bool OffsetRings::stitch(const OffsetChains& chains, OffsetCoverage& coverage) {
    rings.clear(), order.clear();
    m_has_previous.assign(coverage.gaps.size(), 0);
    link_neighbours(chains, coverage);
    if (!link_nearest(coverage.gaps)) return false;
    // Every gap now has one successor and one predecessor: the rings are the cycles of a permutation.
    for (int i = 0; i < static_cast<int>(coverage.gaps.size()); ++i) {
        if (!m_has_previous[i]) continue;
        GapRing ring;
        ring.first = static_cast<int>(order.size());
        for (int at = i; m_has_previous[at]; at = coverage.gaps[at].next) {
            m_has_previous[at] = 0;
            order.push_back(at);
        }
        ring.count = static_cast<int>(order.size()) - ring.first;
        rings.push_back(ring);
    }
    return true;
}

void OffsetRings::add_vertex(Point p) {
    if (m_ring.empty() || length2(p - m_ring.back()) > merged_m * merged_m) m_ring.push_back(p);
}

/// Vertices where the tangents at the ends of each chord's angle meet: the circle is never cut, and no angle computed.
void OffsetRings::draw_arc(const Primitive& p, const Gap& gap, ArcStep step) {
    const double r = p.radius;
    Point at = (gap.start - p.origin) * (1.0 / r);
    const Point end = (gap.end - p.origin) * (1.0 / r);
    const auto corner = [&](Point a, Point b) { add_vertex(p.origin + (a + b) * (r / (1.0 + dot(a, b)))); };
    while (dot(at, end) < step.cosine && cross(at, end) > 0) {
        const Point next{at.x * step.cosine - at.y * step.sine, at.y * step.cosine + at.x * step.sine};
        corner(at, next);
        at = next;
    }
    if (cross(at, end) > 0) corner(at, end);
}

void OffsetRings::draw_ring(const OffsetChains& chains, const OffsetCoverage& coverage, const GapRing& ring, std::span<const RoughBox> fine,
                            double fine_tolerance_m) {
    m_ring.clear();
    int before = order[ring.first + ring.count - 1];
    for (int i = ring.first; i < ring.first + ring.count; ++i) {
        const Gap& gap = coverage.gaps[order[i]];
        const Gap& last = coverage.gaps[before];
        const Primitive& p = chains.primitives[gap.primitive];
        const Primitive& q = chains.primitives[last.primitive];
        const bool goes_straight_on = gap.starts_whole && last.ends_whole && q.is_smooth && q.next == gap.primitive;
        if (!goes_straight_on) {
            // One place but for rounding, and drawn once: the way from the one to the other may lead backwards.
            if (length2(gap.start - last.end) > jump_m * jump_m) add_vertex(last.end);
            add_vertex(gap.start);
        }
        before = order[i];
        if (!p.is_arc()) continue;
        const RoughBox& box = chains.primitive_boxes[gap.primitive];
        if (std::ranges::none_of(fine, [&](const RoughBox& f) { return f.meets(box); })) {
            draw_arc(p, gap, m_steps[p.chain]);
        } else {
            const double half = half_chord_cosine(p.radius, fine_tolerance_m);
            draw_arc(p, gap, {2 * half * half - 1, 2 * half * std::sqrt(1 - half * half)});
        }
    }
    while (m_ring.size() > 1 && length2(m_ring.front() - m_ring.back()) <= merged_m * merged_m) m_ring.pop_back();
    std::ranges::reverse(m_ring);  // free ground on the left
    if (m_ring.size() < 3) m_ring.clear();
    drawn.push_back(m_ring);
}

/// Chords can turn a thin part inside out, so where the area leaves a doubt it is taken with the arcs as they are.
bool OffsetRings::is_island(const OffsetChains& chains, const OffsetCoverage& coverage, std::size_t ring, double tolerance_m) const {
    const double area = signed_area(drawn[ring]);
    double arcs_m = 0.0, exact = 0.0;
    const std::span<const int> gaps{order.data() + rings[ring].first, static_cast<std::size_t>(rings[ring].count)};
    for (const int i : gaps) {
        const Gap& gap = coverage.gaps[i];
        arcs_m += 1.5 * chains.primitives[gap.primitive].radius * (gap.to - gap.from);
    }
    if (std::abs(area) > 2 * tolerance_m * arcs_m) return area < 0;
    const Point o = coverage.gaps[gaps.front()].start;
    for (const int i : gaps) {
        const Gap& gap = coverage.gaps[i];
        const double r = chains.primitives[gap.primitive].radius;
        exact += 0.5 * cross(gap.start - o, gap.end - o);
        if (r <= 0) continue;
        const double angle = std::asin(gap.to) - std::asin(gap.from);
        exact += 0.5 * r * r * (angle - std::sin(angle));
    }
    return exact > 0;  // gaps have free ground on their right
}

/// Islands go into the smallest part that holds them.
bool OffsetRings::assemble(const OffsetChains& chains, const OffsetCoverage& coverage, double tolerance_m, MultiPolygon& out) {
    struct Part {
        double area;
        Box box;
    };
    std::vector<Part> parts;
    std::vector<std::size_t> islands;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        rings[i].part = rings[i].island = -1;
        const double area = signed_area(drawn[i]);
        if (is_island(chains, coverage, i, tolerance_m)) {
            islands.push_back(i);
        } else if (area >= least_part_m2) {
            rings[i].part = static_cast<int>(out.size());
            parts.push_back({area, box_of(drawn[i])});
            out.push_back({std::move(drawn[i]), {}});
            drawn[i].clear();
        }
    }
    // Asked for many islands, a part is worth sorting.
    std::vector<Bands> bands(islands.size() > 64 ? out.size() : 0);
    for (std::size_t i = 0; i < bands.size(); ++i) bands[i].add(out[i].outer), bands[i].build();
    const auto holds = [&](std::size_t part, Point p) { return bands.empty() ? contains(out[part].outer, p) : bands[part].contains(p); };
    for (const std::size_t island : islands) {
        if (drawn[island].empty()) continue;
        const Point p = drawn[island].front();
        std::size_t best = parts.size();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Box& box = parts[i].box;
            const bool is_near = p.x >= box.min_x && p.x <= box.max_x && p.y >= box.min_y && p.y <= box.max_y;
            if (!is_near || (best < parts.size() && parts[best].area <= parts[i].area)) continue;
            if (holds(i, p)) best = i;
        }
        if (best == parts.size()) return false;
        rings[island].part = static_cast<int>(best);
        rings[island].island = static_cast<int>(out[best].holes.size());
        out[best].holes.push_back(std::move(drawn[island]));
        drawn[island].clear();
    }
    return true;
}

bool OffsetRings::draw(const OffsetChains& chains, const OffsetCoverage& coverage, double tolerance_m, std::span<const RoughBox> fine,
                       double fine_tolerance_m, MultiPolygon& out) {
    out.clear();
    drawn.clear();
    m_steps.clear();
    for (const Chain& chain : chains.chains) {
        const double half = half_chord_cosine(chain.radius, tolerance_m);
        m_steps.push_back({2 * half * half - 1, 2 * half * std::sqrt(1 - half * half)});
    }
    for (const GapRing& ring : rings) draw_ring(chains, coverage, ring, fine, fine_tolerance_m);
    return assemble(chains, coverage, tolerance_m, out);
}

}  // namespace geo
