#include "geo/checks/verdict.hpp"

#include "geo/checks/within.hpp"
#include "geo/geometry/distance.hpp"

#include <algorithm>

namespace geo {

namespace {

/// Whether they share more than their edges. A ground that is a mere place shares it with an area that holds it.
bool share_ground(const Shape& ground, const Shape& obstacle, double tolerance) {
    if (!ground.areas.empty()) return overlap_depth(ground.areas, EdgeSet{ground.areas}, obstacle, tolerance) > 0.0;
    return !obstacle.areas.empty() && overlap_depth(obstacle.areas, EdgeSet{obstacle.areas}, ground, tolerance) > 0.0;
}

}  // namespace

Measured measure(const Shape& ground, const Kept& kept, double scale) {
    const Obstacle& obstacle = *kept.obstacle;
    const double beyond_m = distance(ground, obstacle.shape) / scale - obstacle.half_width_m;
    Measured row{.kept = &kept, .have_m = std::max(0.0, beyond_m)};
    if (kept.requirement.need_m <= exact_m && beyond_m <= exact_m)
        row.overlaps = obstacle.half_width_m > 0.0 ? beyond_m < -exact_m : share_ground(ground, obstacle.shape, exact_m * scale);
    return row;
}

Verdict site_verdict(const Site& site, std::span<const Measured> rows) {
    const Verdict at_best = site.in_robust && site.has_aisle ? Verdict::Complies : Verdict::ToVerify;
    return std::max(at_best, together(rows));
}

}  // namespace geo
