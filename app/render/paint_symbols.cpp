#include "app/render/layer_painting.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

QPainterPath outline_of(const Marker& marker, double px_per_mm) {
    const double r = 0.5 * marker.size_mm * px_per_mm, h = 0.5 * marker.height_mm * px_per_mm;
    QPainterPath path;
    switch (marker.shape) {
        case MarkerShape::Triangle:
            path.addPolygon(QPolygonF{{{0.0, -r}, {r, 0.8 * r}, {-r, 0.8 * r}}});
            break;
        case MarkerShape::Square:
            path.addRect(-r, -r, 2.0 * r, 2.0 * r);
            break;
        case MarkerShape::Diamond:
            path.addPolygon(QPolygonF{{{0.0, -r}, {r, 0.0}, {0.0, r}, {-r, 0.0}}});
            break;
        case MarkerShape::Box:
            path.addRect(-r, -h, 2.0 * r, 2.0 * h);
            break;
        default:
            path.addEllipse(QPointF{}, r, r);
            break;
    }
    path.closeSubpath();
    return path;
}

/// What stands inside of a marker, about its middle. @param r  half the marker's size
QPainterPath path_of(Glyph glyph, double r, double glyph_px) {
    QPainterPath path;
    switch (glyph) {
        case Glyph::Bang:
            path.addRect(-0.1 * r, -0.3 * r, 0.2 * r, 0.6 * r);
            path.addRect(-0.1 * r, 0.42 * r, 0.2 * r, 0.2 * r);
            break;
        case Glyph::Bolt:
            path.addPolygon(QPolygonF{{{0.15 * r, -0.75 * r},
                                       {-0.5 * r, 0.12 * r},
                                       {-0.06 * r, 0.12 * r},
                                       {-0.15 * r, 0.75 * r},
                                       {0.5 * r, -0.14 * r},
                                       {0.06 * r, -0.14 * r}}});
            path.closeSubpath();
            break;
        case Glyph::Flame:
            path.moveTo(0.05 * r, -0.75 * r);
            path.cubicTo(0.1 * r, -0.3 * r, 0.6 * r, -0.1 * r, 0.5 * r, 0.35 * r);
            path.cubicTo(0.4 * r, 0.8 * r, -0.4 * r, 0.8 * r, -0.5 * r, 0.35 * r);
            path.cubicTo(-0.58 * r, 0.0, -0.3 * r, -0.1 * r, -0.25 * r, -0.35 * r);
            path.cubicTo(-0.1 * r, -0.2 * r, -0.1 * r, -0.5 * r, 0.05 * r, -0.75 * r);
            path.closeSubpath();
            break;
        case Glyph::Arrow:
            path.addRect(-0.55 * r, -0.07 * r, 0.65 * r, 0.14 * r);
            path.addPolygon(QPolygonF{{{0.05 * r, -0.3 * r}, {0.6 * r, 0.0}, {0.05 * r, 0.3 * r}}});
            path.closeSubpath();
            break;
        case Glyph::Dot:
            path.addEllipse(QPointF{}, 0.5 * glyph_px, 0.5 * glyph_px);
            break;
        case Glyph::None:
            break;
    }
    return path;
}

/// The part of a thing with the largest extent, which carries its marker.
const Part* main_part(const LayerPainting& work, const Thing& thing) {
    const Part* best = nullptr;
    double most = -1.0;
    for (const Part& part : work.parts(thing)) {
        if (part.kind == Part::Kind::Hole) continue;
        geo::Box box;
        for (const QPointF& p : work.vertices(part)) box.add(geo::Point{p.x(), p.y()});
        const double size = (box.max_x - box.min_x) + (box.max_y - box.min_y);
        if (size > most) most = size, best = &part;
    }
    return best;
}

}  // namespace

double length_of(const QPolygonF& line) {
    double length = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) length += QLineF{line[i - 1], line[i]}.length();
    return length;
}

QPointF place_along(const QPolygonF& line, double distance) {
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF edge{line[i - 1], line[i]};
        const double length = edge.length();
        if (length > 0.0 && distance <= length) return edge.pointAt(distance / length);
        distance -= length;
    }
    return line.back();
}

QPointF place_inside(const QPolygonF& ring) {
    double twice = 0.0, x = 0.0, y = 0.0;
    const QPointF o = ring.front();
    for (qsizetype i = 1; i + 1 < ring.size(); ++i) {
        const QPointF a = ring[i] - o, b = ring[i + 1] - o;
        const double cross = a.x() * b.y() - b.x() * a.y();
        twice += cross, x += cross * (a.x() + b.x()), y += cross * (a.y() + b.y());
    }
    const QPointF centre = twice == 0.0 ? ring.boundingRect().center() : o + QPointF{x, y} / (3.0 * twice);
    if (ring.containsPoint(centre, Qt::OddEvenFill)) return centre;
    std::vector<double> crossings;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i], b = ring[(i + 1) % ring.size()];
        if ((a.y() > centre.y()) != (b.y() > centre.y()))
            crossings.push_back(a.x() + (b.x() - a.x()) * (centre.y() - a.y()) / (b.y() - a.y()));
    }
    std::ranges::sort(crossings);
    QPointF best = o;
    double widest = -1.0;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        if (crossings[i + 1] - crossings[i] > widest) {
            widest = crossings[i + 1] - crossings[i];
            best = {0.5 * (crossings[i] + crossings[i + 1]), centre.y()};
        }
    return best;
}

QPointF anchor_of(const LayerPainting& work, const Thing& thing) {
    const Part* part = main_part(work, thing);
    if (!part) return work.screen.box(thing.box).center();
    QPolygonF vertices;
    for (const QPointF& p : work.vertices(*part)) vertices.push_back(work.screen.at(p));
    if (part->kind == Part::Kind::Point) return vertices.front();
    return part->kind == Part::Kind::Line ? place_along(vertices, 0.5 * length_of(vertices)) : place_inside(vertices);
}

void paint_marker(QPainter& painter, const Marker& marker, const Paint& paint, QPointF place, double px_per_mm) {
    painter.setPen(pen_of(paint.stroke, paint.stroke_mm, paint.dash_mm, px_per_mm));
    painter.setBrush(paint.fill.isValid() ? QBrush{paint.fill} : QBrush{});
    painter.drawPath(outline_of(marker, px_per_mm).translated(place));
    if (marker.glyph == Glyph::None) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(marker.glyph_colour);
    painter.drawPath(
        path_of(marker.glyph, 0.5 * marker.size_mm * px_per_mm, marker.glyph_mm * px_per_mm).translated(place));
}

void paint_symbols(const LayerPainting& work) {
    const Marker& marker = *work.layer.marker;
    if (stands_with_site(marker.shape)) return;
    const double dot = work.screen.mark_px(work.data.style->layers().thin_dot_mm);
    const QColor dot_colour =
        work.paint.stroke.isValid() && work.paint.stroke != QColor{Qt::white} ? work.paint.stroke : work.paint.fill;
    const auto paint_at = [&](QPointF place) {
        if (!work.is_thin) {
            paint_marker(*work.painter, marker, work.paint, place, work.screen.mark_px(1.0));
            return;
        }
        work.painter->setPen(Qt::NoPen);
        work.painter->setBrush(dot_colour);
        work.painter->drawEllipse(place, 0.5 * dot, 0.5 * dot);
    };
    for (std::size_t i = 0; i < work.things.size(); ++i) {
        work.look_up(i);
        const Thing& thing = work.thing(i);
        bool has_points = false;
        for (const Part& part : work.parts(thing)) {
            if (part.kind != Part::Kind::Point) continue;
            has_points = true;
            paint_at(work.screen.at(work.vertices(part).front()));
        }
        if (!has_points) paint_at(anchor_of(work, thing));
    }
}

}  // namespace app
