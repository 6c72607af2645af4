#pragma once

#include "geo/model/map_view.hpp"

#include <QPointF>
#include <QSizeF>

namespace app {

/// Logical pixels that a millimetre of paper takes on the screen.
inline constexpr double screen_px_per_mm = 3.78;

/// The scales between which the map moves.
inline constexpr double largest_scale = 50.0;           ///< 1:50
inline constexpr double smallest_scale = 50'000'000.0;  ///< 1:50,000,000

double scale_of(double metres_per_px);  ///< denominator
double metres_per_px_at(double scale_denominator);

/// A camera and the part of the screen that it fills; north is up.
struct Viewport {
    geo::Camera camera;
    QSizeF size;  ///< logical pixels

    QPointF to_screen(geo::Point place) const;
    geo::Point to_map(QPointF place) const;
    geo::Box extent() const;
};

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
