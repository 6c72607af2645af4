#include "app/render/layer_painting.hpp"

#include <QPainter>
#include <QPainterPath>

namespace app {
namespace {

QPolygonF on_screen(const MapScene& scene, const std::vector<geo::Point>& places) {
    QPolygonF polygon;
    for (const geo::Point place : places) polygon.push_back(scene.to_screen(place));
    return polygon;
}

std::vector<QPolygonF> rings_of(const MapScene& scene, const geo::Polygon& area) {
    std::vector<QPolygonF> rings{on_screen(scene, area.outer)};
    for (const geo::Ring& hole : area.holes) rings.push_back(on_screen(scene, hole));
    return rings;
}

QPainterPath path_of(const MapScene& scene, const geo::Shape& shape, double ring_px) {
    QPainterPath path;
    for (const geo::Polygon& area : shape.areas)
        for (const QPolygonF& ring : rings_of(scene, area)) {
            path.addPolygon(ring);
            path.closeSubpath();
        }
    for (const geo::Line& line : shape.lines) path.addPolygon(on_screen(scene, line));
    for (const geo::Point place : shape.points) path.addEllipse(scene.to_screen(place), ring_px, ring_px);
    return path;
}

}  // namespace

void draw_mark(QPainter& painter, const MapScene& scene, const geo::Shape& shape, const MarkLook& look) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const double px = scene.px_per_mm;
    if (look.fill.isValid() || look.hatch) {
        const double hatch_px = px * (scene.data && !scene.is_paper ? scene.data->style().layers().screen_hatch : 1.0);
        for (const geo::Polygon& area : shape.areas) {
            const auto rings = rings_of(scene, area);
            QPainterPath path;
            for (const QPolygonF& ring : rings) path.addPolygon(ring);
            if (look.fill.isValid()) painter.fillPath(path, look.fill);
            if (look.hatch) paint_hatch(painter, *look.hatch, hatch_px, scene.to_screen({}), QRectF{QPointF{}, scene.size}, rings);
        }
    }
    const QPainterPath path = path_of(scene, shape, look.ring_mm * px);
    if (look.casing.isValid()) painter.strokePath(path, {look.casing, look.casing_mm * px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    if (look.stroke.isValid()) {
        QPen pen = pen_of(look.stroke, look.stroke_mm, look.dash_mm, px);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.strokePath(path, pen);
    }
    painter.restore();
}

}  // namespace app
