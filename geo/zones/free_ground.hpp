#pragma once

#include "geo/core/message.hpp"
#include "geo/geometry/shapes.hpp"

#include <span>
#include <string>
#include <string_view>

namespace geo {

/// Something to keep `distance_m` (grid metres, ≥ 0) away from; 0 bans the thing itself.
struct Keep {
    Shape shape;
    double distance_m = 0.0;
};

/// Free ground, or why there is none to show.
struct FreeGround {
    MultiPolygon ground;
    bool is_certified = false;
    std::string way;  ///< `coverage`, or the fallback that it took
    Message reason;   ///< why the last way tried was refused, when not certified
};

/// What `FreeGround::way` says when no fallback was needed.
inline constexpr const char* first_way = "coverage";

/// Place of a way in the order in which they are tried; the first is 0.
int rank_of_way(std::string_view way);

/// The boundary less everything nearer to a `Keep` than its distance and nearer to the boundary line than the setback.
///
/// Every distance is kept exactly (to 1e-9 m), and nothing that keeps all of them with 1 cm to spare is left out: arcs are drawn with chords
/// outside the circle. Computed by coverage (`OffsetGround`) and proven each time: distances and sides (`clearance_fault`), outlines that do
/// not meet (`Crossings`), nothing missing (`completeness_fault`). A result that is refused is computed another way: coverage with other
/// radii, then edge by edge, then overlays (`ground_by_overlays`), whose completeness rests on the areas of the overlays' own union adding up.
///
/// @param boundary  valid; what has a distance of 0, the boundary's line apart, is kept by 1 mm
FreeGround free_ground(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m);

}  // namespace geo
