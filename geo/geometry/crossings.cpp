#include "geo/geometry/crossings.hpp"

namespace geo {

template <typename Choose>
void Crossings::add(const Ring& ring, Choose&& is_indexed) {
    const int first = static_cast<int>(m_edges.size()), n = static_cast<int>(ring.size());
    m_index.begin_group();
    for (int i = 0; i < n; ++i) {
        const int next = i + 1 < n ? i + 1 : 0;
        m_edges.push_back({ring[i], ring[next], first + next});
        Box box;
        box.add(ring[i]), box.add(ring[next]);
        m_boxes.emplace_back(box);
        if (is_indexed(m_boxes.size() - 1)) m_index.add(m_boxes.back());
    }
}

void Crossings::compare(int i, int j) {
    const Edge &e = m_edges[i], &f = m_edges[j];
    const auto meet = [&] {
        if (e.next == j || f.next == i) {
            // Neighbours share a vertex; they overlap only where one folds back on the other.
            const Point from = e.next == j ? e.a : f.a, at = e.next == j ? e.b : f.b, to = e.next == j ? f.b : e.b;
            if (sure_side(from, at, to) != 0) return false;
            return (at.x - from.x) * (to.x - at.x) + (at.y - from.y) * (to.y - at.y) <= 0;
        }
        const int fa = sure_side(e.a, e.b, f.a), fb = sure_side(e.a, e.b, f.b);
        if (fa != 0 && fa == fb) return false;
        const int ea = sure_side(f.a, f.b, e.a), eb = sure_side(f.a, f.b, e.b);
        return ea == 0 || ea != eb;
    };
    if (!meet()) return;
    m_found.push_back(m_boxes[i]);
    m_found.push_back(m_boxes[j]);
}

template <typename Choose>
void Crossings::load(const MultiPolygon& areas, Choose&& is_indexed) {
    m_edges.clear(), m_boxes.clear(), m_found.clear(), m_index.clear();
    each_ring(areas, [&](const Ring& ring) { add(ring, is_indexed); });
    m_index.build();
}

const std::vector<RoughBox>& Crossings::find(const MultiPolygon& areas, const std::vector<char>& is_known) {
    load(areas, [&](std::size_t i) { return is_known[i] == 0; });
    m_fresh.clear();
    for (int i = 0; i < static_cast<int>(m_edges.size()); ++i)
        if (!is_known[i]) m_fresh.push_back(i);
    for (int i = 0; i < static_cast<int>(m_edges.size()); ++i) {
        m_index.each_meeting(m_boxes[i], [&](int fresh) {
            const int j = m_fresh[fresh];
            if (is_known[i] || i < j) compare(std::min(i, j), std::max(i, j));
        });
    }
    return m_found;
}

const std::vector<RoughBox>& Crossings::find(const MultiPolygon& areas) {
    load(areas, [](std::size_t) { return true; });
    // Octet against octet, so that the search is paid once for eight edges.
    for (int a = 0; a < m_index.octet_count(); ++a) {
        const Octet& octet = m_index.octet(a);
        m_index.each_octet_meeting(octet.box(), [&](int b) {
            if (b < a) return;
            for (int k = 0; k < 8; ++k) {
                const int i = m_index.item(a, k);
                if (i < 0) break;
                for (unsigned bits = m_index.octet(b).meeting(m_boxes[i]); bits != 0; bits &= bits - 1)
                    if (const int j = m_index.item(b, __builtin_ctz(bits)); j > i) compare(i, j);
            }
        });
    }
    return m_found;
}

}  // namespace geo
