#include "geo/checks/ring_checks.hpp"

#include "geo/checks/self_crossing.hpp"
#include "geo/checks/within.hpp"
#include "geo/rules/obstacle_kinds.hpp"

#include <cmath>
#include <type_traits>

namespace geo {
namespace {

const Message legal_name{"合规环", "legal ring"};
const Message robust_name{"稳妥环", "robust ring"};

/// One polygon of a zone under inspection.
struct Subject {
    const Zone& zone;
    const Compound& compound;
    const Polygon& polygon;
    bool is_robust;
    double scale;
    const Terrain& terrain;
    EdgeSet edges;

    double tolerance() const { return terrain.tolerance_m * scale; }
    const Message& name() const { return is_robust ? robust_name : legal_name; }
};

/// The half of an argument that has two languages.
template <typename T>
const auto& in(Language language, const T& argument) {
    if constexpr (std::is_same_v<T, Message>)
        return argument.in(language);
    else
        return argument;
}

template <typename... Args>
Finding found(const std::string& code, const Zone& zone, const Message& ring, std::string_view zh, std::string_view en,
              const Args&... args) {
    return {code,
            "zones",
            zone.id,
            {say(zh, zh, zone.id, ring.zh, in(Language::Chinese, args)...).zh,
             say(en, en, zone.id, ring.en, in(Language::English, args)...).en}};
}

bool is_sound(const Polygon& polygon) {
    const auto sound = [](const Ring& ring) {
        return ring.size() >= 3 &&
               std::ranges::all_of(ring, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    };
    return sound(polygon.outer) && std::ranges::all_of(polygon.holes, sound);
}

/// With no edge near, a part lies inside or outside as its first vertex does.
bool holds_part_of(const Polygon& polygon, const Box& box, const Shape& shape) {
    const auto held = [&](Point p) { return box.meets({p.x, p.y, p.x, p.y}) && contains(polygon, p); };
    return std::ranges::any_of(shape.areas,
                               [&](const Polygon& part) { return !part.outer.empty() && held(part.outer.front()); }) ||
           std::ranges::any_of(shape.lines, [&](const Line& line) { return !line.empty() && held(line.front()); }) ||
           std::ranges::any_of(shape.points, held);
}

void check_obstacle(const Subject& s, std::size_t index, Tally& tally) {
    const Kept& kept = s.terrain.kept[index];
    const Obstacle& obstacle = *kept.obstacle;
    if (obstacle.is_presumed) return;
    const double need_m = kept.requirement.need_m + (s.is_robust ? obstacle.accuracy_m : 0.0);
    const double apart_m = need_m + obstacle.half_width_m;
    const std::string& rule = kept.requirement.rule->id;
    const Message kind = kind_words(obstacle.what.kind);
    if (apart_m <= s.terrain.tolerance_m) {
        const double depth = overlap_depth({s.polygon}, s.edges, obstacle.shape, s.tolerance());
        if (depth > 0.0) {
            tally.add(found(
                "ring-too-close", s.zone, s.name(),
                "区域 {} 的{}与{} {} 重叠，深入 {:.6f} m；按规则 {} 应相距 {:.6f} m 且不得重叠。请重新运行 zones。",
                "Zone {}: its {} shares ground with {} {}, {:.6f} m deep; rule {} needs {:.6f} m and no overlap. Run "
                "`zones` again.",
                kind, obstacle.id, depth / s.scale, rule, need_m));
        }
        return;
    }
    const double apart = apart_m * s.scale;
    const double have = least_distance(s.edges, s.terrain.edges[index], apart, tally.pairs);
    if (!(have >= apart - s.tolerance())) {
        tally.add(found("ring-too-close", s.zone, s.name(),
                        "区域 {} 的{}距{} {} 只有 {:.6f} m，按规则 {} 应为 {:.6f} m。请重新运行 zones。",
                        "Zone {0}: its {1} is {4:.6f} m from {2} {3}; rule {5} needs {6:.6f} m. Run `zones` again.",
                        kind, obstacle.id, std::max(0.0, have / s.scale - obstacle.half_width_m), rule,
                        need_m));
    }
    if (holds_part_of(s.polygon, s.edges.box(), obstacle.shape)) {
        tally.add(found("ring-holds-obstacle", s.zone, s.name(),
                        "区域 {} 的{}把{} {} 圈在里面（距离 0 m），按规则 {} 应为 {:.6f} m。请重新运行 zones。",
                        "Zone {}: its {} has {} {} inside (distance 0 m); rule {} needs {:.6f} m. Run `zones` again.",
                        kind, obstacle.id, rule, need_m));
    } else if (contains(obstacle.shape.areas, s.polygon.outer.front())) {
        tally.add(found("ring-holds-obstacle", s.zone, s.name(),
                        "区域 {} 的{}位于{} {} 之内（距离 0 m），按规则 {} 应为 {:.6f} m。请重新运行 zones。",
                        "Zone {}: its {} lies inside {} {} (distance 0 m); rule {} needs {:.6f} m. Run `zones` again.",
                        kind, obstacle.id, rule, need_m));
    }
}

void check_boundary(const Subject& s, const EdgeSet& boundary, Tally& tally) {
    const double depth = depth_outside({s.polygon}, s.compound.boundary, boundary, s.tolerance());
    if (depth > 0.0) {
        tally.add(found("ring-outside", s.zone, s.name(),
                        "区域 {} 的{}伸出小区 {} 边界 {:.6f} m，应为 0 m。请重新运行 zones。",
                        "Zone {}: its {} leaves compound {} by {:.6f} m; 0 m is allowed. Run `zones` again.",
                        s.compound.id, depth / s.scale));
    }
    const double need_m = s.terrain.setback_m + (s.is_robust ? s.compound.accuracy_m : 0.0);
    if (need_m <= s.terrain.tolerance_m) return;
    const double have = least_distance(s.edges, boundary, need_m * s.scale, tally.pairs);
    if (!(have >= need_m * s.scale - s.tolerance())) {
        tally.add(found(
            "ring-outside", s.zone, s.name(),
            "区域 {} 的{}距小区 {} 边界只有 {:.6f} m，应为 {:.6f} m。请重新运行 zones。",
            "Zone {0}: its {1} is {3:.6f} m from the boundary of compound {2}; {4:.6f} m is needed. Run `zones` again.",
            s.compound.id, have / s.scale, need_m));
    }
}

void check_area(const Zone& zone, const Message& ring, double stored_m2, const MultiPolygon& polygons, double scale,
                Tally& tally) {
    const double m2 = area(polygons) / (scale * scale);
    if (std::abs(stored_m2 - m2) <= 1e-6 * std::max(stored_m2, m2)) return;
    tally.add(
        found("area-differs", zone, ring, "区域 {} 的{}面积记为 {:.6f} m²，重算为 {:.6f} m²。请重新运行 zones。",
              "Zone {}: the area of its {} is stored as {:.6f} m²; recomputed it is {:.6f} m². Run `zones` again.",
              stored_m2, m2));
}

/// @return whether every polygon could be inspected
bool check_rings(const Zone& zone, const MultiPolygon& polygons, bool is_robust, const Compound& compound, double scale,
                 const EdgeSet& boundary, const Terrain& terrain, Tally& tally) {
    bool all_sound = true;
    for (const Polygon& polygon : polygons) {
        const Subject s{zone, compound, polygon, is_robust, scale, terrain, EdgeSet{MultiPolygon{polygon}}};
        tally.rings += 1 + polygon.holes.size();
        tally.ring_edges += s.edges.edges().size();
        if (!is_sound(polygon)) {
            all_sound = false;
            tally.add(found(
                "ring-broken", zone, s.name(), "区域 {} 的{}有少于 3 个顶点或坐标无效的环。请重新运行 zones。",
                "Zone {}: its {} has fewer than 3 vertices or coordinates that are no numbers. Run `zones` again."));
            continue;
        }
        if (const auto place = self_crossing(polygon, s.tolerance())) {
            tally.add(found(
                "ring-crosses-itself", zone, s.name(), "区域 {} 的{}在 ({:.3f}, {:.3f}) 处自相交。请重新运行 zones。",
                "Zone {}: its {} crosses itself at ({:.3f}, {:.3f}). Run `zones` again.", place->x, place->y));
        }
        for (const std::size_t i :
             terrain.surroundings.near(s.edges.box(), is_robust ? terrain.greatest_accuracy_m : 0.0, scale))
            check_obstacle(s, i, tally);
        check_boundary(s, boundary, tally);
    }
    return all_sound;
}

}  // namespace

Tally check_ground(const Ground& ground, const Compound& compound, double scale, const Terrain& terrain) {
    Tally tally;
    if (!(std::abs(ground.scale - scale) <= 1e-9)) {
        tally.add({"scale-differs", "compound", compound.id,
                   say("小区 {} 的投影长度比记为 {:.9f}，重算为 {:.9f}。请重新运行 zones。",
                       "Compound {}: its scale factor is stored as {:.9f}; recomputed it is {:.9f}. Run `zones` again.",
                       compound.id, ground.scale, scale)});
    }
    const EdgeSet boundary{compound.boundary};
    for (const Zone& zone : ground.zones) {
        const MultiPolygon legal{zone.legal};
        bool sound = check_rings(zone, legal, false, compound, scale, boundary, terrain, tally);
        sound = check_rings(zone, zone.robust, true, compound, scale, boundary, terrain, tally) && sound;
        if (!sound) continue;
        check_area(zone, legal_name, zone.legal_m2, legal, scale, tally);
        check_area(zone, robust_name, zone.robust_m2, zone.robust, scale, tally);
        if (zone.robust.empty()) continue;
        const double out = depth_outside(zone.robust, legal, EdgeSet{legal}, terrain.tolerance_m * scale);
        if (out > 0.0) {
            tally.add(found(
                "ring-outside", zone, robust_name, "区域 {} 的{}伸出其合规环 {:.6f} m，应为 0 m。请重新运行 zones。",
                "Zone {}: its {} leaves its legal ring by {:.6f} m; 0 m is allowed. Run `zones` again.", out / scale));
        }
    }
    return tally;
}

}  // namespace geo
