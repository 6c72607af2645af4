#include "app/canvas/overlays.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double tag_gap_px = 10.0, tag_padding_px = 6.0, tag_corner_px = 3.0, view_edge_px = 4.0;

/// Liang–Barsky: the share of a segment from which, and to which, it is within the box.
std::optional<std::pair<double, double>> share_within(geo::Point a, geo::Point b, const geo::Box& box) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double p[] = {-dx, dx, -dy, dy};
    const double q[] = {a.x - box.min_x, box.max_x - a.x, a.y - box.min_y, box.max_y - a.y};
    double from = 0.0, to = 1.0;
    for (int side = 0; side < 4; ++side) {
        if (p[side] == 0.0) {
            if (q[side] < 0.0) return std::nullopt;
            continue;
        }
        const double t = q[side] / p[side];
        (p[side] < 0.0 ? from : to) = p[side] < 0.0 ? std::max(from, t) : std::min(to, t);
    }
    if (from > to) return std::nullopt;
    return std::pair{from, to};
}

void draw_polylines(QPainter& painter, const std::vector<QPolygonF>& lines, const Stroke& stroke) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{stroke.colour, stroke.width_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    for (const QPolygonF& line : lines) painter.drawPolyline(line);
}

void add_to_screen(std::vector<QPolygonF>& out, const Viewport& view, const geo::Line& line) {
    constexpr double room_px = 64.0;
    const geo::Box box = view.extent().grown(room_px * view.camera.metres_per_px);
    for (const geo::Line& part : parts_within(line, box)) {
        QPolygonF polyline;
        for (const geo::Point& place : part) polyline << view.to_screen(place);
        out.push_back(std::move(polyline));
    }
}

geo::Line closed(geo::Ring ring) {
    if (!ring.empty()) ring.push_back(ring.front());
    return ring;
}

void draw_selected(QPainter& painter, const Viewport& view, const geo::Shape& shape, const OverlayStyle& style) {
    std::vector<QPolygonF> lines;
    for (const geo::Polygon& area : shape.areas) {
        add_to_screen(lines, view, closed(area.outer));
        for (const geo::Ring& hole : area.holes) add_to_screen(lines, view, closed(hole));
    }
    for (const geo::Line& line : shape.lines) add_to_screen(lines, view, line);
    draw_polylines(painter, lines, {style.halo, style.selection_halo_px});
    draw_polylines(painter, lines, {style.accent, style.selection_px});
    const double radius = 1.8 * style.dot_px;  // A point's own marker stays to be seen inside.
    for (const geo::Point& point : shape.points)
        for (const Stroke& stroke : {Stroke{style.halo, style.selection_halo_px}, Stroke{style.accent, style.selection_px}}) {
            painter.setPen(QPen{stroke.colour, stroke.width_px});
            painter.drawEllipse(view.to_screen(point), radius, radius);
        }
}

/// A cross whose middle is free, so that what stands at the place is seen.
void draw_place(QPainter& painter, const Viewport& view, geo::Point place, const OverlayStyle& style) {
    const QPointF at = view.to_screen(place);
    const double inner = 0.6 * style.dot_px, outer = 1.6 * style.dot_px;
    std::vector<QPolygonF> arms;
    for (const QPointF& way : {QPointF{1, 0}, QPointF{0, 1}, QPointF{-1, 0}, QPointF{0, -1}})
        arms.push_back(QPolygonF{} << at + way * inner << at + way * outer);
    draw_polylines(painter, arms, {style.halo, style.selection_halo_px});
    draw_polylines(painter, arms, {style.accent, style.selection_px});
}

}  // namespace

std::vector<geo::Line> parts_within(const geo::Line& line, const geo::Box& box) {
    std::vector<geo::Line> parts;
    bool goes_on = false;  ///< the last part ends at the vertex that the next segment begins with
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::Point a = line[i - 1], b = line[i];
        const auto share = share_within(a, b, box);
        if (!share) {
            goes_on = false;
            continue;
        }
        const auto at = [&](double t) { return geo::Point{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}; };
        if (!goes_on || share->first > 0.0) parts.push_back({at(share->first)});
        parts.back().push_back(share->second < 1.0 ? at(share->second) : b);
        goes_on = share->second >= 1.0;
    }
    return parts;
}

void draw_line(QPainter& painter, const Viewport& view, const geo::Line& line, const Stroke& halo, const Stroke& stroke) {
    std::vector<QPolygonF> lines;
    add_to_screen(lines, view, line);
    draw_polylines(painter, lines, halo);
    draw_polylines(painter, lines, stroke);
}

void draw_dot(QPainter& painter, QPointF at, const OverlayStyle& style) {
    painter.setPen(QPen{style.accent, style.mark_px});
    painter.setBrush(style.halo);
    painter.drawEllipse(at, 0.5 * style.dot_px, 0.5 * style.dot_px);
}

QPointF along(QPointF from, QPointF to) {
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    return length > 0.0 ? way / length : QPointF{1.0, 0.0};
}

QPointF beside(QPointF from, QPointF to) {
    const QPointF way = along(from, to), square{-way.y(), way.x()};
    constexpr double level = 1e-6;
    return square.x() < -level || (square.x() < level && square.y() > 0.0) ? -square : square;
}

QRectF tag_place(QPointF at, QPointF away, QSizeF tag, QSizeF view, const std::vector<QRectF>& taken) {
    const double to_middle = tag_gap_px + 0.5 * (std::abs(away.x()) * tag.width() + std::abs(away.y()) * tag.height());
    QRectF place{QPointF{}, tag};
    place.moveCenter(at + away * to_middle);
    const QRectF inside = QRectF{{}, view}.adjusted(view_edge_px, view_edge_px, -view_edge_px, -view_edge_px);
    if (!inside.contains(place)) {
        place.moveCenter(at - away * to_middle);
        if (!inside.contains(place)) place.moveCenter(at + away * to_middle);
    }
    place.moveLeft(std::clamp(place.left(), view_edge_px, std::max(view_edge_px, view.width() - view_edge_px - tag.width())));
    const double lowest = std::max(view_edge_px, view.height() - view_edge_px - tag.height());
    place.moveTop(std::clamp(place.top(), view_edge_px, lowest));
    // Down past those taken; at the view's foot they may cover one another, which is better than standing outside.
    for (bool is_free = false; !is_free;) {
        is_free = true;
        for (const QRectF& other : taken) {
            const double below = other.bottom() + 2.0;
            if (!place.intersects(other) || below > lowest) continue;
            place.moveTop(below);
            is_free = false;
        }
    }
    return place;
}

QRectF draw_tag(QPainter& painter, const Viewport& view, QPointF at, QPointF away, const QString& text, const OverlayStyle& style,
                const std::vector<QRectF>& taken) {
    painter.setFont(font_of(painter, style.text_px, true));
    const QFontMetricsF metrics{painter.font()};
    const QSizeF size{std::ceil(metrics.horizontalAdvance(text)) + 2.0 * tag_padding_px, std::ceil(metrics.height()) + 4.0};
    const QRectF place = tag_place(at, away, size, view.size, taken);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.accent);
    painter.drawRoundedRect(place, tag_corner_px, tag_corner_px);
    painter.setPen(style.on_accent);
    painter.drawText(place, Qt::AlignCenter, text);
    return place;
}

void draw_cross(QPainter& painter, QPointF at, const OverlayStyle& style) {
    constexpr double arm_px = 9.0;
    const QLineF arms[] = {{at - QPointF{arm_px, 0.0}, at + QPointF{arm_px, 0.0}}, {at - QPointF{0.0, arm_px}, at + QPointF{0.0, arm_px}}};
    for (const QPen& pen : {QPen{style.halo, style.mark_px + 2.0, Qt::SolidLine, Qt::RoundCap}, QPen{style.ink, style.mark_px, Qt::SolidLine, Qt::FlatCap}}) {
        painter.setPen(pen);
        painter.drawLines(arms, 2);
    }
}

void draw_marks(QPainter& painter, const Viewport& view, const Marks& marks, const OverlayStyle& style) {
    if (marks.selected) draw_selected(painter, view, *marks.selected, style);
    if (marks.place) draw_place(painter, view, *marks.place, style);
    for (const MarkLine& mark : marks.lines) {
        const double width = mark.is_kept ? style.kept_mark_px : style.mark_px;
        draw_line(painter, view, {mark.from, mark.to}, {style.halo, width + 2.0}, {style.accent, width});
        for (const geo::Point& end : {mark.from, mark.to})
            if (view.extent().meets({end.x, end.y, end.x, end.y})) draw_dot(painter, view.to_screen(end), style);
    }
    std::vector<QRectF> tags;
    for (const MarkLine& mark : marks.lines) {
        // Beside the middle of what is seen of it; unseen lines say nothing.
        const auto seen = parts_within({mark.from, mark.to}, view.extent());
        if (seen.empty() || mark.text.isEmpty()) continue;
        const QPointF from = view.to_screen(seen.front().front()), to = view.to_screen(seen.front().back());
        tags.push_back(draw_tag(painter, view, 0.5 * (from + to), beside(from, to), mark.text, style, tags));
    }
    if (marks.cross) draw_cross(painter, view.to_screen(*marks.cross), style);
}

int decimals_of(double step) { return std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 6); }

QFont font_of(const QPainter& painter, int px, bool is_bold) {
    QFont font = painter.font();
    font.setPixelSize(px);
    font.setBold(is_bold);
    return font;
}

}  // namespace app
