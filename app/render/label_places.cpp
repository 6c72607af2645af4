#include "app/render/label_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace app {
namespace {

/// The longest of a thing's lines, in pixels, as far as it is in view.
QPolygonF longest_line(const LayerPainting& work, const Thing& thing) {
    QPolygonF best, line;
    double most = 0.0;
    const QRectF view = work.screen.view();
    const auto offer = [&](const QPolygonF& run) {
        if (const double length = length_of(run); length > most) most = length, best = run;
    };
    for (const Part& part : work.parts(thing)) {
        if (part.kind != Part::Kind::Line) continue;
        work.screen.transform(work.vertices(part), line);
        QPolygonF run;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const bool is_near = view.contains(line[i]) || (i + 1 < line.size() && view.contains(line[i + 1])) ||
                                 (i > 0 && view.contains(line[i - 1]));
            if (is_near) run.push_back(line[i]);
            if (!is_near || i + 1 == line.size()) offer(run), run.clear();
        }
    }
    return best;
}

/// Spots on a line where it runs straight for as long as the text is.
void add_along(const QPolygonF& line, QSizeF size, std::vector<LabelSpot>& spots) {
    const double length = length_of(line);
    if (length < 1.15 * size.width()) return;
    for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const double middle = std::clamp(share * length, 0.55 * size.width(), length - 0.55 * size.width());
        const QLineF chord{place_along(line, middle - 0.5 * size.width()),
                           place_along(line, middle + 0.5 * size.width())};
        if (chord.length() < 0.985 * size.width()) continue;
        double angle = -chord.angle();
        while (angle <= -90.0) angle += 180.0;
        while (angle > 90.0) angle -= 180.0;
        spots.push_back({chord.center(), angle});
    }
}

/// The largest outer ring in pixels, as far as it is in view.
QPolygonF main_ring(const LayerPainting& work, const Thing& thing) {
    QPolygonF best, ring;
    double most = 0.0;
    for (const Part& part : work.parts(thing)) {
        if (part.kind != Part::Kind::Outer) continue;
        work.screen.transform(work.vertices(part), ring);
        if (!work.screen.view().contains(ring.boundingRect())) ring = cut(ring, work.screen.view());
        if (ring.size() < 3) continue;
        const QRectF box = ring.boundingRect();
        if (box.width() * box.height() > most) most = box.width() * box.height(), best = ring;
    }
    return best;
}

/// A label much longer than its thing would seem to belong to the neighbours.
bool is_fit(const Label& label, const QRectF& box, QSizeF size) {
    if (label.priority == LabelPriority::Compound) return std::max(box.width(), box.height()) > size.width();
    return box.width() + box.height() > 0.7 * size.width();
}

void add_inside(const QPolygonF& ring, const Label& label, QSizeF size, std::vector<LabelSpot>& spots) {
    if (ring.size() < 3) return;
    const QPointF middle = place_inside(ring);
    spots.push_back({middle});
    for (const double shift : {-1.1, 1.1}) spots.push_back({middle + QPointF{0.0, shift * size.height()}});
    if (label.priority != LabelPriority::Compound) return;
    // Much room, much in it: anywhere inside is better than nowhere.
    const QRectF box = ring.boundingRect();
    for (const double y : {0.5, 0.3, 0.7, 0.1, 0.9})
        for (const double x : {0.5, 0.25, 0.75}) {
            const QPointF place{box.left() + x * box.width(), box.top() + y * box.height()};
            if (ring.containsPoint(place, Qt::OddEvenFill)) spots.push_back({place});
        }
}

void add_beside(QPointF place, double marker_px, QSizeF size, std::vector<LabelSpot>& spots) {
    const double gap = 0.5 * marker_px + 0.25 * size.height();
    const double dx = gap + 0.5 * size.width(), dy = gap + 0.5 * size.height();
    for (const QPointF& by : {QPointF{dx, 0.0}, QPointF{-dx, 0.0}, QPointF{0.0, -dy}, QPointF{0.0, dy}})
        spots.push_back({place + by});
}

}  // namespace

std::vector<LabelSpot> label_spots(const LayerPainting& work, const Thing& thing, const Label& label, QSizeF size) {
    std::vector<LabelSpot> spots;
    const QRectF box = work.screen.box(thing.box);
    switch (label.place) {
        case LabelPlace::Along:
            if (const QPolygonF line = longest_line(work, thing); line.size() >= 2)
                add_along(line, size, spots);
            else if (box.width() + box.height() > size.width())
                add_inside(main_ring(work, thing), label, size, spots);
            break;
        case LabelPlace::Beside:
            add_beside(anchor_of(work, thing),
                       work.layer.marker ? work.screen.mark_px(work.layer.marker->size_mm) : 0.0, size, spots);
            break;
        case LabelPlace::Inside:
            if (is_fit(label, box, size)) add_inside(main_ring(work, thing), label, size, spots);
            break;
    }
    return spots;
}

std::vector<QPointF> disc_spots(const QRectF& site, QSizeF disc, double px_per_mm) {
    constexpr std::array<double, 16> angles{180, 0, 90, 270, 135, 45, 225, 315, 160, 20, 110, 70, 200, 340, 250, 290};
    std::vector<QPointF> spots;
    for (const double gap_mm : {1.6, 3.2, 5.5, 8.5})
        for (const double angle_deg : angles) {
            const double angle = angle_deg * std::numbers::pi / 180.0, dx = std::cos(angle), dy = -std::sin(angle);
            // Where the way out of the middle leaves the site's box grown by the disc.
            const double half_w = 0.5 * (site.width() + disc.width()) + gap_mm * px_per_mm,
                         half_h = 0.5 * (site.height() + disc.height()) + gap_mm * px_per_mm;
            const double reach = std::min(std::abs(dx) < 1e-9 ? 1e9 : half_w / std::abs(dx),
                                          std::abs(dy) < 1e-9 ? 1e9 : half_h / std::abs(dy));
            spots.push_back(site.center() + reach * QPointF{dx, dy});
        }
    return spots;
}

}  // namespace app
