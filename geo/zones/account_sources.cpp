#include "geo/zones/account_sources.hpp"

namespace geo {
namespace {

constexpr double same_m = 1e-8;       // places that are one but for rounding
constexpr double joined_m = 1e-6;     // ends of neighbours, which a turn of less than a nanometre in a metre may part
constexpr double surplus_m = 1.1e-4;  // most that a radius may exceed what is asked

bool is_same(Point a, Point b, double within = same_m) { return length2(a - b) <= within * within; }

/// Matches chains with inputs, both in the order in which they were given.
class Sources {
   public:
    explicit Sources(const OffsetGround& engine) : m_chains{engine.chains()}, m_solids{engine.solids()} {}

    bool match(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, int changed) {
        if (changed < 0) match_areas(boundary, setback_m, true);
        else pass(-1);
        for (int i = 0; i < static_cast<int>(keeps.size()); ++i) {
            match_solids(keeps[i]);
            if (changed < 0 || changed == i) match_keep(keeps[i]);
            else pass(i);
        }
        return m_chain == m_chains.chains.size() && m_solid == m_solids.size();
    }

   private:
    void pass(int source) {
        while (m_chain < m_chains.chains.size() && m_chains.chains[m_chain].source == source) ++m_chain;
    }

    void match_solids(const Keep& keep) {
        for (const Polygon& polygon : keep.shape.areas)
            if (m_solid < m_solids.size() && m_solids[m_solid].polygon == &polygon) ++m_solid;
    }

    void match_keep(const Keep& keep) {
        const double need = std::max(keep.distance_m, OffsetGround::least_distance_m);
        match_areas(keep.shape.areas, need, false);
        for (const Line& line : keep.shape.lines) match_line(line, need);
        for (const Point p : keep.shape.points) match_next(std::span{&p, 1}, need, false);
    }

    void match_areas(const MultiPolygon& areas, double need, bool is_boundary) {
        for (const Polygon& polygon : areas) {
            match_ring(polygon.outer, need, is_boundary);
            for (const Ring& hole : polygon.holes) match_ring(hole, need, is_boundary);
        }
    }

    void match_ring(const Ring& ring, double need, bool is_boundary) {
        if (match_next(ring, need, is_boundary)) return;
        for (std::size_t i = 0; i < ring.size(); ++i) {  // or edge by edge
            const Point edge[] = {ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]};
            match_next(edge, need, is_boundary);
        }
    }

    bool match_there_and_back(std::span<const Point> line, double need) {
        std::vector<Point> way(line.begin(), line.end());
        for (std::size_t i = line.size(); i-- > 2;) way.push_back(line[i - 1]);
        return match_next(way, need, false);
    }

    /// In one piece, in halves when it is closed, or edge by edge.
    void match_line(const Line& line, double need) {
        const std::size_t half = line.size() / 2;
        if (match_there_and_back(line, need)) return;
        if (match_there_and_back(std::span{line}.first(std::min(half + 1, line.size())), need)) {
            match_there_and_back(std::span{line}.subspan(half), need);
            return;
        }
        for (std::size_t i = 0; i + 1 < line.size(); ++i) match_next(std::span{line}.subspan(i, 2), need, false);
    }

    /// Goes on to the next chain when this one follows the closed way through the given places.
    bool match_next(std::span<const Point> way, double need, bool is_boundary) {
        if (m_chain == m_chains.chains.size() || way.empty()) return false;
        const Chain& chain = m_chains.chains[m_chain];
        if (chain.is_boundary != is_boundary && way.size() > 1) return false;
        if (!(chain.radius >= need && chain.radius <= need + surplus_m)) return false;
        if (!follows(chain, way) || !has_every_line(chain)) return false;
        ++m_chain;
        return true;
    }

    Point source_of(const Primitive& segment, const Chain& chain) const { return segment.origin + left_of(segment.along) * chain.radius; }

    bool follows(const Chain& chain, std::span<const Point> way) {
        m_places.clear();
        for (int i = chain.first_primitive; i < chain.primitive_end; ++i)
            if (const Primitive& p = m_chains.primitives[i]; !p.is_arc()) m_places.push_back(source_of(p, chain));
        if (m_places.empty()) m_places.push_back(m_chains.primitives[chain.first_primitive].origin);
        std::size_t passed = 0;
        for (std::size_t i = 0; i < way.size(); ++i) {
            const Point p = way[chain.is_reversed ? way.size() - 1 - i : i];
            if (passed < m_places.size() && is_same(p, m_places[passed])) ++passed;
            else if (passed == 0) return false;
            else if (!is_same(p, m_places[passed - 1]) && !(passed == m_places.size() && is_same(p, m_places.front()))) return false;
        }
        return passed == m_places.size();
    }

    /// Segments go from place to place, each beside its own capsule if that is in reach; arcs turn round the places between; neighbours
    /// join, or turn right.
    bool has_every_line(const Chain& chain) const {
        int capsule = chain.first_capsule;
        std::size_t at = 0;
        for (int i = chain.first_primitive; i < chain.primitive_end; ++i) {
            const Primitive& p = m_chains.primitives[i];
            if (p.next != (i + 1 < chain.primitive_end ? i + 1 : chain.first_primitive)) return false;
            if (std::abs(length2(p.along) - 1.0) > 1e-12) return false;
            const Primitive& next = m_chains.primitives[p.next];
            const bool turns_right = !p.is_arc() && !next.is_arc() && cross(p.along, next.along) < -0.5e-9;
            if (!turns_right && !is_same(p.at(p.to), next.at(next.from), joined_m)) return false;
            if (p.is_arc()) {
                if (p.radius != chain.radius || p.from < -0.7072 || p.to > 0.7072 || !(p.from < p.to)) return false;
                if (!is_same(p.origin, m_places[at % m_places.size()])) return false;
                continue;
            }
            const Point from = m_places[at], to = m_places[(at + 1) % m_places.size()];
            ++at;
            if (p.from != 0.0 || !is_same(from + p.along * p.to, to)) return false;
            if (p.own[0] >= 0 && !is_capsule(p.own[0], from, to, chain)) return false;
            if (p.own[0] == capsule) ++capsule;
        }
        if (at == 0 && chain.capsule_end > capsule) return chain.capsule_end == capsule + 1 && is_capsule(capsule, m_places[0], m_places[0], chain);
        return capsule == chain.capsule_end;
    }

    bool is_capsule(int i, Point from, Point to, const Chain& chain) const {
        const Capsule& c = m_chains.capsules[i];
        if (i < chain.first_capsule || i >= chain.capsule_end || c.radius != chain.radius) return false;
        return (is_same(c.from, from) && is_same(c.to(), to)) || (is_same(c.from, to) && is_same(c.to(), from));
    }

    const OffsetChains& m_chains;
    std::span<const Solid> m_solids;
    std::size_t m_chain = 0, m_solid = 0;  ///< next to be matched
    std::vector<Point> m_places;           ///< that the chain at hand passes, as its segments tell
};

}  // namespace

bool sources_are_real(const OffsetGround& engine, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, int changed) {
    return Sources{engine}.match(boundary, keeps, setback_m, changed);
}

}  // namespace geo
