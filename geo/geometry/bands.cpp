#include "geo/geometry/bands.hpp"

#include <cmath>

namespace geo {

void Bands::clear() {
    m_ends.clear();
    m_box = {};
}

void Bands::add(const Ring& ring) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        m_ends.emplace_back(ring[j], ring[i]);
        m_box.add(ring[i]);
    }
}

void Bands::build(int edges_a_band) {
    constexpr int fewest = 16, most = 4096;
    constexpr double times_an_edge = 8.0;  // most that an edge is held in bands, on the whole
    double wide = 0.0, tall = 0.0;         // all edges together, of the whole
    for (const auto& [a, b] : m_ends) wide += std::abs(b.x - a.x), tall += std::abs(b.y - a.y);
    wide /= m_box.max_x - m_box.min_x, tall /= m_box.max_y - m_box.min_y;
    m_is_turned = 4.0 * wide < tall;
    m_bottom = m_is_turned ? m_box.min_x : m_box.min_y, m_top = m_is_turned ? m_box.max_x : m_box.max_y;
    m_edges.clear();
    for (auto [a, b] : m_ends) {
        if (m_is_turned) std::swap(a.x, a.y), std::swap(b.x, b.y);
        if (a.y == b.y) continue;
        if (a.y > b.y) std::swap(a, b);
        m_edges.push_back({a.x, a.y, b.y, (b.x - a.x) / (b.y - a.y)});
    }
    m_count = m_edges.empty() ? 0 : std::clamp(static_cast<int>(m_edges.size()) / edges_a_band, fewest, most);
    if (const double held = times_an_edge * static_cast<double>(m_edges.size()) / (m_is_turned ? wide : tall); held < m_count && m_count > 0) m_count = std::max(1, static_cast<int>(held));
    m_scale = m_count / ((m_top - m_bottom) * (1.0 + 1e-12));
    if (!std::isfinite(m_scale)) m_scale = 0.0;  // as flat as doubles can tell: one band holds all
    m_first.assign(static_cast<std::size_t>(m_count) + 2, 0);
    for (const Edge& e : m_edges)
        for (int band = band_of(e.y0), last = band_of(e.y1); band <= last; ++band) ++m_first[band + 2];
    for (std::size_t i = 2; i < m_first.size(); ++i) m_first[i] += m_first[i - 1];
    m_banded.resize(m_first.back());
    for (const Edge& e : m_edges)
        for (int band = band_of(e.y0), last = band_of(e.y1); band <= last; ++band) m_banded[m_first[band + 1]++] = e;
}

}  // namespace geo
