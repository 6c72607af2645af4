#include "geo/checks/verdict.hpp"

#include "geo/checks/within.hpp"
#include "geo/geometry/distance.hpp"

#include <algorithm>
#include <tuple>

namespace geo {
namespace {

bool is_breached(const Measured& row) { return row.overlaps || row.margin_m() < -exact_m; }

}  // namespace

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

bool is_tighter(const Measured& a, const Measured& b) {
    const auto key = [](const Measured& m) {
        return std::tuple<double, const std::string&, const std::string&>{m.margin_m(), m.kept->requirement.rule->id,
                                                                          m.kept->obstacle->id};
    };
    return key(a) < key(b);
}

Verdict row_verdict(const Measured& row, bool count_status) {
    const Obstacle& obstacle = *row.kept->obstacle;
    const ClearanceRule& rule = *row.kept->requirement.rule;
    if (is_breached(row) && obstacle.is_presumed) return Verdict::ToVerify;
    if (is_breached(row)) return rule.ban || rule.strength == Strength::Must ? Verdict::Fails : Verdict::ToVerify;
    if (row.margin_m() < obstacle.accuracy_m - exact_m) return Verdict::ToVerify;
    if (row.kept->requirement.is_derived || obstacle.half_width_assumed) return Verdict::ToVerify;
    if (count_status && (rule.clause.status == Status::Unverified || rule.clause.status == Status::Assumption)) {
        return Verdict::ToVerify;
    }
    return Verdict::Complies;
}

Verdict site_verdict(const Site& site, std::span<const Measured> rows) {
    if (rows.empty()) return Verdict::ToVerify;
    Verdict worst = site.in_robust && site.has_aisle ? Verdict::Complies : Verdict::ToVerify;
    const auto governing = std::ranges::min_element(rows, is_tighter);
    for (auto row = rows.begin(); row != rows.end(); ++row)
        worst = std::max(worst, row_verdict(*row, row->margin_m() - governing->margin_m() <= level_m));
    return worst;
}

}  // namespace geo
