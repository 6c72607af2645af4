#pragma once

#include "app/canvas/map_canvas.hpp"
#include "app/canvas/overlay_style.hpp"
#include "app/canvas/viewport.hpp"

#include <QFont>
#include <QString>

#include <vector>

class QPainter;

namespace app {

struct Stroke {
    QColor colour;
    double width_px = 0.0;
};

/// Parts of a line that are within a box, in order, cut at its edge: far vertices would overflow a painter's coordinates.
std::vector<geo::Line> parts_within(const geo::Line& line, const geo::Box& box);

/// The line twice: the halo, then the stroke over it.
void draw_line(QPainter& painter, const Viewport& view, const geo::Line& line, const Stroke& halo, const Stroke& stroke);
/// A ring of the accent about the ground's colour.
void draw_dot(QPainter& painter, QPointF at, const OverlayStyle& style);

/// Where a tag of this size stands beside a point: on the side that `away` (a unit vector) points to where there is room, else on the other; inside the
/// view, clear of those already `taken`.
QRectF tag_place(QPointF at, QPointF away, QSizeF tag, QSizeF view, const std::vector<QRectF>& taken);
/// A text on a filled tag beside a point. @return where it stands
QRectF draw_tag(QPainter& painter, const Viewport& view, QPointF at, QPointF away, const QString& text, const OverlayStyle& style,
                const std::vector<QRectF>& taken = {});
/// Unit vector square to a line, to the right or, of a level line, up; and along it.
QPointF beside(QPointF from, QPointF to);
QPointF along(QPointF from, QPointF to);

/// Where a pointer is in another map.
void draw_cross(QPainter& painter, QPointF at, const OverlayStyle& style);

void draw_marks(QPainter& painter, const Viewport& view, const Marks& marks, const OverlayStyle& style);

/// Digits behind the point that multiples of a step need: 1, 2 or 5 times a power of ten.
int decimals_of(double step);

/// The painter's font at a size in pixels; digits of equal width.
QFont font_of(const QPainter& painter, int px, bool is_bold = false);

}  // namespace app
