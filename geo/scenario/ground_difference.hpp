#pragma once

#include "geo/geometry/overlay.hpp"

#include <optional>

namespace geo {

/// What two grounds do not share.
struct GroundDifference {
    MultiPolygon added;    ///< of `b` alone
    MultiPolygon removed;  ///< of `a` alone
};

/// Boost, else GEOS; the libraries can be silently wrong in both directions at once, so each result must add up (areas) and hold up (places in it lie in the one
/// and not in the other). Coordinates should lie near the origin.
/// @return nothing when neither library's result does
std::optional<GroundDifference> ground_difference(const MultiPolygon& a, const MultiPolygon& b);

/// The certificate of that.
bool holds_up(const GroundDifference& difference, const MultiPolygon& a, const MultiPolygon& b);

}  // namespace geo
