#include "app/pages/dimension_layout.hpp"

#include <QPainter>

namespace app {
namespace {

constexpr double tick_turn_deg = 45.0;

/// A stroke about the end of a line, turned against it.
QLineF stroke_at(QPointF place, const QLineF& line, double turn_deg, double length) {
    QLineF stroke = QLineF::fromPolar(length, line.angle() + turn_deg);
    stroke.translate(place - stroke.center());
    return stroke;
}

}  // namespace

void paint_dimension_lines(QPainter& painter, const PlacedDimension& placed, const DimensionMarks& look) {
    const QLineF& line = placed.wish.line;
    const auto pen = [&](const QColor& colour, double mm) { return QPen{colour, page_px(mm), Qt::SolidLine, Qt::FlatCap}; };
    const double halo_mm = look.line_mm + 2.0 * look.line_mm;
    // A white edge keeps the line legible over hatches and dark fills.
    painter.setPen(pen(look.halo, halo_mm));
    if (line.length() > 0.0) painter.drawLine(line);
    if (!placed.leader.isEmpty()) painter.drawPolyline(placed.leader);
    painter.setPen(pen(look.colour, look.extension_line_mm));
    for (const QPointF& end : {line.p1(), line.p2()})
        if (line.length() > 0.0) painter.drawLine(stroke_at(end, line, 90.0, 2.0 * page_px(look.extension_mm)));
    painter.setPen(pen(look.colour, look.line_mm));
    if (line.length() > 0.0) painter.drawLine(line);
    if (!placed.leader.isEmpty()) painter.drawPolyline(placed.leader);
    painter.setPen(pen(look.colour, look.tick_line_mm));
    for (const QPointF& end : {line.p1(), line.p2()})
        painter.drawLine(stroke_at(end, line.length() > 0.0 ? line : QLineF{0.0, 0.0, 1.0, 0.0}, tick_turn_deg, page_px(look.tick_mm)));
    if (placed.leader.isEmpty()) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.colour);
    painter.drawEllipse(placed.leader.front(), 0.5 * page_px(look.leader_dot_mm), 0.5 * page_px(look.leader_dot_mm));
}

void paint_dimension_texts(QPainter& painter, const PlacedDimension& placed, const DimensionMarks& look) {
    const MarkTexts texts;
    texts.paint(painter, placed.wish.value, look.value, placed.value_at, placed.angle_deg, look.halo);
    texts.paint(painter, placed.wish.tag, look.tag, placed.tag_at, placed.angle_deg, look.halo);
}

}  // namespace app
