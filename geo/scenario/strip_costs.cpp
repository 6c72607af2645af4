#include "geo/scenario/strip_costs.hpp"

#include "geo/geometry/box_index.hpp"
#include "geo/geometry/shared_ground.hpp"

namespace geo {
namespace {

constexpr double stands_on_m2 = 1e-4;  ///< less is the same edge

struct LegalRing {
    const Polygon* legal;
    double scale;
};

}  // namespace

std::vector<StripCost> strip_costs(std::span<const PresumedPlace> grounds, const Results& results) {
    std::vector<LegalRing> rings;
    std::vector<Box> ring_boxes, site_boxes;
    for (const Ground& ground : results.grounds)
        for (const Zone& zone : ground.zones) {
            rings.push_back({&zone.legal, ground.scale});
            ring_boxes.push_back(box_of(zone.legal.outer));
        }
    for (const Site& site : results.sites) site_boxes.push_back(box_of(site.outline));
    const BoxIndex ring_index{ring_boxes}, site_index{site_boxes};
    std::vector<StripCost> costs;
    for (const PresumedPlace& ground : grounds) {
        StripCost& cost = costs.emplace_back();
        const Box box = box_of(ground.ground);
        if (ground.decision != StripDecision::Confirmed) {
            cost.legal_m2 = 0.0;
            for (const std::size_t i : ring_index.meeting(box)) *cost.legal_m2 += shared_m2(ground.ground, {*rings[i].legal}) / (rings[i].scale * rings[i].scale);
        }
        for (const std::size_t i : site_index.meeting(box))
            if (shared_m2(ground.ground, results.sites[i].outline) > stands_on_m2) cost.sites.push_back(results.sites[i].id);
    }
    return costs;
}

}  // namespace geo
