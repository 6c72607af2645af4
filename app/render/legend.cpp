#include "app/render/layer_painting.hpp"

#include <QPainter>

namespace app {
namespace {

constexpr double px_per_mm = 3.78;  // A key is seen on a screen.

void paint_heat_key(QPainter& painter, const Ramp& ramp, const MapStyle& style, const QRectF& box) {
    QLinearGradient gradient{box.topLeft(), box.topRight()};
    const double from = ramp.steps.front().first;
    for (int i = 0; i <= 8; ++i) gradient.setColorAt(i / 8.0, heat_colour(style, from + (1.0 - from) * i / 8.0));
    painter.fillRect(box, gradient);
}

QImage key_of(const MapStyle& style, const StyleLayer& layer, QSize size, double device_ratio) {
    QImage image{size * device_ratio, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(device_ratio);
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF{QPointF{}, QSizeF{size}}.adjusted(1.0, 1.0, -1.0, -1.0);
    if (layer.ramp) {
        paint_heat_key(painter, *layer.ramp, style, box);
        return image;
    }
    if (layer.type == LayerType::Symbol) {
        paint_marker(painter, *layer.marker, layer.paint, box.center(), px_per_mm);
        return image;
    }
    return image;
}

}  // namespace

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
        if (layer.group == *position && layer.legend) entries.push_back({*layer.legend, key_of(style, layer, size, device_ratio)});
    if (entries.empty()) entries.push_back({style.layers().groups[*position].title, legend_key(style, group, size, device_ratio)});
    return entries;
}

}  // namespace app
