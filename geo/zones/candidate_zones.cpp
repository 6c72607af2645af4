#include "geo/zones/candidate_zones.hpp"

#include "geo/core/parallel.hpp"
#include "geo/geometry/box_index.hpp"
#include "geo/geometry/hull_lines.hpp"
#include "geo/geometry/outlines.hpp"
#include "geo/zones/free_ground.hpp"
#include "geo/zones/wide_parts.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

double reach_m(const Kept& kept) {
    return kept.requirement.need_m + kept.obstacle->half_width_m + kept.obstacle->accuracy_m;
}

/// What there is to keep away from, near the origin, and how far its places are uncertain; grid metres.
struct Near {
    std::vector<Keep> keeps;
    std::vector<double> accuracies_m;
};

Near keeps_near(std::span<const Kept> kept, const MultiPolygon& compound, double scale, Point origin) {
    const Box box = box_of(compound);
    const HullLines lines{compound};
    Near near;
    for (const Kept& k : kept) {
        if (k.obstacle->is_presumed) continue;
        const Box own = box_of(k.obstacle->shape);
        const double reach = reach_m(k) * scale + 1.0;
        if (!own.grown(reach).meets(box) || lines.is_beyond(own, reach)) continue;
        near.keeps.push_back({moved(k.obstacle->shape, -origin.x, -origin.y), (k.requirement.need_m + k.obstacle->half_width_m) * scale});
        near.accuracies_m.push_back(k.obstacle->accuracy_m * scale);
    }
    return near;
}

}  // namespace

Ground candidate_zones(const Compound& compound, std::span<const Kept> kept, const CrsName& crs, ZoneType type,
                       const RulePack& pack) {
    Ground result;
    result.compound = compound.id;
    const Box box = box_of(compound.boundary);
    const Point origin{std::floor(box.min_x), std::floor(box.min_y)};
    const MultiPolygon boundary = moved(compound.boundary, -origin.x, -origin.y);
    const double k = scale_factor(crs, box.centre());
    const double setback = parameter(pack, "setback");
    result.scale = k;

    auto [keeps, accuracies_m] = keeps_near(kept, compound.boundary, k, origin);
    const FreeGround legal = free_ground(boundary, keeps, setback * k);
    for (std::size_t i = 0; i < keeps.size(); ++i) keeps[i].distance_m += accuracies_m[i];
    // Where all places are exact, both rings are the same.
    const bool is_exact = compound.accuracy_m == 0.0 && std::ranges::all_of(accuracies_m, [](double accuracy_m) { return accuracy_m == 0.0; });
    const FreeGround robust = is_exact || !legal.is_certified ? legal : free_ground(boundary, keeps, (setback + compound.accuracy_m) * k);
    if (!robust.is_certified) {
        result.is_computed = false;
        result.reason = robust.reason;
        return result;
    }
    result.way = rank_of_way(robust.way) > rank_of_way(legal.way) ? robust.way : legal.way;
    result.legal_m2 = area(legal.ground) / (k * k);

    const double width = least_width_m(pack) * k;
    const WideParts legal_parts = wide_parts(legal.ground, width), robust_parts = is_exact ? legal_parts : wide_parts(robust.ground, width);
    result.dropped_parts = legal_parts.dropped;
    result.dropped_m2 = legal_parts.dropped_area / (k * k);
    for (const WidePart& part : legal_parts.parts) {
        Zone zone;
        zone.id = fmt::format("{}-Z{}", compound.id, result.zones.size() + 1);
        zone.compound = compound.id;
        zone.type = type;
        zone.legal = moved(MultiPolygon{part.polygon}, origin.x, origin.y).front();
        zone.legal_m2 = area(part.polygon) / (k * k);
        zone.legal_width_m = 2 * part.circle.radius / k;
        for (const WidePart& inner : robust_parts.parts) {
            if (!contains(part.polygon, inner.circle.centre)) continue;
            zone.robust.push_back(moved(MultiPolygon{inner.polygon}, origin.x, origin.y).front());
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
