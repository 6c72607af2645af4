#include "geo/bays/survey.hpp"

#include <algorithm>
#include <cmath>

namespace geo::rows {
namespace {

int times(double length, double part) { return static_cast<int>(std::min(1e6, std::floor(length / part + 1e-9))); }

}  // namespace

Sizes sizes_of(const BayModule& module, double scale) {
    // Farther than two rows and an aisle apart, groups read as different sites.
    constexpr double reach_m = 8.0;
    Sizes sizes{};
    sizes.width = module.bay_width_m * scale;
    sizes.depth = module.bay_depth_m * scale;
    sizes.aisle_one = module.aisle_one_m * scale;
    sizes.aisle_two = module.aisle_two_m * scale;
    sizes.gap = module.group_gap_m * scale + 2.0 * room_m;
    sizes.reach = std::max(reach_m, module.group_gap_m + module.aisle_two_m + module.bay_depth_m) * scale;
    sizes.group_bays = std::max(1, module.group_max_bays);
    sizes.site_bays = std::max(1, module.site_max_bays);
    sizes.least = std::max(1, module.least_bays);
    sizes.row_bays = std::clamp(times(module.group_max_length_m, module.bay_width_m), 1, sizes.group_bays);
    sizes.further = std::clamp(module.least_further_bays, sizes.least, std::max(sizes.least, sizes.row_bays));
    sizes.further_share = std::clamp(module.least_further_share, 0.0, 1.0);
    sizes.group_cost = std::clamp(module.further_group_cost_bays, 0, sizes.further - 1);
    // Rows that face each other across less than the group gap can only be one group.
    sizes.twin_bays = sizes.aisle_two >= sizes.gap ? sizes.row_bays : std::min(sizes.row_bays, sizes.group_bays / 2);
    return sizes;
}

Survey::Survey(const Terrain& row_ground, const Terrain& aisle_ground, const Sizes& sizes, double angle,
               bool with_aisle)
    : m_sizes{sizes},
      m_with_aisle{with_aisle},
      m_rows{row_ground, angle},
      m_aisles{aisle_ground, angle, m_rows.min_y() - sizes.aisle_two, m_rows.max_y() + sizes.aisle_two} {}

void Survey::strip(const Frame& frame, double y0, double y1, std::vector<Span>& out) const {
    frame.free(y0 - room_m, y1 + room_m, out);
    for (Span& span : out) span.lo += room_m, span.hi -= room_m;
    std::erase_if(out, [&](const Span& span) { return span.length() < m_sizes.width * m_sizes.least; });
}

void Survey::row(double y, std::vector<Span>& out) const { strip(m_rows, y, y + m_sizes.depth, out); }

void Survey::slots_at(double y, std::vector<Slot>& out) const {
    row(y, m_row);
    if (m_row.empty()) return;
    const double least = m_sizes.width * m_sizes.least, top = y + m_sizes.depth;
    const auto add = [&](const std::vector<Span>& spans, Aisle aisle) {
        for (const Span& span : spans) out.push_back({y, span, aisle});
    };
    if (!m_with_aisle) return add(m_row, Aisle::None);
    strip(m_aisles, y - m_sizes.aisle_one, y, m_aisle);
    intersect(m_row, m_aisle, least, m_both);
    add(m_both, Aisle::Below);
    strip(m_aisles, top, top + m_sizes.aisle_one, m_aisle);
    intersect(m_row, m_aisle, least, m_both);
    add(m_both, Aisle::Above);
    if (m_both.empty() || m_sizes.twin_bays < m_sizes.least) return;  // the wider aisle has even less room
    row(top + m_sizes.aisle_two, m_other);
    intersect(m_both, m_other, least, m_three);
    if (m_three.empty()) return;
    strip(m_aisles, top, top + m_sizes.aisle_two, m_aisle);
    intersect(m_three, m_aisle, least, m_both);
    add(m_both, Aisle::Twin);
}

std::vector<double> Survey::heights(double step) const {
    constexpr std::size_t most = 160;
    const double depth = m_sizes.depth, low = m_rows.min_y(), high = m_rows.max_y();
    const double room = 1.5 * room_m;
    std::vector<std::pair<double, double>> flush;  // by falling length, then y
    const auto add = [&](double length, double y) {
        if (y >= low && y + depth <= high) flush.emplace_back(-length, y);
    };
    const auto each_flat = [](const Frame& frame, double least, auto&& use) {
        for (const Frame::Edge& edge : frame.edges()) {
            const double dx = std::abs(edge.high.x - edge.low.x);
            if (dx >= least && edge.high.y - edge.low.y <= 0.05 * dx) use(dx, edge.low.y, edge.high.y);
        }
    };
    // In a zone of few corners each of them counts; round a large one only walls to stand along do.
    const bool is_small = m_rows.edges().size() <= 40;
    const auto rows_beside = [&](double length, double y0, double y1) {
        add(length, y1 + room);
        add(length, y0 - depth - room);
        if (m_with_aisle) add(length, y0 - 2.0 * depth - m_sizes.aisle_two - room);
    };
    each_flat(m_rows, m_sizes.width, rows_beside);
    if (is_small) {
        for (const Frame::Edge& edge : m_rows.edges())
            rows_beside(0.0, edge.low.y, edge.low.y), rows_beside(0.0, edge.high.y, edge.high.y);
    }
    if (m_with_aisle) {
        each_flat(m_aisles, 2.0 * m_sizes.width, [&](double length, double y0, double y1) {
            add(length, y1 + m_sizes.aisle_one + room);
            add(length, y0 - depth - m_sizes.aisle_one - room);
        });
    }
    std::sort(flush.begin(), flush.end());
    if (flush.size() > most) flush.resize(most);
    std::vector<double> ys;
    for (const auto& [length, y] : flush) ys.push_back(y);
    if (high - low >= depth) {
        const double rooms = std::clamp(std::ceil((high - low - depth) / step), 1.0, 400.0);
        for (double i = 0.0; i <= rooms; ++i) ys.push_back(low + room + (high - low - depth - 2.0 * room) * i / rooms);
    }
    std::sort(ys.begin(), ys.end());
    ys.erase(std::unique(ys.begin(), ys.end(), [](double a, double b) { return b - a < 1e-7; }), ys.end());
    return ys;
}

double Survey::worth() const {
    const double low = m_rows.min_y(), range = m_rows.max_y() - low - m_sizes.depth;
    const double lines = std::clamp(std::ceil(range / (0.5 * m_sizes.depth)), 1.0, 60.0);
    double sum = 0.0, longest = 0.0;
    for (double i = 0.5; i < lines; ++i) {
        row(low + range * i / lines, m_row);
        for (const Span& span : m_row) {
            const int bays = times(span.length(), m_sizes.width);
            longest = std::max(longest, static_cast<double>(std::min(bays, m_sizes.row_bays)));
            sum += bays;
        }
    }
    return std::min(sum * range / lines / (m_sizes.depth + m_sizes.gap), static_cast<double>(m_sizes.site_bays)) +
           longest;
}

}  // namespace geo::rows
