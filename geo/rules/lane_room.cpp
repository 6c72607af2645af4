#include "geo/rules/lane_room.hpp"

#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/rules/lane_graph.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace geo {
namespace {

constexpr double least_corner_m2 = 1.0;            ///< smaller ones are left out
constexpr double meets_m = 2.0, gate_m = 10.0;     ///< how near the road must be that goes on
constexpr double chord_rad = std::numbers::pi / 72.0;
constexpr double least_angle_rad = std::numbers::pi / 9.0;  ///< legs that meet sharper are one lane drawn twice
constexpr double straight_rad = std::numbers::pi / 180.0;

struct RoomLimits {
    double radius_m, turnaround_m, dead_end_over_m, clear_width_m;
};

std::optional<RoomLimits> limits_of(const RulePack& pack) {
    const auto number = [&](const char* id) { return stated(pack, std::string{"fire_lane."} + id); };
    const auto radius = number("turning_radius"), turnaround = number("turnaround"), over = number("dead_end_over"), width = number("clear_width");
    if (!radius || !turnaround || !over || !width) return std::nullopt;
    return RoomLimits{*radius, *turnaround, *over, *width};
}

/// What lies where a lane ends, by which the road may go on.
struct Beyond {
    MultiPolygon lanes, compounds;
    Shape fences, gates;
    struct Path {
        Shape line;
        double half_width_m;
    };
    std::vector<Path> paths;

    explicit Beyond(const Inputs& inputs) {
        for (const Layer& layer : inputs.layers)
            for (const Feature& feature : layer.features) {
                const MultiPolygon& areas = feature.shape.areas;
                if (layer.role == Role::FireLane) lanes.insert(lanes.end(), areas.begin(), areas.end());
                if (layer.role == Role::Compound) compounds.insert(compounds.end(), areas.begin(), areas.end());
                if (layer.role == Role::Gate) gates.points.insert(gates.points.end(), feature.shape.points.begin(), feature.shape.points.end());
                if (layer.role == Role::Path && !feature.shape.lines.empty())
                    paths.push_back({{{}, feature.shape.lines, {}}, 0.5 * number_of(Role::Path, feature, "width").value_or(0.0)});
            }
        fences = line_of(compounds);
    }

    bool goes_on(Point end) const {
        const Shape at{{}, {}, {end}};
        if (distance(at, Shape{lanes, {}, {}}) <= meets_m || distance(at, gates) <= gate_m) return true;
        if (!compounds.empty() && (!contains(compounds, end) || distance(at, fences) <= meets_m)) return true;
        return std::ranges::any_of(paths, [&](const Path& path) { return distance(at, path.line) <= path.half_width_m + meets_m; });
    }
};

class Rooms {
   public:
    Rooms(const Inputs& inputs, const RulePack& pack, const RoomLimits& limits) : m_inputs{inputs}, m_limits{limits}, m_graph{lane_graph(inputs, pack)} {}

    std::vector<PresumedPlace> all() {
        std::vector<PresumedPlace> rooms;
        if (m_graph.nodes.empty()) return rooms;
        const Beyond beyond{m_inputs};
        std::map<std::size_t, std::vector<PresumedPlace>> by_lane;
        for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
            if (m_graph.at[node].empty()) continue;
            const std::size_t lane = m_graph.stretches[m_graph.at[node].front()].lane;
            if (MultiPolygon corners = corners_of(node); !corners.empty()) by_lane[lane].push_back(room(lane, PresumedKind::LaneTurn, std::move(corners)));
            if (m_graph.at[node].size() == 1 && !beyond.goes_on(m_graph.nodes[node]) && length_from(node) > m_limits.dead_end_over_m * scale(node))
                by_lane[lane].push_back(room(lane, PresumedKind::LaneEnd, {turnaround(node)}));
        }
        for (auto& [lane, own] : by_lane) {
            std::size_t turns = 0, ends = 0;
            for (PresumedPlace& each : own) {
                const bool is_turn = each.kind == PresumedKind::LaneTurn;
                each.id = fmt::format("{}/{}-{}", each.of, is_turn ? "turn" : "end", is_turn ? ++turns : ++ends);
                rooms.push_back(std::move(each));
            }
        }
        return rooms;
    }

   private:
    double scale(std::size_t node) const { return scale_at(m_inputs.crs, m_graph.nodes[node]); }

    double half_width(std::size_t stretch) const {
        const Feature& lane = *m_graph.lanes[m_graph.stretches[stretch].lane].feature;
        return 0.5 * std::max(number_of(Role::FireLane, lane, "width").value_or(0.0), m_limits.clear_width_m);
    }

    PresumedPlace room(std::size_t lane, PresumedKind kind, MultiPolygon ground) const {
        const LaneGraph::Lane& of = m_graph.lanes[lane];
        return {.id = {}, .of = of.feature->id, .of_name = of.feature->name, .kind = kind, .ground = std::move(ground), .accuracy_m = of.accuracy_m};
    }

    /// Between the inner edges of two legs and the arc tangent to both; nothing where that is next to nothing.
    std::optional<Polygon> corner(std::size_t node, Point d1, Point d2, double angle, double half_width_m) const {
        const double k = scale(node), r = m_limits.radius_m * k, turn = std::numbers::pi - angle;
        if (r * r * (std::tan(0.5 * turn) - 0.5 * turn) < least_corner_m2 * k * k) return std::nullopt;
        const Point sum{d1.x + d2.x, d1.y + d2.y};
        const double length = std::hypot(sum.x, sum.y), to_corner = half_width_m * k / std::sin(0.5 * angle), to_middle = to_corner + r / std::sin(0.5 * angle);
        const Point b{sum.x / length, sum.y / length}, p = m_graph.nodes[node];
        const Point inner{p.x + to_corner * b.x, p.y + to_corner * b.y}, middle{p.x + to_middle * b.x, p.y + to_middle * b.y};
        const double tangent = r / std::tan(0.5 * angle);
        const Point t1{inner.x + tangent * d1.x, inner.y + tangent * d1.y}, t2{inner.x + tangent * d2.x, inner.y + tangent * d2.y};
        Ring ring{inner, t1};
        const double from = std::atan2(t1.y - middle.y, t1.x - middle.x);
        const double sweep = std::remainder(std::atan2(t2.y - middle.y, t2.x - middle.x) - from, 2.0 * std::numbers::pi);
        const int steps = static_cast<int>(std::ceil(std::abs(sweep) / chord_rad));
        // Chords of the arc lie beyond it, so that the ground is never short.
        for (int i = 1; i < steps; ++i) ring.push_back({middle.x + r * std::cos(from + sweep * i / steps), middle.y + r * std::sin(from + sweep * i / steps)});
        ring.push_back(t2);
        if (signed_area(ring) < 0.0) std::ranges::reverse(ring);
        return Polygon{std::move(ring), {}};
    }

    MultiPolygon corners_of(std::size_t node) const {
        std::vector<std::pair<double, std::size_t>> legs;
        for (const std::size_t stretch : m_graph.at[node]) {
            const Point d = m_graph.direction(stretch, node);
            legs.emplace_back(std::atan2(d.y, d.x), stretch);
        }
        std::ranges::sort(legs);
        MultiPolygon corners;
        for (std::size_t i = 0; legs.size() > 1 && i < legs.size(); ++i) {
            const auto& [a, first] = legs[i];
            const auto& [b, second] = legs[(i + 1) % legs.size()];
            const double angle = b - a + (i + 1 == legs.size() ? 2.0 * std::numbers::pi : 0.0);
            if (angle < least_angle_rad || angle > std::numbers::pi - straight_rad) continue;
            if (auto each = corner(node, m_graph.direction(first, node), m_graph.direction(second, node), angle, std::max(half_width(first), half_width(second))))
                corners.push_back(std::move(*each));
        }
        return corners;
    }

    /// Along the lane to the next junction or end.
    double length_from(std::size_t end) const {
        std::size_t stretch = m_graph.at[end].front(), node = m_graph.other_end(stretch, end);
        double length = m_graph.stretches[stretch].length;
        while (m_graph.at[node].size() == 2) {
            const auto& both = m_graph.at[node];
            stretch = both[0] == stretch ? both[1] : both[0];
            node = m_graph.other_end(stretch, node);
            length += m_graph.stretches[stretch].length;
        }
        return length;
    }

    Polygon turnaround(std::size_t end) const {
        const Point p = m_graph.nodes[end], d = m_graph.direction(m_graph.at[end].front(), end);
        const double side = m_limits.turnaround_m * scale(end), half = 0.5 * side;
        const auto at = [&](double along, double across) { return Point{p.x + along * d.x - across * d.y, p.y + along * d.y + across * d.x}; };
        return {{at(0, -half), at(side, -half), at(side, half), at(0, half)}, {}};
    }

    const Inputs& m_inputs;
    RoomLimits m_limits;
    LaneGraph m_graph;
};

}  // namespace

std::vector<PresumedPlace> lane_room(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings) {
    const auto limits = limits_of(pack);
    if (!limits) return {};
    std::vector<PresumedPlace> rooms = Rooms{inputs, pack, *limits}.all();
    const auto turns = static_cast<std::size_t>(std::ranges::count(rooms, PresumedKind::LaneTurn, &PresumedPlace::kind));
    if (!rooms.empty())
        findings.push_back({"lane-room-derived", "fire_lane", {},
                            say("由消防车道推定 {0} 处转弯用地、{1} 处尽头回车场：不排除，占用其上的点位为待核实。请逐处确认或排除（anchong strips）。",
                                "{0} places for turning and {1} turnarounds at dead ends are derived from the fire lanes: they take no ground, and a site on one is to be verified. Confirm or dismiss each (anchong strips).",
                                turns, rooms.size() - turns)});
    return rooms;
}

}  // namespace geo
