#include "geo/rules/aerial_strips.hpp"

#include "geo/core/parallel.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/distance.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/geometry/repair.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/rules/building_obstacles.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace geo {
namespace {

/// The pack's numbers, ground metres.
struct StripLimits {
    double offset_m, offset_max_m, depth_m, length_m, length_tall_m, tall_over_m, side_share;
};

std::optional<StripLimits> limits_of(const RulePack& pack) {
    const auto number = [&](const char* id) { return stated(pack, std::string{"aerial_site."} + id); };
    const auto offset = number("offset"), most = number("offset_max"), depth = number("depth"), length = number("least_length"),
               tall = number("least_length_tall"), over = number("tall_over"), share = number("side_share");
    if (!offset || !most || !depth || !length || !tall || !over || !share) return std::nullopt;
    return StripLimits{*offset, *most, *depth, *length, *tall, *over, *share};
}

struct Body {
    const Feature* feature;
    double accuracy_m;
    bool is_high, is_tall;
};

/// Smallest rectangle round a footprint: its middle, the direction of one side, and half of both lengths.
struct Round {
    Point middle, along;
    double half_along = 0.0, half_across = 0.0;
};

std::optional<Round> rectangle_round(const Shape& footprint) {
    const Shape hull = convex_hull(Shape{footprint.areas, {}, {}});
    if (hull.areas.empty()) return std::nullopt;
    const Ring& ring = hull.areas.front().outer;
    std::optional<Round> best;
    double least = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (!(length > 0.0)) continue;
        const Point u{(b.x - a.x) / length, (b.y - a.y) / length};
        Box box;
        for (const Point p : ring) box.add(Point{(p.x - a.x) * u.x + (p.y - a.y) * u.y, (p.y - a.y) * u.x - (p.x - a.x) * u.y});
        const double area = (box.max_x - box.min_x) * (box.max_y - box.min_y);
        // Nearly as small is the same rectangle by another edge: the first stays, whatever the rounding.
        if (best && area >= least * (1.0 - 1e-9)) continue;
        least = area;
        const Point c = box.centre();
        best = Round{{a.x + c.x * u.x - c.y * u.y, a.y + c.x * u.y + c.y * u.x}, u, 0.5 * (box.max_x - box.min_x), 0.5 * (box.max_y - box.min_y)};
    }
    return best;
}

double azimuth_deg(Point outward) {
    const double degrees = std::atan2(outward.x, outward.y) * 180.0 / std::numbers::pi;
    return degrees < -1e-6 ? degrees + 360.0 : std::max(0.0, degrees);
}

/// One strip before it is looked at what stands on it.
PresumedPlace strip_beside(const Body& body, const Round& round, bool along, double sign, double length, const StripLimits& limits, double k) {
    const Point u = along ? round.along : Point{-round.along.y, round.along.x};
    const Point n{sign * -u.y, sign * u.x};
    const double near = (along ? round.half_across : round.half_along) + limits.offset_m * k, far = near + limits.depth_m * k, half = 0.5 * length;
    const auto at = [&](double t, double out) { return Point{round.middle.x + t * u.x + out * n.x, round.middle.y + t * u.y + out * n.y}; };
    Ring ring{at(-half, near), at(half, near), at(half, far), at(-half, far)};
    if (signed_area(ring) < 0.0) std::ranges::reverse(ring);
    return {.id = {}, .of = body.feature->id, .of_name = body.feature->name, .ground = {{std::move(ring), {}}}, .azimuth_deg = azimuth_deg(n),
            .accuracy_m = body.accuracy_m};
}

constexpr double touching_m = 1e-6;  ///< no deeper on a strip is beside it

/// From where to where along x an edge lies in a box, if any of it does (Liang & Barsky 1984).
std::optional<std::pair<double, double>> stretch_in(const Box& box, Point a, Point b) {
    double from = 0.0, to = 1.0;
    const auto cut = [&](double at, double by, double least, double most) {
        if (by == 0.0) return at >= least && at <= most;
        const double first = (least - at) / by, last = (most - at) / by;
        from = std::max(from, std::min(first, last)), to = std::min(to, std::max(first, last));
        return from <= to;
    };
    if (!cut(a.x, b.x - a.x, box.min_x, box.max_x) || !cut(a.y, b.y - a.y, box.min_y, box.max_y)) return std::nullopt;
    return std::minmax({a.x + from * (b.x - a.x), a.x + to * (b.x - a.x)});
}

class Town {
   public:
    Town(const Inputs& inputs, const RulePack& pack, const StripLimits& limits) : m_inputs{inputs}, m_limits{limits} {
        std::vector<Box> boxes;
        for (const Layer& layer : inputs.layers) {
            if (layer.role != Role::Building) continue;
            for (const Feature& feature : layer.features) {
                if (feature.shape.areas.empty() || is_projection(feature)) continue;
                const HeightClass height = class_of_building(feature).height_class;
                const bool is_tall = height_of_building(feature).value_or(0.0) > limits.tall_over_m;
                m_bodies.push_back({&feature, accuracy_of(layer.provenance, pack), height >= HeightClass::HighTwo, is_tall});
                m_unknown += height == HeightClass::Unknown;
                boxes.push_back(box_of(feature.shape));
            }
        }
        m_index.emplace(boxes);
        find_served();
    }

    std::vector<PresumedPlace> strips(std::vector<Finding>& findings, int threads) const {
        std::vector<std::vector<PresumedPlace>> beside(m_bodies.size());
        const auto is_asked = [&](const Body& body) { return body.is_high && !m_served.contains(body.feature); };
        in_parallel(m_bodies.size(), threads, {}, [&](std::size_t i) {
            if (is_asked(m_bodies[i])) beside[i] = strips_of(m_bodies[i]);
        });
        std::vector<PresumedPlace> all;
        std::size_t buildings = 0, without = 0;
        for (std::size_t i = 0; i < m_bodies.size(); ++i) {
            if (!is_asked(m_bodies[i])) continue;
            ++buildings;
            without += beside[i].empty();
            std::ranges::move(beside[i], std::back_inserter(all));
        }
        const auto tell = [&](const char* code, std::size_t count, std::string_view zh, std::string_view en) {
            if (count > 0) findings.push_back({code, "building", {}, say(zh, en, count, all.size())});
        };
        tell("strips-derived", all.empty() ? 0 : buildings, "{0} 幢高层建筑没有登高操作场地资料，推定 {1} 处条带：不排除，占用其上的点位为待核实。请逐处确认或排除（anchong strips）。",
             "{0} high-rise buildings have no aerial-operation area: {1} strips are derived; they take no ground, and a site on one is to be verified. Confirm or dismiss each (anchong strips).");
        tell("strips-without-room", without, "{0} 幢高层建筑的长边外被其他建筑占据，推定不出登高操作条带，请实地核实",
             "{0} high-rise buildings have other buildings before their long sides: no strip could be derived; look on the spot");
        tell("strips-height-unknown", m_served_any ? m_unknown : 0, "{0} 幢建筑高度不明，未推定登高操作条带", "{0} buildings are of unknown height: no strips are derived for them");
        return all;
    }

   private:
    void find_served() {
        for (const Layer& layer : m_inputs.layers) {
            if (layer.role != Role::AerialSite) continue;
            for (const Feature& site : layer.features) {
                m_served_any = true;
                const std::string name = text_of(Role::AerialSite, site, "building");
                bool is_named = false;
                for (const Body& body : m_bodies)
                    if (!name.empty() && (body.feature->id == name || body.feature->name == name)) m_served.insert(body.feature), is_named = true;
                if (is_named || site.shape.empty()) continue;
                const double reach = m_limits.offset_max_m * 1.001;
                for (const std::size_t i : m_index->meeting(box_of(site.shape).grown(reach + 10.0))) {
                    const Body& body = m_bodies[i];
                    if (distance(site.shape, body.feature->shape) <= reach + body.accuracy_m) m_served.insert(body.feature);
                }
            }
        }
        m_served_any = m_served_any || std::ranges::any_of(m_bodies, &Body::is_high);
    }

    /// Whether other buildings leave a stretch of the strip that long, over its full depth. Looked at along the strip: where no wall of another building
    /// stands on it, such a building takes all of its depth or nothing.
    bool has_room(const PresumedPlace& strip, const Body& own, double least) const {
        const Ring& ring = strip.ground.front().outer;
        const Point origin = ring[0];
        const double length = std::hypot(ring[1].x - origin.x, ring[1].y - origin.y), depth = std::hypot(ring[3].x - origin.x, ring[3].y - origin.y);
        const Point u{(ring[1].x - origin.x) / length, (ring[1].y - origin.y) / length};
        const auto local = [&](Point p) { return Point{(p.x - origin.x) * u.x + (p.y - origin.y) * u.y, (p.y - origin.y) * u.x - (p.x - origin.x) * u.y}; };
        const Box inside{touching_m, touching_m, length - touching_m, depth - touching_m};
        std::vector<std::pair<double, double>> taken{{length, length}};
        const std::vector<std::size_t> near = m_index->meeting(box_of(strip.ground));
        for (const std::size_t i : near) {
            if (m_bodies[i].feature == own.feature) continue;
            each_edge(m_bodies[i].feature->shape.areas, [&](Point a, Point b) {
                if (const auto stretch = stretch_in(inside, local(a), local(b))) taken.push_back(*stretch);
            });
        }
        std::ranges::sort(taken);
        const auto is_built_over = [&](double along) {
            const Point p{origin.x + along * u.x - 0.5 * depth * u.y, origin.y + along * u.y + 0.5 * depth * u.x};
            return std::ranges::any_of(near, [&](std::size_t i) { return m_bodies[i].feature != own.feature && contains(m_bodies[i].feature->shape.areas, p); });
        };
        double from = 0.0, longest = 0.0, free_from = 0.0;
        for (const auto& [begin, end] : taken) {
            if (begin > from) {
                if (is_built_over(0.5 * (from + begin))) free_from = begin;
                longest = std::max(longest, begin - free_from);
            }
            if (end > from) from = free_from = end;
        }
        return longest >= least * (1.0 - 1e-6);
    }

    std::vector<PresumedPlace> strips_of(const Body& body) const {
        std::vector<PresumedPlace> strips;
        const auto round = rectangle_round(body.feature->shape);
        if (!round) return strips;
        const double k = scale_at(m_inputs.crs, round->middle), perimeter = 4.0 * (round->half_along + round->half_across);
        const double least = (body.is_tall ? m_limits.length_tall_m : m_limits.length_m) * k;
        for (const bool along : {true, false}) {
            const double side = 2.0 * (along ? round->half_along : round->half_across);
            // A hundredth, so that a square's four sides are alike however they were digitised.
            if (side < 0.99 * m_limits.side_share * perimeter) continue;
            for (const double sign : {1.0, -1.0}) {
                PresumedPlace strip = strip_beside(body, *round, along, sign, std::max(side, least), m_limits, k);
                if (has_room(strip, body, least)) strips.push_back(std::move(strip));
            }
        }
        std::ranges::sort(strips, {}, &PresumedPlace::azimuth_deg);
        for (std::size_t i = 0; i < strips.size(); ++i) strips[i].id = fmt::format("{}/strip-{}", body.feature->id, i + 1);
        return strips;
    }

    const Inputs& m_inputs;
    StripLimits m_limits;
    std::vector<Body> m_bodies;
    std::optional<BoxIndex> m_index;
    std::set<const Feature*> m_served;
    std::size_t m_unknown = 0;
    bool m_served_any = false;  ///< anything of the town says that it has high-rises
};

}  // namespace

std::vector<PresumedPlace> aerial_strips(const Inputs& inputs, const RulePack& pack, std::vector<Finding>& findings, int threads) {
    const auto limits = limits_of(pack);
    if (!limits) return {};
    return Town{inputs, pack, *limits}.strips(findings, threads);
}

}  // namespace geo
