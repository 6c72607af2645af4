#include "geo/zones/account_rings.hpp"

namespace geo {
namespace {

constexpr double drawn_m = 1e-5;  // how far a drawn line may lie from the gap that it follows

/// Walks an outline against the gaps of a ring.
class Walk {
   public:
    Walk(const OffsetGround& engine, const Ring& outline) : m_engine{engine}, m_outline{outline} {}

    bool follows(const GapRing& ring) {
        for (int i = ring.first; i < ring.first + ring.count; ++i) {
            const Gap& gap = m_engine.coverage().gaps[m_engine.rings().order[i]];
            const Primitive& p = m_engine.chains().primitives[gap.primitive];
            pass(gap.start);
            if (!is_on_edge(gap.start)) return false;
            if (p.is_arc()) pass_arc(p, gap);
            pass(gap.end);
            if (!is_on_edge(gap.end)) return false;
        }
        return m_passed == m_outline.size();
    }

   private:
    // Outlines have free ground on their left, gaps on their right: one runs against the other.
    Point vertex(std::size_t i) const {
        const std::size_t n = m_outline.size(), at = i < n ? i : i < 2 * n ? i - n : i - 2 * n;
        return m_outline[n - 1 - at];
    }
    Point ahead() const { return vertex(m_passed); }

    void pass(Point p) {
        while (m_passed < m_outline.size() && length2(ahead() - p) <= drawn_m * drawn_m) ++m_passed;
    }

    /// Of the edge from the vertex passed last to the one ahead; compared in squares, without a root.
    bool is_on_edge(Point p) const {
        const Point a = vertex(m_passed + m_outline.size() - 1), edge = ahead() - a, to = p - a;
        const double size2 = length2(edge), near2 = drawn_m * drawn_m * size2, off = cross(edge, to), along = dot(edge, to);
        if (size2 <= drawn_m * drawn_m) return length2(to) <= 4 * drawn_m * drawn_m;
        return off * off <= near2 && (along >= 0 || along * along <= near2) && (along <= size2 || (along - size2) * (along - size2) <= near2);
    }

    /// Passes the vertices on the free side of the arc, within its tolerance, from its start on towards its end.
    void pass_arc(const Primitive& p, const Gap& gap) {
        const double least = std::max(0.0, p.radius - drawn_m), most = p.radius + OffsetGround::arc_tolerance_m + drawn_m;
        const double rounding = drawn_m * (p.radius + drawn_m);
        Point last = gap.start - p.origin;
        const Point to = gap.end - p.origin, middle = last + to;
        for (; m_passed < m_outline.size(); ++m_passed) {
            const Point at = ahead() - p.origin;
            if (length2(at - to) <= drawn_m * drawn_m) return;
            const double far2 = length2(at);
            if (far2 < least * least || far2 > most * most) return;
            if (cross(last, at) < -rounding || cross(at, to) < -rounding || dot(middle, at) <= 0) return;
            last = at;
        }
    }

    const OffsetGround& m_engine;
    const Ring& m_outline;
    std::size_t m_passed = 0;
};

}  // namespace

bool rings_are_drawn(const OffsetGround& engine, const MultiPolygon& ground) {
    const OffsetRings& account = engine.rings();
    std::size_t outlines = 0, drawn = 0;
    for (const Polygon& polygon : ground) outlines += 1 + polygon.holes.size();
    std::vector<std::vector<char>> is_taken;
    for (const Polygon& polygon : ground) is_taken.emplace_back(1 + polygon.holes.size(), 0);
    for (std::size_t i = 0; i < account.rings.size(); ++i) {
        const GapRing& ring = account.rings[i];
        if (ring.part < 0) {
            if (!account.drawn[i].empty() && (signed_area(account.drawn[i]) >= 1e-6 || !Walk{engine, account.drawn[i]}.follows(ring))) return false;
            continue;
        }
        const auto part = static_cast<std::size_t>(ring.part), place = static_cast<std::size_t>(ring.island + 1);
        if (part >= ground.size() || place >= is_taken[part].size() || is_taken[part][place]) return false;
        is_taken[part][place] = 1;
        ++drawn;
        const Ring& outline = place == 0 ? ground[part].outer : ground[part].holes[place - 1];
        if ((signed_area(outline) > 0) != (place == 0) || !Walk{engine, outline}.follows(ring)) return false;
    }
    return drawn == outlines;
}

}  // namespace geo
