#pragma once

#include "geo/geometry/shapes.hpp"

#include <span>

namespace geo {

/// Which library computed an overlay.
enum class OverlayEngine { Boost, Geos };

/// Everything nearer to `shape` than `distance_m`, circumscribed: never short, at most `tolerance_m` long (at sharp corners
/// of a distance below the tolerance, a mitre). Coordinates near the origin, see `local`.
/// @throws GeometryError when the library refuses
MultiPolygon buffer(const Shape& shape, double distance_m, double tolerance_m = 0.01);

/// Union by a balanced tree over the given order; `order` 0 keeps it, others shuffle it in a fixed way.
MultiPolygon unite(std::span<const MultiPolygon> parts, int order = 0, OverlayEngine engine = OverlayEngine::Boost);

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b, OverlayEngine engine = OverlayEngine::Boost);
MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b, OverlayEngine engine = OverlayEngine::Boost);

/// Faces of the plane that the lines cut out, holes included, ordered by their lowest-left vertex. Lines may cross.
MultiPolygon faces(std::span<const Line> lines);

bool is_valid(const MultiPolygon& polygons);

}  // namespace geo
