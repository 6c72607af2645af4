#include "app/pages/map_extents.hpp"

#include "app/pages/mark_texts.hpp"

#include <QPainter>
#include <algorithm>

namespace app {
namespace {

QPolygonF outline_of(const QRectF& box) { return {{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}}; }

/// Beside the box, corners first, the best first.
std::vector<QPointF> tag_corners(const QRectF& box, QSizeF tag) {
    const double left = box.left(), right = box.right() - tag.width(), above = box.top() - tag.height(), below = box.bottom();
    const double top = box.top(), bottom = box.bottom() - tag.height(), before = box.left() - tag.width(), behind = box.right();
    const double middle_x = box.center().x() - 0.5 * tag.width(), middle_y = box.center().y() - 0.5 * tag.height();
    return {{right, above}, {left, above}, {behind, top}, {before, top}, {right, below}, {left, below}, {behind, bottom}, {before, bottom},
            {middle_x, above}, {behind, middle_y}, {before, middle_y}, {middle_x, below}};
}

}  // namespace

std::vector<PlacedExtent> place_extents(const std::vector<MapExtent>& extents, const MapScene& scene, const ExtentMarks& look, const QRectF& inside, FreeSpace& taken) {
    const MarkTexts texts;
    std::vector<PlacedExtent> placed;
    for (const MapExtent& extent : extents)
        placed.push_back({{scene.to_screen({extent.box.min_x, extent.box.max_y}), scene.to_screen({extent.box.max_x, extent.box.min_y})}, extent.tag, {}});
    for (PlacedExtent& extent : placed) {
        const QSizeF size = texts.size(extent.text, look.text) + 2.0 * look.room_mm * page_units_per_mm;
        const auto is_in_other = [&](const QRectF& tag) {
            return std::ranges::any_of(placed, [&](const PlacedExtent& other) { return &other != &extent && other.box.intersects(tag); });
        };
        for (const bool avoids_others : {true, false}) {
            for (const QPointF& corner : tag_corners(extent.box, size)) {
                const QRectF tag{corner, size};
                if (!extent.tag.isNull() || !inside.contains(tag) || !taken.is_free(outline_of(tag)) || (avoids_others && is_in_other(tag))) continue;
                extent.tag = tag;
                taken.take(outline_of(tag));
            }
        }
    }
    return placed;
}

void paint_extents(QPainter& painter, const std::vector<PlacedExtent>& extents, const ExtentMarks& look) {
    const MarkTexts texts;
    const double line = page_px(look.line_mm);
    QPen dashed{look.colour, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin};
    QList<qreal> pattern;
    for (const double dash : look.dash_mm) pattern << dash / look.line_mm;
    dashed.setDashPattern(pattern);
    painter.setBrush(Qt::NoBrush);
    for (const PlacedExtent& extent : extents) {
        painter.setPen(dashed);
        painter.drawRect(extent.box);
    }
    for (const PlacedExtent& extent : extents) {
        if (extent.tag.isNull()) continue;
        painter.setPen({look.colour, line});
        painter.setBrush(look.fill);
        painter.drawRect(extent.tag);
        texts.paint(painter, extent.text, look.text, extent.tag.center());
    }
}

}  // namespace app
