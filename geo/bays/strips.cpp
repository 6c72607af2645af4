#include "geo/bays/strips.hpp"

#include <algorithm>
#include <cmath>

namespace geo::rows {

Point into_frame(Point p, double angle) {
    const double c = std::cos(angle), s = std::sin(angle);
    return {c * p.x + s * p.y, c * p.y - s * p.x};
}

Point out_of_frame(Point p, double angle) { return into_frame(p, -angle); }

void intersect(const std::vector<Span>& a, const std::vector<Span>& b, double least, std::vector<Span>& out) {
    out.clear();
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const Span both{std::max(a[i].lo, b[j].lo), std::min(a[i].hi, b[j].hi)};
        if (both.length() >= least) out.push_back(both);
        (a[i].hi < b[j].hi ? i : j) += 1;
    }
}

void Terrain::require(const MultiPolygon& areas) {
    ++m_layers;
    for (const Polygon& area : areas) add(area, m_layers);
}

void Terrain::ban(const Polygon& area) { add(area, 0); }

void Terrain::add(const Polygon& area, std::uint8_t layer) {
    const auto number = static_cast<std::uint32_t>(m_layer_of_area.size());
    m_layer_of_area.push_back(layer);
    const auto add_ring = [&](const Ring& ring) {
        const auto first = static_cast<std::uint32_t>(m_vertices.size());
        const auto size = static_cast<std::uint32_t>(ring.size());
        for (Point p : ring) m_vertices.push_back({p.x - m_origin.x, p.y - m_origin.y});
        for (std::uint32_t i = 0; i < size; ++i) m_edges.push_back({first + i, first + (i + 1) % size, number});
    };
    add_ring(area.outer);
    for (const Ring& hole : area.holes) add_ring(hole);
}

Frame::Frame(const Terrain& ground, double angle) : Frame(ground, angle, 1.0, -1.0) {}

Frame::Frame(const Terrain& ground, double angle, double min_y, double max_y)
    : m_ground{&ground}, m_angle{angle}, m_min_y{min_y}, m_max_y{max_y} {
    const double c = std::cos(angle), s = std::sin(angle);
    std::vector<Point> turned;
    turned.reserve(ground.m_vertices.size());
    for (Point p : ground.m_vertices) turned.push_back({c * p.x + s * p.y, c * p.y - s * p.x});
    if (m_min_y > m_max_y) {
        const Box box = box_of(turned);
        m_min_y = box.empty() ? 0.0 : box.min_y;
        m_max_y = box.empty() ? 0.0 : box.max_y;
    }
    m_edges.reserve(ground.m_edges.size());
    for (const Terrain::Edge& edge : ground.m_edges) {
        Point low = turned[edge.from], high = turned[edge.to];
        if (low.y > high.y) std::swap(low, high);
        if (high.y >= m_min_y && low.y <= m_max_y) m_edges.push_back({low, high, edge.area, 0});
    }
    m_visits += static_cast<long>(ground.m_edges.size());
    m_inside.assign(ground.m_layer_of_area.size(), 0);
    m_depth.assign(ground.m_layers + 1u, 0);
    sort_into_bands();
}

int Frame::band(double y) const {
    const double at = std::floor((y - m_min_y) / m_band_m);
    return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(m_band_start.size()) - 2.0));
}

void Frame::sort_into_bands() {
    const double bands = std::clamp(std::ceil(m_max_y - m_min_y), 1.0, 1024.0);
    m_band_m = std::max((m_max_y - m_min_y) / bands, 1e-6);
    m_band_start.assign(static_cast<std::size_t>(bands) + 1, 0);
    for (Edge& edge : m_edges) {
        edge.first_band = band(edge.low.y);
        for (int b = edge.first_band, last = band(edge.high.y); b <= last; ++b)
            ++m_band_start[static_cast<std::size_t>(b) + 1];
    }
    for (std::size_t b = 1; b < m_band_start.size(); ++b) m_band_start[b] += m_band_start[b - 1];
    m_in_band.resize(m_band_start.back());
    std::vector<std::uint32_t> next{m_band_start.begin(), m_band_start.end() - 1};
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        for (int b = m_edges[i].first_band, last = band(m_edges[i].high.y); b <= last; ++b)
            m_in_band[next[static_cast<std::size_t>(b)]++] = i;
    }
}

void Frame::free(double y0, double y1, std::vector<Span>& out) const {
    out.clear();
    m_blocks.clear();
    const double middle = 0.5 * (y0 + y1);
    const int first = band(y0), last = band(y1);
    for (int b = first; b <= last; ++b) {
        const std::uint32_t end = m_band_start[static_cast<std::size_t>(b) + 1];
        m_visits += end - m_band_start[static_cast<std::size_t>(b)];
        for (std::uint32_t k = m_band_start[static_cast<std::size_t>(b)]; k < end; ++k) {
            const Edge& edge = m_edges[m_in_band[k]];
            if (b != std::max(first, edge.first_band)) continue;  // an edge of several bands is met once
            if (edge.high.y <= y0 || edge.low.y >= y1) continue;
            double x0 = edge.low.x, x1 = edge.high.x;
            const double slope = (x1 - x0) / std::max(edge.high.y - edge.low.y, 1e-300);
            if (edge.low.y < y0) x0 += slope * (y0 - edge.low.y);
            if (edge.high.y > y1) x1 -= slope * (edge.high.y - y1);
            const bool crosses = edge.low.y <= middle && edge.high.y > middle;
            m_blocks.push_back({std::min(x0, x1), std::max(x0, x1), edge.area, crosses});
        }
    }
    std::sort(m_blocks.begin(), m_blocks.end(), [](const Block& a, const Block& b) { return a.lo < b.lo; });
    double reached = -std::numeric_limits<double>::infinity();
    for (const Block& block : m_blocks) {
        if (block.lo > reached) {
            bool allowed = m_depth[0] == 0;
            for (std::size_t layer = 1; layer < m_depth.size() && allowed; ++layer) allowed = m_depth[layer] > 0;
            if (allowed) out.push_back({reached, block.lo});
        }
        reached = std::max(reached, block.hi);
        if (!block.crosses) continue;
        std::uint8_t& inside = m_inside[block.area];
        inside ^= 1u;
        m_depth[m_ground->m_layer_of_area[block.area]] += inside ? 1 : -1;
    }
    for (const Block& block : m_blocks) m_inside[block.area] = 0;
    std::fill(m_depth.begin(), m_depth.end(), 0);
}

}  // namespace geo::rows
