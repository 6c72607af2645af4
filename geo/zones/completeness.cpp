#include "geo/zones/completeness.hpp"

#include "geo/geometry/crossings.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/zones/account_rings.hpp"
#include "geo/zones/account_sources.hpp"

namespace geo {
namespace {

constexpr double rounding_m = 2e-10;  // of a place against a capsule's rim, within 100 km of the origin; more would doubt corners that are almost straight
constexpr double most_lost_m = 3e-4; // of outline in one place, to rounding
constexpr double apart_places_m = 1e-3;  // of proven outline between two places
constexpr double apart_m = 2e-7;   // less than any radius: how finely arcs are cut to be held against edges

/// Part of a segment or arc.
struct Stretch {
    const Primitive* primitive;
    double from, to;
    Point start, end;

    Stretch(const Primitive& p, double a, double b) : Stretch{p, a, b, p.at(a), p.at(b)} {}
    Stretch(const Primitive& p, double a, double b, Point at_a, Point at_b) : primitive{&p}, from{a}, to{b}, start{at_a}, end{at_b} {}
    double middle() const { return 0.5 * (from + to); }
    /// Where the tangents in its ends meet; a segment's middle.
    Point apex() const {
        if (!primitive->is_arc()) return (start + end) * 0.5;
        const Point c = primitive->origin, a = start - c, b = end - c;
        const double r2 = primitive->radius * primitive->radius;
        return c + (a + b) * (r2 / (r2 + dot(a, b)));
    }
    Box box() const {
        Box all;
        all.add(start), all.add(end), all.add(apex());
        return all;
    }
};

/// No less than the length of a stretch.
double length_of(const Primitive& p, double from, double to) { return (to - from) * (p.is_arc() ? 1.5 * p.radius : 1.0); }

/// Extent of an arc or segment: its ends, and where its circle reaches farthest along the axes.
Box box_of(const Primitive& p) {
    Box box;
    const Point from = p.at(p.from), to = p.at(p.to);
    box.add(from), box.add(to);
    if (!p.is_arc()) return box;
    for (const Point axis : {Point{1, 0}, Point{0, 1}, Point{-1, 0}, Point{0, -1}})
        if (dot(axis, p.along) > 0 && cross(from - p.origin, axis) >= 0 && cross(axis, to - p.origin) >= 0) box.add(p.origin + axis * p.radius);
    return box;
}

/// Whether a place lies in the capsule, `deep` or deeper (below zero: beyond its rim).
bool is_in(const Capsule& c, Point p, double deep) {
    const Point to = p - c.from;
    const double along = dot(to, c.along), off = cross(to, c.along), beyond = along - std::clamp(along, 0.0, c.length), reach = c.radius - deep;
    return off * off + beyond * beyond <= reach * reach;
}

/// The distance from the capsule's segment is convex and smooth: along an arc, at most a quarter, it is greatest at an end, or where the arc's own radius points
/// away from the segment: across it, or from one of its ends.
bool is_in(const Capsule& c, const Stretch& s) {
    if (!is_in(c, s.start, -rounding_m) || !is_in(c, s.end, -rounding_m)) return false;
    if (!s.primitive->is_arc()) return true;
    const Primitive& p = *s.primitive;
    const Point first = s.start - p.origin, last = s.end - p.origin;
    const auto holds = [&](Point away) {
        const double size2 = length2(away);
        if (size2 == 0.0 || cross(first, away) < 0 || cross(away, last) < 0) return true;  // nowhere, or beyond the stretch
        return is_in(c, p.origin + away * (p.radius / std::sqrt(size2)), -rounding_m);
    };
    return holds(left_of(c.along)) && holds(right_of(c.along)) && holds(p.origin - c.from) && holds(p.origin - c.to());
}

/// Whether all of an arc certainly does not meet an edge: by its circle, else by ever shorter chords.
bool arc_misses(const Stretch& s, Point a, Point b, int depth = 0) {
    const double bulge = distance(s.apex(), s.start, s.end);
    if (distance(s.start, s.end, a, b) > bulge) return true;
    if (bulge < apart_m || depth == 40) return false;
    return arc_misses({*s.primitive, s.from, s.middle()}, a, b, depth + 1) && arc_misses({*s.primitive, s.middle(), s.to}, a, b, depth + 1);
}

/// Whether a stretch certainly does not meet an edge.
bool misses(const Stretch& s, Point a, Point b) {
    if (s.primitive->is_arc()) {
        const double r = s.primitive->radius - apart_m, r2 = r * r;
        const Point c = s.primitive->origin;
        if (r > 0 && length2(a - c) < r2 && length2(b - c) < r2) return true;  // so is all between them
        return distance(c, a, b) > s.primitive->radius + apart_m || arc_misses(s, a, b);
    }
    const int a_side = sure_side(s.start, s.end, a), start_side = sure_side(a, b, s.start);
    return (a_side != 0 && a_side == sure_side(s.start, s.end, b)) || (start_side != 0 && start_side == sure_side(a, b, s.end));
}

class Audit {
   public:
    Audit(const OffsetGround& engine, const MultiPolygon& boundary)
        : m_chains{engine.chains()}, m_coverage{engine.coverage()}, m_rings{engine.rings()}, m_solids{engine.solids()}, m_reach{geo::box_of(boundary)} {
        const auto add = [&](const Ring& ring) {
            m_inside.add(ring);
            m_index.begin_group();
            for (std::size_t i = 0; i < ring.size(); ++i) {
                m_edges.emplace_back(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
                Box box;
                box.add(m_edges.back().first), box.add(m_edges.back().second);
                m_index.add(RoughBox{box});
            }
        };
        each_ring(boundary, add);
        m_inside.build();
        m_index.build();
    }

    bool outside_is_outside() const {
        return each_run_anew([&](const PrimitiveRun& run, const PrimitiveRun& end) {
            for (int i = run.first_outside; i < end.first_outside; ++i)
                if (!is_outside(m_coverage.outside[i])) return false;
            return true;
        });
    }

    /// Gaps and stretches that are proven covered tile each primitive that is not outside; what is left between them is counted as lost.
    bool primitives_are_tiled(std::vector<double>& lost_m) {
        lost_m.resize(m_coverage.runs.size(), 0.0);
        const bool are_tiled = each_run_anew([&](const PrimitiveRun& run, const PrimitiveRun& end) {
            m_lost_of_run_m = 0.0;
            if (!is_tiled(run, end)) return false;
            lost_m[static_cast<std::size_t>(&run - m_coverage.runs.data())] = m_lost_of_run_m;
            return true;
        });
        // In one place or not: kept runs do not tell any more.
        for (std::size_t i = 0; i < lost_m.size(); ++i)
            if (m_coverage.runs[i].is_kept) m_lost_m += lost_m[i];
        return are_tiled;
    }

    bool gaps_are_used_once() {
        std::vector<char> is_used(m_coverage.gaps.size(), 0);
        const auto is_gap = [&](int i) { return i >= 0 && i < std::ssize(is_used); };
        int count = 0;
        for (const GapRing& ring : m_rings.rings) {
            if (ring.first != count || ring.count < 1) return false;
            count += ring.count;
            if (count > static_cast<int>(m_rings.order.size())) return false;
            for (int i = ring.first; i < count; ++i) {
                const int gap = m_rings.order[i], next = m_rings.order[i + 1 < count ? i + 1 : ring.first];
                if (!is_gap(gap) || !is_gap(next) || is_used[gap]) return false;
                is_used[gap] = 1;
                lose(length(m_coverage.gaps[next].start - m_coverage.gaps[gap].end));
                prove(length(m_coverage.gaps[next].end - m_coverage.gaps[next].start));
            }
        }
        return static_cast<std::size_t>(count) == m_coverage.gaps.size();
    }

    bool little_is_lost() const { return std::max(m_most_lost_m, m_lost_m) <= most_lost_m; }

   private:
    /// @param f  of a run and the one after it, whether all is well @return whether it is of all runs that were not kept, which cover all primitives
    template <typename F>
    bool each_run_anew(F&& f) const {
        const PrimitiveRun end{.first_gap = static_cast<int>(m_coverage.gaps.size()), .first_covered = static_cast<int>(m_coverage.covered.size()),
                               .first_outside = static_cast<int>(m_coverage.outside.size())};
        int at = 0;
        for (std::size_t i = 0; i < m_coverage.runs.size(); ++i) {
            const PrimitiveRun& run = m_coverage.runs[i];
            if (run.first != at || run.end <= run.first) return false;
            at = run.end;
            if (!run.is_kept && !f(run, i + 1 < m_coverage.runs.size() ? m_coverage.runs[i + 1] : end)) return false;
        }
        return at == static_cast<int>(m_chains.primitives.size());
    }

    bool is_outside(const OutsideRun& run) const {
        Box box;
        for (int i = run.first; i < run.end; ++i) box.add(box_of(m_chains.primitives[i]));
        if (!box.meets(m_reach)) return true;
        bool meets = false;
        m_index.each_meeting(RoughBox{box}, [&](int) { meets = true; });
        return !meets && !m_inside.contains({box.min_x, box.min_y});
    }

    bool is_tiled(const PrimitiveRun& run, const PrimitiveRun& after) {
        int covered = run.first_covered, gap = run.first_gap;
        if (run.first_outside < after.first_outside) {
            const OutsideRun& outside = m_coverage.outside[run.first_outside];
            return outside.first == run.first && outside.end == run.end && covered == after.first_covered && gap == after.first_gap;
        }
        for (int i = run.first; i < run.end; ++i) {
            const Primitive& p = m_chains.primitives[i];
            double at = p.from;
            const auto reach = [&](double from, double to) {
                if (from > at) lose(length_of(p, at, from));
                prove(length_of(p, from, to));
                at = std::max(at, to);
            };
            for (;;) {
                const bool is_covered = covered < after.first_covered && m_coverage.covered[covered].primitive == i;
                const bool is_gap = gap < after.first_gap && m_coverage.gaps[gap].primitive == i;
                if (is_gap && !(is_covered && m_coverage.covered[covered].from <= m_coverage.gaps[gap].from)) {
                    const Gap& g = m_coverage.gaps[gap++];
                    if (length2(g.start - p.at(g.from)) + length2(g.end - p.at(g.to)) > 1e-18) return false;
                    reach(g.from, g.to);
                } else if (is_covered) {
                    const Covered& c = m_coverage.covered[covered++];
                    if (is_forbidden(c)) reach(c.from, c.to);
                } else {
                    break;
                }
            }
            reach(p.to, p.to);
        }
        return covered == after.first_covered && gap == after.first_gap;
    }

    /// Adds up what is lost in one place; a proven stretch of some length parts places.
    void lose(double length_m) { m_lost_m += length_m, m_lost_of_run_m += length_m; }
    void prove(double length_m) {
        if (length_m < apart_places_m) return;
        m_most_lost_m = std::max(m_most_lost_m, m_lost_m);
        m_lost_m = 0.0;
    }

    bool is_forbidden(const Covered& c) const {
        const Stretch s{m_chains.primitives[c.primitive], c.from, c.to};
        const Point middle = s.primitive->at(s.middle());
        if (c.by == Covered::By::Capsule) {
            // On the rim of a capsule, its own above all, nothing is covered; what is has depth in its middle.
            if (std::ranges::find(s.primitive->own, c.what) != std::end(s.primitive->own)) return false;
            const Capsule& capsule = m_chains.capsules[c.what];
            return is_in(capsule, middle, 2 * rounding_m) && is_in(capsule, s);
        }
        if (c.by == Covered::By::Outside) return !m_inside.contains(middle) && misses_boundary(s);
        const Polygon& polygon = *m_solids[c.what].polygon;
        const Box box = s.box();
        const auto misses_ring = [&](const Ring& ring) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Point a = ring[i], b = ring[i + 1 < ring.size() ? i + 1 : 0];
                const bool is_near = std::min(a.x, b.x) <= box.max_x && std::max(a.x, b.x) >= box.min_x && std::min(a.y, b.y) <= box.max_y &&
                                     std::max(a.y, b.y) >= box.min_y;
                if (is_near && !misses(s, a, b)) return false;
            }
            return true;
        };
        return contains(polygon, middle) && misses_ring(polygon.outer) && std::ranges::all_of(polygon.holes, misses_ring);
    }

    bool misses_boundary(const Stretch& s) const {
        bool all = true;
        m_index.each_meeting(RoughBox{s.box()}, [&](int i) { all = all && misses(s, m_edges[i].first, m_edges[i].second); });
        return all;
    }

    const OffsetChains& m_chains;
    const OffsetCoverage& m_coverage;
    const OffsetRings& m_rings;
    std::span<const Solid> m_solids;
    Box m_reach;
    std::vector<std::pair<Point, Point>> m_edges;  ///< of the boundary
    Octets m_index;
    Bands m_inside;
    double m_lost_m = 0.0, m_most_lost_m = 0.0, m_lost_of_run_m = 0.0;
};

}  // namespace

std::optional<Message> completeness_fault(const OffsetGround& engine, const MultiPolygon& ground, const MultiPolygon& boundary,
                                          std::span<const Keep> keeps, double setback_m, CompletenessAccount& account) {
    const auto fault = [](const char* zh, const char* en) { return say("核验未通过：完整性，{0}", "certificate: completeness, {1}", zh, en); };
    Audit audit{engine, boundary};
    if (!sources_are_real(engine, boundary, keeps, setback_m, account.changed)) return fault("偏移线与输入不符", "an offset line that no input asks for, or one missing");
    if (!audit.outside_is_outside()) return fault("界外线段不在界外", "a line taken for outside is not");
    if (!audit.primitives_are_tiled(account.lost_m)) return fault("边界线段不在其偏移线上", "a piece of outline is not on its offset line");
    if (!audit.gaps_are_used_once()) return fault("边界线段未全部用上一次", "pieces of outline are not used once each");
    if (!audit.little_is_lost()) return fault("边界不闭合，或被遮线段未被遮住", "the outline does not close, or a stretch taken for covered is not");
    if (!rings_are_drawn(engine, ground)) return fault("面与边界线段不符", "areas do not follow the pieces of outline");
    return std::nullopt;
}

}  // namespace geo
