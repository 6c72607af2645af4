#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <span>
#include <vector>

namespace app {

/// Lines of a hatch inside of rings, as vectors: no clipping, the same on screen and page.
///
/// @param rings      outer rings and holes, not closed; even–odd, or non-zero where rings overlap themselves
/// @param angle_deg  anticlockwise from level
/// @param spacing    > 0
/// @param origin     lines are counted from here: hatches of neighbours fit together and move with the map
/// @param view       nothing outside of it is made
std::vector<QLineF> hatch_lines(std::span<const QPolygonF> rings, double angle_deg, double spacing, QPointF origin, const QRectF& view,
                                bool is_nonzero = false);

}  // namespace app
