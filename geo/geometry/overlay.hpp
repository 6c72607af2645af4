#pragma once

#include "geo/geometry/shapes.hpp"

#include <span>

namespace geo {

/// Which library computed an overlay.
enum class OverlayEngine { Boost, Geos };

/// Everything nearer than `distance_m` to each part of `shape` (each polygon, line and point alone; they may overlap),
/// circumscribed: at most `tolerance_m` long, and short by no more than the 58 µm by which the library moves edges: ask for
/// 0.1 mm more than is needed. Coordinates should lie near the origin.
/// @throws GeometryError when the library refuses
std::vector<MultiPolygon> buffers(const Shape& shape, double distance_m, double tolerance_m = 0.01);

/// The same ground as `buffers`, as overlapping convex pieces (one round each edge) and the areas themselves: slower to unite, but
/// nothing in it can go wrong.
std::vector<MultiPolygon> buffer_pieces(const Shape& shape, double distance_m, double tolerance_m = 0.01);

/// Union by a balanced tree over the given order; `order` 0 keeps it, others shuffle it, each in a fixed way.
/// @throws GeometryError when the library refuses
MultiPolygon unite(std::span<const MultiPolygon> parts, int order = 0, OverlayEngine engine = OverlayEngine::Boost);

/// Outer rings of results are counter-clockwise. Results can be silently wrong: certify what matters.
/// @throws GeometryError when the library refuses
MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b, OverlayEngine engine = OverlayEngine::Boost);
MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b, OverlayEngine engine = OverlayEngine::Boost);

/// Faces of the plane that the lines cut out, holes included, ordered by the lowest-left corner of their box. Lines may cross.
/// @param grid_m  vertices, crossings too, are moved to multiples of this, by which no crossing can be missed; 0 leaves them, and
///                lines that nearly coincide may then lose a face
/// @throws GeometryError when GEOS refuses
MultiPolygon faces(std::span<const Line> lines, double grid_m = 0.0);

/// What of the shape lies in the box; edges along the box are new where it was cut.
/// @throws GeometryError when the library refuses
Shape clip(const Shape& shape, const Box& box);

/// What of the areas lies further than `distance_m` from their outlines. To tell slivers from ground; no clearance rests on it.
/// @throws GeometryError when GEOS refuses
MultiPolygon shrunk(const MultiPolygon& areas, double distance_m);

bool is_valid(const MultiPolygon& polygons);

}  // namespace geo
