#include "geo/checks/verdict.hpp"

#include "geo/checks/within.hpp"
#include "geo/geometry/distance.hpp"

#include <algorithm>

namespace geo {

Measured measure(const Shape& ground, const Kept& kept, double scale) {
    const Obstacle& obstacle = *kept.obstacle;
    const double beyond_m = distance(ground, obstacle.shape) / scale - obstacle.half_width_m;
    Measured row{.kept = &kept, .have_m = std::max(0.0, beyond_m)};
    if (kept.requirement.need_m <= exact_m && beyond_m <= exact_m) {
        row.overlaps = obstacle.half_width_m > 0.0
                           ? beyond_m < -exact_m
                           : overlap_depth(ground.areas, EdgeSet{ground.areas}, obstacle.shape, exact_m * scale) > 0.0;
    }
    return row;
}

Verdict site_verdict(const Site& site, std::span<const Measured> rows) {
    const Verdict at_best = site.in_robust && site.has_aisle ? Verdict::Complies : Verdict::ToVerify;
    return std::max(at_best, together(rows));
}

}  // namespace geo
