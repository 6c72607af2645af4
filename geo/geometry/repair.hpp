#pragma once

#include "geo/geometry/shapes.hpp"

#include <optional>
#include <string>

namespace geo {

/// What it took to make a shape usable.
struct Repair {
    enum class Kind {
        None,      ///< was valid; at most orientation and repeated vertices changed
        Repaired,  ///< made valid; covers the same ground but for `area_change_m2`
        Hull,      ///< could not be made valid: its convex hull stands in for it
        Dropped    ///< nothing usable: no finite vertex at all
    };
    Kind kind = Kind::None;
    std::string reason;           ///< `self-intersection`, `too few points`, `not finite`, `too far` …; empty when none
    double area_change_m2 = 0.0;  ///< area after less area before (absolute ring areas)
};

/// Makes a shape's areas valid in the OGC sense, outer rings counter-clockwise, and drops vertices that are not finite or lie
/// beyond 1e8 m (no planar CRS reaches that far). Lines of no length become points. Where several outer rings overlap, the
/// ground that any of them covers stays covered.
///
/// @param shape  in a projected CRS, metres; changed in place
Repair repair(Shape& shape);

/// Whether a vertex is no place: not finite, or beyond 1e8 m.
bool has_lost_places(const Shape& shape);

/// Whether a piece has too few vertices for what it is, or none: a ring of two, a line of one.
bool has_broken_pieces(const Shape& shape);

/// Convex hull of all vertices; a line or a point where that is all there is.
Shape convex_hull(const Shape& shape);

}  // namespace geo
