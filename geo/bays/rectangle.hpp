#pragma once

#include "geo/geometry/shapes.hpp"

namespace geo::rows {

/// A rectangle at any angle, counter-clockwise.
using Rectangle = Ring;

/// Whether the rectangle, a micrometre of rounding included, lies wholly within one of the areas: none of their edges
/// meets it.
bool lies_in(const Rectangle& rectangle, const MultiPolygon& areas);

/// Whether it has no point in common with the area, rounding likewise.
bool stays_out_of(const Rectangle& rectangle, const Polygon& area);

}  // namespace geo::rows
