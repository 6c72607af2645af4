#include "geo/rules/row_verdict.hpp"

#include <algorithm>
#include <tuple>

namespace geo {
namespace {

bool is_breached(const Measured& row) { return row.overlaps || row.margin_m() < -exact_m; }

/// Behind walls that are told apart: the walls say how near one may come, this only that nobody may stand on it.
bool is_ground_behind_walls(const Measured& row) { return row.kept->obstacle->what.part == BuildingPart::Footprint; }

}  // namespace

bool may_govern(const Measured& row) { return !row.kept->obstacle->is_presumed || is_breached(row); }

bool is_tighter(const Measured& a, const Measured& b) {
    const auto key = [](const Measured& m) {
        return std::tuple<bool, double, bool, const std::string&, const std::string&>{!may_govern(m), m.margin_m(), is_ground_behind_walls(m),
                                                                                      m.kept->requirement.rule->id, m.kept->obstacle->id};
    };
    return key(a) < key(b);
}

Judgement judged(const Measured& row, bool count_status) {
    const Obstacle& obstacle = *row.kept->obstacle;
    const ClearanceRule& rule = *row.kept->requirement.rule;
    if (is_breached(row) && obstacle.is_presumed) return {Verdict::ToVerify, Cause::Presumed};
    if (is_breached(row))
        return {rule.ban || rule.strength == Strength::Must ? Verdict::Fails : Verdict::ToVerify, Cause::Breach};
    if (row.margin_m() < obstacle.accuracy_m - exact_m) return {Verdict::ToVerify, Cause::Accuracy};
    if (row.kept->requirement.is_derived) return {Verdict::ToVerify, Cause::Derived};
    if (obstacle.half_width_assumed) return {Verdict::ToVerify, Cause::AssumedWidth};
    if (count_status && !is_ground_behind_walls(row) && (rule.clause.status == Status::Unverified || rule.clause.status == Status::Assumption))
        return {Verdict::ToVerify, Cause::Status};
    return {};
}

Verdict together(std::span<const Measured> rows) {
    const auto governing = std::ranges::min_element(rows, is_tighter);
    if (governing == rows.end() || !may_govern(*governing)) return Verdict::ToVerify;
    Verdict worst = Verdict::Complies;
    for (const Measured& row : rows) worst = std::max(worst, row_verdict(row, governs_with(*governing, row)));
    return worst;
}

}  // namespace geo
