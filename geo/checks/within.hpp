#pragma once

#include "geo/checks/edges.hpp"

namespace geo {

/// How far areas reach beyond other areas: the distance of the worst place found from the outline it should not leave;
/// 0 when nothing is outside by more than the tolerance. Outlines may touch or run along each other.
/// @pre  rings of `inner` do not cross one another; everything in the same units as `tolerance`
double depth_outside(const MultiPolygon& inner, const MultiPolygon& outer, const EdgeSet& outer_edges,
                     double tolerance);

/// How deep areas and a shape (areas filled, lines, points) share ground: 0 when they at most touch within the
/// tolerance.
/// @param edges  of the areas
double overlap_depth(const MultiPolygon& areas, const EdgeSet& edges, const Shape& shape, double tolerance);

/// A place in the interior of a ring, far from its edges on the scan line that was tried; its first vertex when it has
/// no area.
Point inner_point(const Ring& ring);
/// The same of a polygon, outside its holes.
Point inner_point(const Polygon& polygon);

}  // namespace geo
