#pragma once

#include "geo/geometry/shapes.hpp"

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace geo {

/// Edges of ground that was proven, to be found again to the last bit in ground that is to be. Reused, it allocates nothing.
class KnownEdges {
   public:
    /// Whether each edge of `ground`, ring by ring with outer rings before their holes, is known. One that comes twice is known once: it was never proven
    /// against itself.
    const std::vector<char>& find(const MultiPolygon& ground) {
        m_is_known.clear();
        m_is_taken.assign(m_edges.size(), 0);
        // Mostly the one after the last is the next.
        std::size_t next = 0;
        each_edge(ground, [&](Point a, Point b) {
            const Edge edge{a, b};
            bool is_known = next < m_edges.size() && m_edges[next] == edge;
            if (!is_known) {
                const int at = m_table[slot_of(edge)];
                is_known = at >= 0;
                if (is_known) next = static_cast<std::size_t>(at);
            }
            if (is_known) {
                is_known = !std::exchange(m_is_taken[next], 1);
                ++next;
            }
            m_is_known.push_back(is_known);
        });
        return m_is_known;
    }
    /// From now on these are the known ones.
    void set(const MultiPolygon& ground) {
        m_edges.clear();
        each_edge(ground, [&](Point a, Point b) { m_edges.emplace_back(a, b); });
        m_table.assign(std::bit_ceil(2 * m_edges.size() + 2), -1);
        for (std::size_t i = 0; i < m_edges.size(); ++i) m_table[slot_of(m_edges[i])] = static_cast<int>(i);
    }

   private:
    using Edge = std::pair<Point, Point>;

    /// Where the edge is, or a free slot.
    std::size_t slot_of(const Edge& edge) const {
        std::uint64_t hash = 0;
        for (const double v : {edge.first.x, edge.first.y, edge.second.x, edge.second.y}) hash = (std::rotl(hash, 23) ^ std::bit_cast<std::uint64_t>(v)) * 0x9E3779B97F4A7C15U;
        std::size_t slot = (hash >> 20U) & (m_table.size() - 1);
        while (m_table[slot] >= 0 && m_edges[m_table[slot]] != edge) slot = (slot + 1) & (m_table.size() - 1);
        return slot;
    }

    std::vector<Edge> m_edges;
    std::vector<int> m_table = std::vector<int>(2, -1);  ///< a power of two of places in `m_edges`; -1 is free
    std::vector<char> m_is_known, m_is_taken;
};

}  // namespace geo
