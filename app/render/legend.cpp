#include "app/render/layer_painting.hpp"
#include "app/render/map_text.hpp"

#include <QPainter>
#include <algorithm>
#include <numeric>

namespace app {
namespace {

constexpr double inset_px = 1.5;

/// Where a key is drawn: how long a millimetre and how dense a hatch is there.
struct KeyPlace {
    QPainter& painter;
    QRectF box;
    double px_per_mm;
    bool is_paper;
};

QPolygonF outline_of(const QRectF& box) {
    return {{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}};
}

void paint_ramp(QPainter& painter, const MapStyle& style, const Ramp& ramp, const QRectF& box) {
    QLinearGradient gradient{box.topLeft(), box.topRight()};
    const double from = ramp.steps.front().first;
    for (int i = 0; i <= 8; ++i) gradient.setColorAt(i / 8.0, heat_colour(style, from + (1.0 - from) * i / 8.0));
    painter.fillRect(box, gradient);
}

void paint_area(const KeyPlace& place, const MapStyle::Layers& style, const StyleLayer& layer) {
    const auto& [painter, box, px_per_mm, is_paper] = place;
    if (layer.legend_fill.isValid()) painter.fillRect(box, layer.legend_fill);
    if (layer.paint.fill.isValid()) painter.fillRect(box, layer.paint.fill);
    const QPolygonF outline = outline_of(box);
    if (layer.paint.hatch)
        paint_hatch(painter, *layer.paint.hatch, px_per_mm * (is_paper ? 1.0 : style.screen_hatch), box.topLeft(), box, {&outline, 1});
    painter.setPen(pen_of(layer.paint.stroke, layer.paint.stroke_mm, layer.paint.dash_mm, px_per_mm));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

/// A pattern too long for a key, so that it shows at least once and a half.
std::vector<double> shortened(std::vector<double> dash_mm, double length_mm) {
    const double period = std::accumulate(dash_mm.begin(), dash_mm.end(), 0.0);
    const double factor = period > 0.0 ? std::min(1.0, length_mm / (1.55 * period)) : 1.0;
    for (double& dash : dash_mm) dash *= factor;
    return dash_mm;
}

void paint_line(const KeyPlace& place, const StyleLayer& layer) {
    const auto& [painter, box, px_per_mm, is_paper] = place;
    const QLineF line{box.left(), box.center().y(), box.right(), box.center().y()};
    if (!layer.paint.width_field.empty() && layer.paint.fill.isValid()) {
        const double width = 0.5 * box.height();
        painter.setPen({layer.paint.stroke, width + 2.0 * std::max(is_paper ? 0.0 : 1.0, layer.paint.stroke_mm * px_per_mm),
                        Qt::SolidLine, Qt::FlatCap});
        painter.drawLine(line);
        painter.setPen({layer.paint.fill, width, Qt::SolidLine, Qt::FlatCap});
    } else {
        painter.setPen(pen_of(layer.paint.stroke, std::max(layer.paint.stroke_mm, 0.3),
                              shortened(layer.paint.dash_mm, box.width() / px_per_mm), px_per_mm));
    }
    painter.drawLine(line);
}

void paint_symbol(const KeyPlace& place, const MapStyle::Layers& style, const StyleLayer& layer) {
    const auto& [painter, box, px_per_mm, is_paper] = place;
    Marker marker = *layer.marker;
    const double most_mm = box.height() / px_per_mm - layer.paint.stroke_mm;
    if (marker.size_mm > most_mm) marker.height_mm *= most_mm / marker.size_mm, marker.size_mm = most_mm;
    paint_marker(painter, marker, layer.paint, box.center(), px_per_mm);
    const std::string& words = layer.legend_text.empty() ? marker.text : layer.legend_text;
    if (words.empty() || words.find('{') != std::string::npos) return;
    MapText{style, 0.62 * marker.size_mm * px_per_mm, true, is_paper}
        .paint(painter, QString::fromStdString(words), box.center(), 0.0, marker.glyph_colour, {});
}

void paint_key(const KeyPlace& place, const MapStyle& style, const StyleLayer& layer) {
    switch (layer.type) {
        case LayerType::Heatmap:
            paint_ramp(place.painter, style, *layer.ramp, place.box);
            break;
        case LayerType::Symbol:
            paint_symbol(place, style.layers(), layer);
            break;
        case LayerType::Line:
            paint_line(place, layer);
            break;
        case LayerType::Fill:
            paint_area(place, style.layers(), layer);
            break;
    }
}

QImage key_of(const MapStyle& style, const StyleLayer& layer, QSize size, double device_ratio) {
    QImage image{size * device_ratio, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(device_ratio);
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF{QPointF{}, QSizeF{size}}.adjusted(inset_px, inset_px, -inset_px, -inset_px);
    paint_key({painter, box, screen_px_per_mm, false}, style, layer);
    return image;
}

}  // namespace

void paint_legend_key(QPainter& painter, const MapStyle& style, std::size_t layer, const QRectF& box, double px_per_mm) {
    painter.save();
    paint_key({painter, box, px_per_mm, true}, style, style.layers().layers[layer]);
    painter.restore();
}

QImage legend_key(const MapStyle& style, const std::string& group, QSize size, double device_ratio) {
    const auto position = style.layers().group_named(group);
    if (!position) return {};
    return key_of(style, style.layers().layers[style.layers().group_key[*position]], size, device_ratio);
}

std::vector<LegendEntry> legend_of(const MapStyle& style, const std::string& group, QSize size, double device_ratio) {
    std::vector<LegendEntry> entries;
    const auto position = style.layers().group_named(group);
    if (!position) return entries;
    for (const StyleLayer& layer : style.layers().layers)
        if (layer.group == *position && layer.legend)
            entries.push_back({*layer.legend, key_of(style, layer, size, device_ratio)});
    if (entries.empty())
        entries.push_back({style.layers().groups[*position].title, legend_key(style, group, size, device_ratio)});
    return entries;
}

}  // namespace app
