#include "app/render/hatch_lines.hpp"
#include "app/render/layer_painting.hpp"
#include "app/render/map_text.hpp"

#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double dot_px = 2.0;     // Below this a thing is a dot.
constexpr double edge_px = 5.0;    // Below this it has no stroke, which would be all that is seen.
constexpr double far_px = 8000.0;  // Rings that reach further out of the picture are cut before they are painted.
constexpr double cut_margin_px = 200.0;
constexpr double crowd =
    3000.0;  // With more things than this in view, strokes on a screen are hairlines: a wide pen costs tenfold.

/// Polygons of a thing in pixels, each its outer ring and its holes.
class Rings {
public:
    /// Calls `f(std::span<const QPolygonF>)` for each polygon.
    template <typename F>
    void each(const LayerPainting& work, const Thing& thing, F&& f) {
        const auto parts = work.parts(thing);
        const QRectF box = work.screen.box(thing.box);
        const QRectF near = work.screen.view().adjusted(-cut_margin_px, -cut_margin_px, cut_margin_px, cut_margin_px);
        const bool is_far = std::max(std::max(-box.left(), -box.top()), std::max(box.right(), box.bottom())) > far_px;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].kind != Part::Kind::Outer) continue;
            std::size_t count = 0;
            add(work, parts[i], is_far ? &near : nullptr, count);
            const bool has_outer = count == 1;
            for (; i + 1 < parts.size() && parts[i + 1].kind == Part::Kind::Hole; ++i)
                add(work, parts[i + 1], is_far ? &near : nullptr, count);
            if (has_outer) f(std::span{m_rings}.first(count));
        }
    }

private:
    void add(const LayerPainting& work, const Part& part, const QRectF* near, std::size_t& count) {
        if (m_rings.size() <= count) m_rings.resize(count + 1);
        work.screen.transform(work.vertices(part), m_rings[count]);
        if (near) m_rings[count] = cut(m_rings[count], *near);
        if (m_rings[count].size() >= 3) ++count;
    }

    std::vector<QPolygonF> m_rings;
};

void paint_polygon(QPainter& painter, std::span<const QPolygonF> rings) {
    if (rings.size() == 1) {
        painter.drawPolygon(rings.front());
        return;
    }
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const QPolygonF& ring : rings) {
        path.addPolygon(ring);
        path.closeSubpath();
    }
    painter.drawPath(path);
}

/// `colour` as it looks on the ground, without transparency.
QColor on_ground(const QColor& colour, const QColor& ground) {
    const double a = colour.alphaF(), b = 1.0 - a;
    return QColor::fromRgbF(static_cast<float>(a * colour.redF() + b * ground.redF()),
                            static_cast<float>(a * colour.greenF() + b * ground.greenF()),
                            static_cast<float>(a * colour.blueF() + b * ground.blueF()));
}

/// Outline of a line as wide as the ground it covers; overlaps itself, so non-zero.
std::vector<QPolygonF> band(const QPolygonF& line, double width) {
    QPainterPath path;
    path.addPolygon(line);
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    const auto polygons = stroker.createStroke(path).toSubpathPolygons();
    return {polygons.begin(), polygons.end()};
}

template <typename F>
void each_line(const LayerPainting& work, const Thing& thing, F&& f) {
    QPolygonF line;
    for (const Part& part : work.parts(thing)) {
        if (part.kind != Part::Kind::Line) continue;
        work.screen.transform(work.vertices(part), line);
        if (line.size() >= 2) f(line);
    }
}

double band_px(const LayerPainting& work, const Thing& thing) {
    return 2.0 * thing.half_width_m * work.screen.px_per_m();
}

/// One hatch over all things of a layer, so that it is no denser where they overlap.
void hatch_together(const LayerPainting& work) {
    const Hatch& hatch = *work.paint.hatch;
    Rings rings;
    for (const double angle : hatch.angles_deg) {
        const HatchRaster raster{angle, work.screen.hatch_px(hatch.spacing_mm), work.screen.origin(),
                                 work.screen.view()};
        std::vector<HatchSpan> spans;
        const auto add = [&](std::span<const QPolygonF> area, bool is_nonzero) {
            const auto more = hatch_spans(area, raster, is_nonzero);
            spans.insert(spans.end(), more.begin(), more.end());
        };
        for (std::size_t i = 0; i < work.things.size(); ++i) {
            work.look_up(i);
            const Thing& thing = work.thing(i);
            rings.each(work, thing, [&](std::span<const QPolygonF> polygon) { add(polygon, false); });
            each_line(work, thing, [&](const QPolygonF& line) { add(band(line, band_px(work, thing)), true); });
        }
        const auto lines = hatch_lines(std::move(spans), raster);
        work.painter->setPen({hatch.colour, work.screen.hatch_px(hatch.line_mm), Qt::SolidLine, Qt::FlatCap});
        work.painter->drawLines(lines.data(), static_cast<int>(lines.size()));
    }
}

/// Areas and bands whose common ground shows no edges: all edges first, then all fills over them.
void paint_merged(const LayerPainting& work) {
    QPainter& painter = *work.painter;
    Rings rings;
    const QPen pen = work.pen();
    const MapStyle::Layers& style = work.data.style->layers();
    const QColor fill = on_ground(work.paint.fill, work.scene.is_dark ? style.dark_ground : style.ground);
    const double edge = pen.style() == Qt::NoPen ? 0.0 : 2.0 * pen.widthF();
    for (const bool is_edge : {true, false}) {
        if (is_edge && edge == 0.0) continue;
        const QColor colour = is_edge ? work.paint.stroke : fill;
        for (std::size_t i = 0; i < work.things.size(); ++i) {
            work.look_up(i);
            const Thing& thing = work.thing(i);
            painter.setPen(is_edge ? QPen{colour, edge, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin} : QPen{Qt::NoPen});
            painter.setBrush(is_edge ? QBrush{} : QBrush{colour});
            rings.each(work, thing, [&](std::span<const QPolygonF> polygon) { paint_polygon(painter, polygon); });
            painter.setPen({colour, std::max(band_px(work, thing), 0.5) + (is_edge ? edge : 0.0), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin});
            each_line(work, thing, [&](const QPolygonF& line) { painter.drawPolyline(line); });
        }
    }
    if (work.paint.hatch) hatch_together(work);
}

/// The letter that tells a line's kind, again and again along it.
void paint_letters(const LayerPainting& work) {
    const Marker& marker = *work.layer.marker;
    const MapStyle::Layers& style = work.data.style->layers();
    const MapText text{style, work.screen.text_px(marker.size_mm), true, work.scene.is_paper};
    const QString letter = QString::fromStdString(marker.text);
    const double every = work.screen.px(marker.every_mm);
    // Whole letters on paper, whose readers find what is cut away, too.
    const double reach = (work.scene.is_paper ? -1.0 : 1.0) * work.screen.text_px(marker.size_mm);
    const QRectF near = work.screen.view().adjusted(-reach, -reach, reach, reach);
    for (std::size_t i = 0; i < work.things.size(); ++i) {
        work.look_up(i);
        each_line(work, work.thing(i), [&](const QPolygonF& line) {
            double next = 0.5 * every;
            for (qsizetype v = 1; v < line.size(); ++v) {
                const QLineF edge{line[v - 1], line[v]};
                const double length = edge.length();
                for (; next < length; next += every)
                    if (const QPointF place = edge.pointAt(next / length); near.contains(place))
                        text.paint(*work.painter, letter, place, 0.0, work.paint.stroke,
                                   work.scene.is_dark ? style.dark_ground : style.ground);
                next -= length;
            }
        });
    }
}

}  // namespace

QPolygonF cut(const QPolygonF& ring, const QRectF& to) {
    QPolygonF in = ring, out;
    const auto side = [&](auto inside, auto crossing) {
        out.clear();
        for (qsizetype i = 0; i < in.size(); ++i) {
            const QPointF a = in[i], b = in[(i + 1) % in.size()];
            if (inside(a)) out.push_back(a);
            if (inside(a) != inside(b)) out.push_back(crossing(a, b));
        }
        in = out;
    };
    const auto at_x = [](double x) {
        return [x](QPointF a, QPointF b) {
            return QPointF{x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())};
        };
    };
    const auto at_y = [](double y) {
        return [y](QPointF a, QPointF b) {
            return QPointF{a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y};
        };
    };
    side([&](QPointF p) { return p.x() >= to.left(); }, at_x(to.left()));
    side([&](QPointF p) { return p.x() <= to.right(); }, at_x(to.right()));
    side([&](QPointF p) { return p.y() >= to.top(); }, at_y(to.top()));
    side([&](QPointF p) { return p.y() <= to.bottom(); }, at_y(to.bottom()));
    return in;
}

QPen pen_of(const QColor& colour, double stroke_mm, const std::vector<double>& dash_mm, double px_per_mm) {
    if (!colour.isValid() || stroke_mm <= 0.0) return Qt::NoPen;
    QPen pen{colour, stroke_mm * px_per_mm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin};
    QList<qreal> pattern;
    for (const double dash : dash_mm) pattern << dash / stroke_mm;
    if (!pattern.isEmpty()) pen.setDashPattern(pattern);
    return pen;
}

LayerPainting painting_of(const ShownScene& shown, const VisibleLayer& visible, QPainter* painter,
                          const geo::Progress& progress) {
    const StyleLayer& layer = shown.style.layers[visible.layer];
    return {painter,
            shown.scene,
            shown.screen,
            shown.data,
            layer,
            shown.scene.is_dark ? layer.dark : layer.paint,
            shown.things_in_view(visible.layer),
            visible.is_thin,
            progress};
}

QPen LayerPainting::pen() const {
    if (screen.denominator() > paint.stroke_to) return Qt::NoPen;
    const bool is_crowded = !scene.is_paper && static_cast<double>(things.size()) * scene.seen_share() > crowd;
    const double px_per_mm = screen.mark_px(1.0);
    double mm = is_thin ? std::min(paint.stroke_mm, data.style->layers().thin_stroke_mm) : paint.stroke_mm;
    if (is_crowded) mm = std::min(mm, 1.0 / px_per_mm);
    return pen_of(paint.stroke, mm, is_crowded ? std::vector<double>{} : paint.dash_mm, px_per_mm);
}

void LayerPainting::look_up(std::size_t i) const {
    if (i % 256 == 0)
        progress.at(static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(things.size(), 1)));
}

void paint_hatch(QPainter& painter, const Hatch& hatch, double px_per_mm, QPointF origin, const QRectF& view,
                 std::span<const QPolygonF> rings) {
    painter.setPen({hatch.colour, hatch.line_mm * px_per_mm, Qt::SolidLine, Qt::FlatCap});
    for (const double angle : hatch.angles_deg) {
        const HatchRaster raster{angle, hatch.spacing_mm * px_per_mm, origin, view};
        const auto lines = hatch_lines(hatch_spans(rings, raster), raster);
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
}

void paint_areas(const LayerPainting& work) {
    if (work.paint.merges && !work.is_thin) {
        paint_merged(work);
        return;
    }
    QPainter& painter = *work.painter;
    const QPen pen = work.pen();
    const QBrush brush = work.is_thin || !work.paint.fill.isValid() ? QBrush{} : QBrush{work.paint.fill};
    const QColor dot =
        brush.style() == Qt::NoBrush ? (pen.style() == Qt::NoPen ? QColor{} : pen.color()) : brush.color();
    const bool has_hatch = work.paint.hatch && !work.is_thin;
    Rings rings;
    bool had_stroke = true;
    painter.setPen(pen);
    painter.setBrush(brush);
    for (std::size_t i = 0; i < work.things.size(); ++i) {
        work.look_up(i);
        const Thing& thing = work.thing(i);
        const QRectF box = work.screen.box(thing.box);
        if (box.width() < dot_px && box.height() < dot_px) {
            if (dot.isValid())
                painter.fillRect(QRectF{box.center() - QPointF{0.5, 0.5},
                                        QSizeF{std::max(1.0, box.width()), std::max(1.0, box.height())}},
                                 dot);
            continue;
        }
        const bool has_stroke = brush.style() == Qt::NoBrush || box.width() >= edge_px || box.height() >= edge_px;
        if (has_stroke != had_stroke) painter.setPen(has_stroke ? pen : QPen{Qt::NoPen});
        had_stroke = has_stroke;
        rings.each(work, thing, [&](std::span<const QPolygonF> polygon) {
            if (!has_hatch || !has_stroke) {
                paint_polygon(painter, polygon);
                return;
            }
            // The edge lies over the hatch.
            painter.setPen(Qt::NoPen);
            painter.setBrush(brush);
            paint_polygon(painter, polygon);
            paint_hatch(painter, *work.paint.hatch, work.screen.hatch_px(1.0), work.screen.origin(), work.screen.view(),
                        polygon);
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            paint_polygon(painter, polygon);
            painter.setBrush(brush);
        });
        each_line(work, thing, [&](const QPolygonF& line) { painter.drawPolyline(line); });
    }
}

void paint_lines(const LayerPainting& work) {
    QPainter& painter = *work.painter;
    if (!work.paint.width_field.empty() && work.paint.fill.isValid() && !work.is_thin) {
        paint_merged(work);
        return;
    }
    Rings rings;
    painter.setPen(work.pen());
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < work.things.size(); ++i) {
        work.look_up(i);
        const Thing& thing = work.thing(i);
        rings.each(work, thing, [&](std::span<const QPolygonF> polygon) { paint_polygon(painter, polygon); });
        each_line(work, thing, [&](const QPolygonF& line) { painter.drawPolyline(line); });
    }
    if (work.layer.marker && !work.is_thin && !work.scene.is_draft) paint_letters(work);
}

}  // namespace app
