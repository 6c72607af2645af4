#pragma once

#include "geo/bays/survey.hpp"

#include <functional>
#include <optional>

namespace geo::rows {

/// A row that fits: its direction and lower edge in that direction's frame.
struct Fit {
    double angle = 0.0, y = 0.0;
};

/// Finds a direction and height at which a rectangle length × depth fits, by branch and bound over all of them: a
/// rectangle that fits within some degrees and inches of a looked-at place leaves a smaller one that fits there, so
/// where that one does not, nothing does. Finds whatever fits with a few tenths of a millimetre to spare, unless
/// `effort` ends first.
///
/// @param accept  whether this place will do (called at places where the rectangle does fit); the search goes on when
/// not
/// @param effort  edges it may look at; what it used is taken off
std::optional<Fit> squeeze(const Terrain& ground, double length, double depth,
                           const std::function<bool(const Fit&)>& accept, long& effort);

}  // namespace geo::rows
