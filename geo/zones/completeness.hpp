#pragma once

#include "geo/zones/offset_ground.hpp"

#include <optional>

namespace geo {

/// What a proof leaves for the next, after a change.
struct CompletenessAccount {
    int changed = -1;            ///< the keep that has changed since the last call; -1: nothing is known
    std::vector<double> lost_m;  ///< of each run of primitives what was found lost of it
};

/// Proves that the engine has left out no free ground: everything that keeps all distances, setback included, with 1 cm to spare lies in
/// `ground`, but for parts below a square millimetre. The engine's account is the proof; here it is only read and checked.
///
/// Let F be what the sources forbid with the radii of the account, and ∂F the outline of what they leave free, free ground on its right.
/// 1. *Sources are real*: each capsule and solid is an edge or area of the input, and no radius exceeds what is asked by more than 0.11 mm.
/// 2. *Primitives are complete*: beside every source edge runs a segment at its radius, and successive primitives of a chain either
///    meet or turn right (where offset lines cross). The outline of a union of capsules is part of these lines, so ∂F is.
/// 3. *What is covered is forbidden*: each primitive is tiled by gaps and covered stretches. A stretch in a capsule, never one whose rim it
///    is, is inside by convexity: a segment when its ends are, an arc when the triangle of its ends and their tangents is. The others meet
///    no edge, so that one place tells on which side of all edges they lie. Hence ∂F lies in the gaps, and it is all of them.
/// 4. *Gaps are used once*: the rings are a permutation of the gaps. Their jumps, and what rounding left unproven between gaps and
///    stretches, add up to less than 0.3 mm in any one place. So as chains of oriented lines the rings equal ∂F but for loops of that
///    size, and wind once round every free place and round no other.
/// 5. *Drawn as they are*: the outline of each part follows the gaps of its ring in order, its vertices on the free side within the arcs'
///    tolerance. Between ring and outline lies no place with 1 cm to spare, so the outline winds round each such place as the ring does.
///
/// Steps 1 to 4 do not use the geometry of `ground`; step 5 ties it to them. `clearance_fault` and `Crossings` prove the rest.
/// @param account  what the last call has found, if only one keep has changed since: runs that the engine has kept are not looked at again
/// @return what does not hold, if anything
std::optional<Message> completeness_fault(const OffsetGround& engine, const MultiPolygon& ground, const MultiPolygon& boundary,
                                          std::span<const Keep> keeps, double setback_m, CompletenessAccount& account);

}  // namespace geo
