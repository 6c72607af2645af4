#pragma once

#include "geo/model/results.hpp"
#include "geo/rules/requirement.hpp"

#include <span>

namespace geo {

constexpr double certificate_reach_m = 10.0;  ///< listed is every obstacle within its need and this much more
constexpr double level_m = 1e-3;              ///< rows this near to the tightest govern with it: bays touch several limits at once
constexpr double exact_m = 1e-6;              ///< what a measured distance may owe to rounding

/// What was measured between some ground and one obstacle.
struct Measured {
    const Kept* kept = nullptr;
    double have_m = 0.0;    ///< ground metres from the obstacle's half width on, never negative
    bool overlaps = false;  ///< they share ground; looked at only where the need is 0, since have_m cannot tell then

    double margin_m() const { return have_m - kept->requirement.need_m; }
};

/// Ground that is only presumed (推定) to be banned takes part where it is broken, and proves nothing where it is kept: what was surveyed governs then,
/// however far.
bool may_govern(const Measured& row);

/// What may govern first, of that the smaller margin, the ground behind noted walls after them, then rule id, then obstacle id: the first governs.
bool is_tighter(const Measured& a, const Measured& b);

/// What decides the verdict of a row.
enum class Cause {
    Kept,          ///< kept beyond doubt
    Breach,        ///< nearer than needed, or on it
    Presumed,      ///< nearer than needed to ground only presumed (推定) to be banned
    Accuracy,      ///< the margin is below the positional accuracy of the obstacle's source
    Derived,       ///< rests on a derived (推定) or unknown attribute
    AssumedWidth,  ///< the obstacle's half width was assumed
    Status         ///< the number is `unverified` or an `assumption`
};
struct Judgement {
    Verdict verdict = Verdict::Complies;
    Cause cause = Cause::Kept;
};

/// The verdict of one certificate row, first match wins:
///
/// 1. *Breach*: have < need − 1 µm, or shared ground where the need is 0 (an obstacle's own ground is never free).
///    不符合 for a ban and for 应; 待核实 for 宜, which a planner may depart from with reasons, and for ground that is
///    only presumed (推定) to be banned.
/// 2. 待核实 when the margin is below the positional accuracy of the obstacle's source (by more than 1 µm: a site
///    fitted against the robust ring has a margin equal to it), when the requirement rests on a derived (推定) or
///    unknown attribute, when the obstacle's half width was assumed, or when the number's status is `unverified` or
///    `assumption` (not of the ban on the ground behind noted walls: the walls ask).
/// 3. 符合.
///
/// @param count_status  false leaves the number's status out, as `together` does for rows that do not govern
Judgement judged(const Measured& row, bool count_status = true);
inline Verdict row_verdict(const Measured& row, bool count_status = true) { return judged(row, count_status).verdict; }

/// Whether a row counts for the status of its number: the governing one, and those within a millimetre of its margin.
inline bool governs_with(const Measured& governing, const Measured& row) {
    return row.margin_m() - governing.margin_m() <= level_m;
}

/// The worst of the rows, where only those that govern count for the status of their number; breach, accuracy, derivation
/// and assumed widths count in every row. 待核实 when none may govern: no known obstacle proves no clearance.
///
/// @param rows  one for each obstacle in reach and the governing one, in any order
Verdict together(std::span<const Measured> rows);

}  // namespace geo
