#include "geo/zones/candidate_zones.hpp"

#include "geo/core/parallel.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/inscribed_circle.hpp"
#include "geo/zones/free_ground.hpp"

#include <cmath>

namespace geo {
namespace {

MultiPolygon shifted(MultiPolygon polygons, double dx, double dy) {
    Shape shape{std::move(polygons), {}, {}};
    each_vertex(shape, [&](Point& p) { p.x += dx, p.y += dy; });
    return std::move(shape.areas);
}

Shape shifted(Shape shape, double dx, double dy) {
    each_vertex(shape, [&](Point& p) { p.x += dx, p.y += dy; });
    return shape;
}

double reach_m(const Kept& kept) {
    return kept.requirement.need_m + kept.obstacle->half_width_m + kept.obstacle->accuracy_m;
}

std::vector<Keep> keeps_near(std::span<const Kept> kept, const Box& compound, double scale, bool robust, Point origin) {
    std::vector<Keep> keeps;
    for (const Kept& k : kept) {
        if (k.obstacle->is_presumed) continue;
        if (!box_of(k.obstacle->shape).grown(reach_m(k) * scale + 1.0).meets(compound)) continue;
        const double ground_m = k.requirement.need_m + k.obstacle->half_width_m + (robust ? k.obstacle->accuracy_m : 0.0);
        keeps.push_back({shifted(k.obstacle->shape, -origin.x, -origin.y), ground_m * scale});
    }
    return keeps;
}

/// A part of the free ground with the largest circle in it.
struct Part {
    Polygon polygon;
    Circle circle;
};

/// A circle as wide as the least width fits exactly where eroding by half that width would leave something: such parts can hold a
/// site. The others are dropped whole; no corner is rounded off.
std::vector<Part> wide_parts(MultiPolygon ground, double least_width, int& dropped, double& dropped_area) {
    std::vector<Part> parts;
    for (Polygon& polygon : ground) {
        constexpr double coarse = 0.1, fine = 0.002;
        const double size = std::sqrt(area(polygon));
        Circle circle = size * size < 0.25 * least_width * least_width ? Circle{} : inscribed_circle(polygon, coarse);
        if (2 * circle.radius < least_width && 2 * (circle.radius + coarse) >= least_width) circle = inscribed_circle(polygon, fine);
        if (2 * (circle.radius + fine) < least_width) {
            ++dropped;
            dropped_area += area(polygon);
        } else {
            parts.push_back({std::move(polygon), circle});
        }
    }
    std::ranges::sort(parts, [](const Part& a, const Part& b) {
        const double x = area(a.polygon), y = area(b.polygon);
        if (x != y) return x > y;
        return std::pair{a.circle.centre.x, a.circle.centre.y} < std::pair{b.circle.centre.x, b.circle.centre.y};
    });
    return parts;
}

double least_width(const RulePack& pack) {
    return std::min(parameter(pack, "least_site.bays") * parameter(pack, "bay.width"), parameter(pack, "bay.depth"));
}

}  // namespace

Ground candidate_zones(const Compound& compound, std::span<const Kept> kept, const CrsName& crs, ZoneType type,
                       const RulePack& pack) {
    Ground result;
    result.compound = compound.id;
    const Box box = box_of(compound.boundary);
    const Point origin{std::floor(box.min_x), std::floor(box.min_y)};
    const MultiPolygon boundary = shifted(compound.boundary, -origin.x, -origin.y);
    const double k = scale_factor(crs, box.centre());
    const double setback = parameter(pack, "setback");
    result.scale = k;

    const FreeGround legal = free_ground(boundary, keeps_near(kept, box, k, false, origin), setback * k);
    const FreeGround robust =
        legal.is_certified ? free_ground(boundary, keeps_near(kept, box, k, true, origin), (setback + compound.accuracy_m) * k) : FreeGround{};
    if (!legal.is_certified || !robust.is_certified) {
        result.is_computed = false;
        result.reason = legal.is_certified ? robust.reason : legal.reason;
        return result;
    }
    result.way = rank_of_way(robust.way) > rank_of_way(legal.way) ? robust.way : legal.way;
    result.legal_m2 = area(legal.ground) / (k * k);

    const double width = least_width(pack) * k;
    int robust_dropped = 0;
    double robust_dropped_area = 0.0;
    const std::vector<Part> legal_parts = wide_parts(legal.ground, width, result.dropped_parts, result.dropped_m2);
    const std::vector<Part> robust_parts = wide_parts(robust.ground, width, robust_dropped, robust_dropped_area);
    result.dropped_m2 /= k * k;
    for (const Part& part : legal_parts) {
        Zone zone;
        zone.id = fmt::format("{}-Z{}", compound.id, result.zones.size() + 1);
        zone.compound = compound.id;
        zone.type = type;
        zone.legal = shifted(MultiPolygon{part.polygon}, origin.x, origin.y).front();
        zone.legal_m2 = area(part.polygon) / (k * k);
        zone.legal_width_m = 2 * part.circle.radius / k;
        for (const Part& inner : robust_parts) {
            if (!contains(part.polygon, inner.circle.centre)) continue;
            zone.robust.push_back(shifted(MultiPolygon{inner.polygon}, origin.x, origin.y).front());
            zone.robust_m2 += area(inner.polygon) / (k * k);
            zone.robust_width_m = std::max(zone.robust_width_m, 2 * inner.circle.radius / k);
        }
        result.zones.push_back(std::move(zone));
    }
    return result;
}

std::vector<Ground> all_candidate_zones(std::span<const Compound> compounds, std::span<const Kept> kept, const CrsName& crs,
                                        ZoneType type, const RulePack& pack, int threads, const Progress& progress) {
    std::vector<Box> boxes;
    boxes.reserve(kept.size());
    // Grid metres exceed ground metres by far less than 1 % wherever a working CRS is used.
    for (const Kept& k : kept) boxes.push_back(box_of(k.obstacle->shape).grown(reach_m(k) * 1.01 + 1.0));
    const BoxIndex index{boxes};

    std::vector<Ground> grounds(compounds.size());
    in_parallel(compounds.size(), threads, progress, [&](std::size_t i) {
        std::vector<Kept> near;
        for (std::size_t j : index.meeting(box_of(compounds[i].boundary))) near.push_back(kept[j]);
        grounds[i] = candidate_zones(compounds[i], near, crs, type, pack);
    });
    return grounds;
}

}  // namespace geo
