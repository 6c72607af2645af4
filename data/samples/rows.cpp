#include "data/samples/rows.hpp"

#include <algorithm>
#include <cmath>

namespace samples {
namespace {

constexpr double stair_width_m = 2.8;

double unit_middle(const LaidBuilding& b, int unit) { return b.x.from + b.x.length() * (unit + 0.5) / b.units; }

/// Spans of buildings side by side from `start` towards `end` (either way), close to `length_m` long.
std::vector<Span> columns(double start, double end, double length_m, double gap_m) {
    const double room = std::abs(end - start), sign = end < start ? -1.0 : 1.0;
    const int count = static_cast<int>((room + gap_m) / (length_m + gap_m) + 0.3);
    std::vector<Span> spans;
    if (count < 1) return spans;
    const double each = std::min((room - (count - 1) * gap_m) / count, length_m * 1.2);
    for (int k = 0; k < count; ++k) {
        const double near = start + sign * k * (each + gap_m), far = near + sign * each;
        spans.push_back({std::min(near, far), std::max(near, far)});
    }
    return spans;
}

void lay_row(Plot& plot, const RowStyle& style, Row& row, double spine_x, const std::function<BuildingCard(int)>& card) {
    const Span reach = across(plot, {row.y.from - 2.0, row.y.to + 2.0}, spine_x, style.side);
    std::vector<Span> places = columns(spine_x - style.spine_gap / 2, reach.from, style.length, style.gap_x);
    std::ranges::reverse(places);
    std::ranges::copy(columns(spine_x + style.spine_gap / 2, reach.to, style.length, style.gap_x), std::back_inserter(places));
    for (const Span& x : places) {
        const int units = std::max(1, static_cast<int>(std::lround(x.length() / style.unit_width)));
        const geo::Ring ring = slab_ring(x, row.y, units, style.stair_depth);
        if (!fits(plot, ring, std::min(style.side, 2.0), 1.0)) continue;
        row.buildings.push_back({add_building(plot, {ring, {}}, card(units)), x, row.y, units});
    }
}

}  // namespace

geo::Ring slab_ring(Span x, Span y, int units, double stair_depth) {
    if (stair_depth <= 0.0) return rectangle(x, y);
    geo::Ring ring{{x.from, y.from}, {x.to, y.from}, {x.to, y.to}};
    for (int unit = units - 1; unit >= 0; --unit) {
        const double middle = x.from + x.length() * (unit + 0.5) / units;
        const double east = middle + stair_width_m / 2, west = middle - stair_width_m / 2, out = y.to + stair_depth;
        ring.insert(ring.end(), {{east, y.to}, {east, out}, {west, out}, {west, y.to}});
    }
    ring.push_back({x.from, y.to});
    return ring;
}

Rows lay_rows(Plot& plot, const RowStyle& style, const std::function<BuildingCard(int, int)>& card) {
    const geo::Box box = core(plot.boundary);
    const double height = box.max_y - box.min_y - style.south - style.north;
    const int count = std::max(1, static_cast<int>((height + style.gap_y) / (style.depth + style.gap_y) + 0.12));
    const double pitch = count == 1 ? 0.0 : (height - style.depth) / (count - 1);

    Rows result;
    result.spine_x = box.min_x + style.spine_share * (box.max_x - box.min_x);
    for (int k = 0; k < count; ++k) {
        Row row;
        row.y = {box.min_y + style.south + k * pitch, box.min_y + style.south + k * pitch + style.depth};
        row.lane_y = row.y.to + style.lane_offset;
        lay_row(plot, style, row, result.spine_x, [&](int units) { return card(k, units); });
        if (row.buildings.empty()) continue;
        row.x = {row.buildings.front().x.from, row.buildings.back().x.to};
        result.rows.push_back(std::move(row));
    }

    result.gate = add_gate(plot, {result.spine_x, box.min_y}, "南门");
    geo::Line spine{result.gate};
    for (const Row& row : result.rows) spine.push_back({result.spine_x, row.lane_y});
    add_lane(plot, spine, style.spine_width);
    for (std::size_t k = 0; k < result.rows.size(); ++k) {
        const Row& row = result.rows[k];
        const double west = unit_middle(row.buildings.front(), 0);
        const double east = unit_middle(row.buildings.back(), row.buildings.back().units - 1);
        geo::Line lane;
        if (west < result.spine_x - 1.0) lane.push_back({west, row.lane_y});
        lane.push_back({result.spine_x, row.lane_y});
        if (style.has_side_gate && k == result.rows.size() / 2) {
            lane.push_back(add_gate(plot, {across(plot, {row.lane_y, row.lane_y}, result.spine_x, 0.0).to, row.lane_y}, "东门"));
        } else if (east > result.spine_x + 1.0) {
            lane.push_back({east, row.lane_y});
        }
        if (lane.size() > 1) add_lane(plot, lane, style.lane_width);
        for (const LaidBuilding& b : row.buildings)
            for (int unit = 0; unit < b.units; ++unit)
                add_exit(plot, b.id, {unit_middle(b, unit), b.y.to + std::max(style.stair_depth, 0.0)}, unit + 1);
    }
    return result;
}

}  // namespace samples
