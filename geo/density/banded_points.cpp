#include "geo/density/banded_points.hpp"

#include <algorithm>

namespace geo {
namespace {

// Small enough that what the points of a part change stays in the nearest cache; not more parts than a table of 128 MB has room for.
constexpr int least_band_rows = 8, most_bands = 8192;
constexpr int least_strip_columns = 16, most_strips = 2048;

}  // namespace

BandedPoints::BandedPoints(std::span<const WeightedPoint> points, const RasterGrid& grid, double reach) {
    std::vector<CellPoint> kept;
    kept.reserve(points.size());
    for (const WeightedPoint& p : points) {
        const CellPoint q{(p.x - grid.corner.x) / grid.cell, (grid.corner.y - p.y) / grid.cell, p.weight};
        if (!(q.weight > 0) || q.x < -reach || q.x > grid.columns + reach || q.y < -reach || q.y > grid.rows + reach) continue;
        kept.push_back(q);
        m_box.add(Point{q.x, q.y});
    }
    if (kept.empty()) return;
    m_band_rows = std::max<double>(least_band_rows, (m_box.max_y - m_box.min_y) / most_bands);
    m_strip_columns = std::max<double>(least_strip_columns, (m_box.max_x - m_box.min_x) / most_strips);
    m_bands = static_cast<int>((m_box.max_y - m_box.min_y) / m_band_rows) + 1;
    m_strips = static_cast<int>((m_box.max_x - m_box.min_x) / m_strip_columns) + 1;

    // Counting sort by part: equal parts keep the order of the input, so that sums do not depend on how they are made.
    m_begin.assign(static_cast<std::size_t>(m_bands) * m_strips + 1, 0);
    const auto part_of = [this](const CellPoint& p) { return static_cast<std::size_t>(band_of(p.y)) * m_strips + strip_of(p.x); };
    for (const CellPoint& p : kept) ++m_begin[part_of(p) + 1];
    for (std::size_t i = 1; i < m_begin.size(); ++i) m_begin[i] += m_begin[i - 1];
    std::vector<std::size_t> next{m_begin.begin(), m_begin.end() - 1};
    m_points.resize(kept.size());
    for (const CellPoint& p : kept) m_points[next[part_of(p)]++] = p;
}

std::uint64_t BandedPoints::bytes(std::size_t points) {
    return points * 2 * sizeof(CellPoint) + std::uint64_t{most_bands} * most_strips * sizeof(std::size_t) / 8;
}

int BandedPoints::band_of(double y) const {
    return static_cast<int>(std::clamp((y - m_box.min_y) / m_band_rows, 0.0, m_bands - 1.0));
}

int BandedPoints::strip_of(double x) const {
    return static_cast<int>(std::clamp((x - m_box.min_x) / m_strip_columns, 0.0, m_strips - 1.0));
}

}  // namespace geo
