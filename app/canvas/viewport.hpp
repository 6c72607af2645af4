#pragma once

#include "app/render/map_scene.hpp"

namespace app {

/// The scales between which the map moves.
inline constexpr double largest_scale = 50.0;           ///< 1:50
inline constexpr double smallest_scale = 50'000'000.0;  ///< 1:50,000,000

double scale_of(double metres_per_px);  ///< denominator
double metres_per_px_at(double scale_denominator);

/// The same place at the nearest scale allowed. @pre is_usable
geo::Camera within_scales(geo::Camera camera);
/// Finite, and a positive scale.
bool is_usable(const geo::Camera& camera);

/// Zoomed so that the place under `anchor` stays there; `factor` above 1 shows more detail. Not usable factors change nothing.
geo::Camera zoomed_about(const Viewport& view, QPointF anchor, double factor);
/// Moved so that the map follows the hand by `by` pixels.
geo::Camera dragged(const Viewport& view, QPointF by);
/// Holds the whole box with `room_px` free on each side. A box without width and height keeps at most 1:250. @pre box is not empty
geo::Camera fitting(const geo::Box& box, QSizeF size, double room_px);

}  // namespace app
