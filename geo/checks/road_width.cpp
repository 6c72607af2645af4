#include "geo/checks/road_width.hpp"

#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/rules/consent_label.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace geo {
namespace {

constexpr double touch_m = 1e-3;     ///< bays and aisles are fitted along roads: nearer than this is the same edge
constexpr double unknown_m = 3.0;   ///< how near a line without width must pass to matter: half of what a road of two lanes has
constexpr double beside_m = 0.01;   ///< a look beside an edge

/// A straight piece of a road's line.
struct Stretch {
    Point a, b;
    std::optional<double> width_m;
};

bool is_road(const std::string& kind) {
    for (const char* word : {"道路", "车行", "马路", "路面", "road", "highway", "street"})
        if (kind.find(word) != std::string::npos) return true;
    return false;
}

/// Offsets across a stretch that a polygon takes between its ends: least and greatest; nothing where it lies beyond the ends.
std::optional<std::pair<double, double>> offsets_across(const Ring& ring, const Stretch& stretch) {
    const double length = std::hypot(stretch.b.x - stretch.a.x, stretch.b.y - stretch.a.y);
    if (!(length > 0.0)) return std::nullopt;
    const Point u{(stretch.b.x - stretch.a.x) / length, (stretch.b.y - stretch.a.y) / length};
    std::vector<Point> left;  // x along the stretch, y across
    for (const Point p : ring) left.push_back({(p.x - stretch.a.x) * u.x + (p.y - stretch.a.y) * u.y, (p.y - stretch.a.y) * u.x - (p.x - stretch.a.x) * u.y});
    const auto cut = [&](double at, double sign) {  // keeps sign * x <= sign * at
        std::vector<Point> kept;
        for (std::size_t i = 0; i < left.size(); ++i) {
            const Point p = left[i], q = left[(i + 1) % left.size()];
            const bool p_in = sign * (p.x - at) <= 0.0, q_in = sign * (q.x - at) <= 0.0;
            if (p_in) kept.push_back(p);
            if (p_in != q_in) kept.push_back({at, p.y + (q.y - p.y) * (at - p.x) / (q.x - p.x)});
        }
        left = std::move(kept);
    };
    cut(length, 1.0);
    cut(0.0, -1.0);
    if (left.empty()) return std::nullopt;
    const auto [low, high] = std::ranges::minmax_element(left, {}, &Point::y);
    return std::pair{low->y, high->y};
}

/// From a point along a direction to the nearest edge of an area; infinity where there is none.
double ray_length(Point from, Point along, const Polygon& area) {
    double least = std::numeric_limits<double>::infinity();
    const auto look = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point p = ring[i], q = ring[(i + 1) % ring.size()];
            const double ex = q.x - p.x, ey = q.y - p.y, cross = along.x * ey - along.y * ex;
            if (std::abs(cross) < 1e-12) continue;
            const double t = ((p.x - from.x) * ey - (p.y - from.y) * ex) / cross, s = ((p.x - from.x) * along.y - (p.y - from.y) * along.x) / cross;
            if (t > 0.0 && s >= 0.0 && s <= 1.0) least = std::min(least, t);
        }
    };
    look(area.outer);
    for (const Ring& hole : area.holes) look(hole);
    return least;
}

/// Square to each edge of the ground that lies on the area, from its middle and near its ends; infinity where the ground keeps off it.
double left_of_area(std::span<const Polygon> ground, const Polygon& road) {
    double least = std::numeric_limits<double>::infinity();
    for (const Polygon& piece : ground) {
        const double turn = signed_area(piece.outer) < 0.0 ? -1.0 : 1.0;
        for (std::size_t i = 0; i < piece.outer.size(); ++i) {
            const Point p = piece.outer[i], q = piece.outer[(i + 1) % piece.outer.size()];
            const double length = std::hypot(q.x - p.x, q.y - p.y);
            if (!(length > 0.0)) continue;
            const Point out{turn * (q.y - p.y) / length, turn * (p.x - q.x) / length};
            for (const double share : {0.02, 0.5, 0.98}) {
                const Point on{p.x + share * (q.x - p.x), p.y + share * (q.y - p.y)}, beside{on.x + beside_m * out.x, on.y + beside_m * out.y};
                const bool is_inner = std::ranges::any_of(ground, [&](const Polygon& other) { return contains(other, beside); });
                const Point within{on.x - beside_m * out.x, on.y - beside_m * out.y};
                if (is_inner || !contains(road, beside) || !contains(road, within)) continue;
                least = std::min(least, ray_length(on, out, road));
            }
        }
    }
    return least;
}

}  // namespace

struct RoadWidths::Roads {
    std::vector<Stretch> stretches;
    std::vector<Polygon> areas;
    std::optional<BoxIndex> stretch_index, area_index;
};

RoadWidths::RoadWidths(const Inputs& inputs) : m_roads{std::make_unique<Roads>()} {
    std::vector<Box> stretch_boxes, area_boxes;
    for (const Layer& layer : inputs.layers) {
        const bool is_line_road = layer.role == Role::Path || layer.role == Role::FireLane;
        if (!is_line_road && layer.role != Role::Consent) continue;
        for (const Feature& feature : layer.features) {
            const auto width = is_line_road ? number_of(layer.role, feature, "width") : std::nullopt;
            for (const Line& line : feature.shape.lines)
                for (std::size_t i = 1; is_line_road && i < line.size(); ++i) {
                    m_roads->stretches.push_back({line[i - 1], line[i], width && *width > 0.0 ? width : std::nullopt});
                    Box& box = stretch_boxes.emplace_back();
                    box.add(line[i - 1]), box.add(line[i]);
                    box = box.grown(0.5 * width.value_or(2.0 * unknown_m));
                }
            if (layer.role == Role::Consent && !is_road(text_of(layer.role, feature, "kind"))) continue;
            for (const Polygon& area : feature.shape.areas) {
                m_roads->areas.push_back(area);
                area_boxes.push_back(box_of(area.outer));
            }
        }
    }
    m_roads->stretch_index.emplace(stretch_boxes);
    m_roads->area_index.emplace(area_boxes);
}

RoadWidths::~RoadWidths() = default;

bool RoadWidths::empty() const { return m_roads->stretches.empty() && m_roads->areas.empty(); }

std::optional<RoadLeft> RoadWidths::left_beside(std::span<const Polygon> ground, double need_m, double scale) const {
    Box box;
    for (const Polygon& piece : ground) box.add(box_of(piece.outer));
    std::optional<RoadLeft> worst;
    bool has_unknown = false;
    const auto add = [&](RoadLeft left) {
        left.was_narrow = left.was_narrow && left.is_taken;
        if (!worst || left.width_m < worst->width_m) worst = left;
    };
    const Shape shape{{ground.begin(), ground.end()}, {}, {}};
    for (const std::size_t i : m_roads->stretch_index->meeting(box.grown(need_m * scale))) {
        const Stretch& stretch = m_roads->stretches[i];
        const Shape line{{}, {{stretch.a, stretch.b}}, {}};
        if (!stretch.width_m) {
            has_unknown = has_unknown || distance(shape, line) <= unknown_m * scale;
            continue;
        }
        const double width = *stretch.width_m * scale, half = 0.5 * width;
        double low = half, high = -half;
        for (const Polygon& piece : ground) {
            const auto offsets = offsets_across(piece.outer, stretch);
            if (!offsets || offsets->first >= half - touch_m || offsets->second <= -half + touch_m) continue;
            low = std::min(low, offsets->first), high = std::max(high, offsets->second);
        }
        const bool is_taken = low < high || (low < half && high > -half);
        const bool is_near = is_taken || distance(shape, line) <= half + need_m * scale;
        const bool was_narrow = *stretch.width_m < need_m;
        if (!is_near || (was_narrow && !is_taken)) continue;
        add({.width_m = is_taken ? std::max({low + half, half - high, 0.0}) / scale : *stretch.width_m, .is_taken = is_taken, .was_narrow = was_narrow});
    }
    for (const std::size_t i : m_roads->area_index->meeting(box))
        if (const double left = left_of_area(ground, m_roads->areas[i]); std::isfinite(left)) add({.width_m = left / scale, .is_taken = true, .is_estimated = true});
    if (has_unknown && !worst) worst = RoadLeft{};
    if (worst) worst->has_unknown = has_unknown;
    return worst;
}

}  // namespace geo
