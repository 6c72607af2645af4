#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <span>
#include <vector>

namespace app {

/// How a hatch lies in the picture.
struct HatchRaster {
    double angle_deg = 45.0;  ///< anticlockwise from level
    double spacing = 1.0;     ///< > 0
    QPointF origin;           ///< lines are counted from here: hatches of neighbours fit together and move with the map
    QRectF view;              ///< nothing outside of it is made
};

/// A piece of one of the hatch's lines.
struct HatchSpan {
    long line = 0;
    double from = 0.0, to = 0.0;  ///< along the line
};

/// What of a hatch lies inside of rings, as vectors: no clipping, the same on screen and page. Sorted.
/// @param rings  outer rings and holes, not closed; even–odd, or non-zero where rings overlap themselves
std::vector<HatchSpan> hatch_spans(std::span<const QPolygonF> rings, const HatchRaster& raster, bool is_nonzero = false);

/// Spans of several areas as lines; where areas overlap, each place is hatched once.
std::vector<QLineF> hatch_lines(std::vector<HatchSpan> spans, const HatchRaster& raster);

}  // namespace app
