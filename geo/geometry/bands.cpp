#include "geo/geometry/bands.hpp"

#include <cmath>

namespace geo {

void Bands::clear() {
    m_edges.clear();
    m_bottom = std::numeric_limits<double>::infinity();
    m_top = -m_bottom;
}

void Bands::add(const Ring& ring) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        Point a = ring[j], b = ring[i];
        if (a.y == b.y) continue;
        if (a.y > b.y) std::swap(a, b);
        m_edges.push_back({a.x, a.y, b.y, (b.x - a.x) / (b.y - a.y)});
        m_bottom = std::min(m_bottom, a.y);
        m_top = std::max(m_top, b.y);
    }
}

void Bands::build(int edges_a_band) {
    constexpr int fewest = 16, most = 4096;
    m_count = m_edges.empty() ? 0 : std::clamp(static_cast<int>(m_edges.size()) / edges_a_band, fewest, most);
    m_scale = m_count / ((m_top - m_bottom) * (1.0 + 1e-12));
    if (!std::isfinite(m_scale)) m_scale = 0.0;  // as flat as doubles can tell: one band holds all
    m_first.assign(static_cast<std::size_t>(m_count) + 2, 0);
    for (const Edge& e : m_edges)
        for (int band = band_of(e.y0), last = band_of(e.y1); band <= last; ++band) ++m_first[band + 2];
    for (std::size_t i = 2; i < m_first.size(); ++i) m_first[i] += m_first[i - 1];
    m_banded.resize(static_cast<std::size_t>(m_first.back()));
    for (const Edge& e : m_edges)
        for (int band = band_of(e.y0), last = band_of(e.y1); band <= last; ++band) m_banded[m_first[band + 1]++] = e;
}

}  // namespace geo
