#include "app/pages/map_outside.hpp"

#include "app/render/layer_painting.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace app {

void paint_outside(QPainter& painter, const SheetSource& source, const MapScene& scene, const QColor& veil) {
    const std::vector<geo::Compound> compounds = source.project->inputs.compounds();
    const auto compound = std::ranges::find(compounds, scene.compound, &geo::Compound::id);
    if (compound == compounds.end()) return;
    QPainterPath boundary;
    const auto add = [&](const geo::Ring& ring) {
        QPolygonF corners;
        for (const geo::Point& p : ring) corners.push_back(scene.to_screen(p));
        boundary.addPolygon(corners);
        boundary.closeSubpath();
    };
    for (const geo::Polygon& polygon : compound->boundary) {
        add(polygon.outer);
        for (const geo::Ring& hole : polygon.holes) add(hole);
    }
    QPainterPath outside = boundary;
    outside.setFillRule(Qt::OddEvenFill);
    outside.addRect(QRectF{QPointF{}, scene.size});
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawPath(outside);
    for (const StyleLayer& layer : source.map->style().layers().layers) {
        if (layer.source != MapSource{MapSource::Kind::Role, geo::Role::Compound} || layer.type != LayerType::Line) continue;
        painter.setPen(pen_of(layer.paint.stroke, layer.paint.stroke_mm, layer.paint.dash_mm, scene.px_per_mm));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(boundary);
    }
}

}  // namespace app
