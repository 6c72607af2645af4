#pragma once

#include "geo/geometry/octets.hpp"
#include "geo/zones/free_ground.hpp"

#include <optional>
#include <vector>

namespace geo {

/// What a certificate found wrong, and round which edges; nowhere when it concerns a part as a whole.
struct Fault {
    Message message;
    std::vector<RoughBox> places;
};

/// Proves from the inputs and the result alone that the ground keeps every distance: each edge against each segment in reach by the
/// exact distance (short by at most 1e-9 m), nothing to keep away from inside it, all of it inside the boundary.
/// @pre   `ground` is valid: its outlines neither cross nor overlap
/// @return all that is wrong, if anything
std::optional<Fault> clearance_fault(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m);

/// The same in a sentence.
std::optional<Message> certify(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps,
                               double setback_m);

}  // namespace geo
