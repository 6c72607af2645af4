#include "app/render/legend.hpp"

#include "app/render/layer_painting.hpp"
#include "app/render/map_text.hpp"

#include <QPainter>
#include <algorithm>
#include <numeric>

namespace app {
namespace {

constexpr double inset_px = 1.5;

/// Where a key is seen.
struct Medium {
    double px_per_mm = screen_px_per_mm;
    bool is_paper = false;
};

QPolygonF outline_of(const QRectF& box) {
    return {{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}};
}

void paint_ramp(QPainter& painter, const MapStyle& style, const Ramp& ramp, const QRectF& box, const Medium& medium) {
    if (medium.is_paper) {
        const std::vector<HeatBand> bands = heat_bands(style);
        const double width = box.width() / static_cast<double>(bands.size());
        for (std::size_t i = 0; i < bands.size(); ++i)
            painter.fillRect(QRectF{box.left() + static_cast<double>(i) * width, box.top(), width, box.height()}, bands[i].colour);
        return;
    }
    QLinearGradient gradient{box.topLeft(), box.topRight()};
    const double from = ramp.steps.front().first;
    for (int i = 0; i <= 8; ++i) gradient.setColorAt(i / 8.0, heat_colour(style, from + (1.0 - from) * i / 8.0));
    painter.fillRect(box, gradient);
}

void paint_area(QPainter& painter, const MapStyle::Layers& style, const StyleLayer& layer, const QRectF& box, const Medium& medium) {
    if (layer.legend_fill.isValid()) painter.fillRect(box, layer.legend_fill);
    if (layer.paint.fill.isValid()) painter.fillRect(box, layer.paint.fill);
    const QPolygonF outline = outline_of(box);
    if (layer.paint.hatch)
        paint_hatch(painter, *layer.paint.hatch, medium.px_per_mm * (medium.is_paper ? 1.0 : style.screen_hatch), box.topLeft(), box, {&outline, 1});
    painter.setPen(pen_of(layer.paint.stroke, layer.paint.stroke_mm, layer.paint.dash_mm, medium.px_per_mm));
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

void paint_line(QPainter& painter, const StyleLayer& layer, const QRectF& box, const Medium& medium) {
    const QLineF line{box.left(), box.center().y(), box.right(), box.center().y()};
    if (!layer.paint.width_field.empty() && layer.paint.fill.isValid()) {
        const double width = 0.5 * box.height();
        const double edge = layer.paint.stroke_mm * medium.px_per_mm;
        painter.setPen({layer.paint.stroke, width + 2.0 * (medium.is_paper ? edge : std::max(1.0, edge)), Qt::SolidLine, Qt::FlatCap});
        painter.drawLine(line);
        painter.setPen({layer.paint.fill, width, Qt::SolidLine, Qt::FlatCap});
    } else {
        painter.setPen(pen_of(layer.paint.stroke, medium.is_paper ? layer.paint.stroke_mm : std::max(layer.paint.stroke_mm, 0.3),
                              shortened(layer.paint.dash_mm, box.width() / medium.px_per_mm), medium.px_per_mm));
    }
    painter.drawLine(line);
}

void paint_symbol(QPainter& painter, const MapStyle::Layers& style, const StyleLayer& layer, const QRectF& box, const Medium& medium) {
    Marker marker = *layer.marker;
    const double most_mm = box.height() / medium.px_per_mm - layer.paint.stroke_mm;
    if (marker.size_mm > most_mm) marker.height_mm *= most_mm / marker.size_mm, marker.size_mm = most_mm;
    paint_marker(painter, marker, layer.paint, box.center(), medium.px_per_mm);
    const std::string& words = layer.legend_text.empty() ? marker.text : layer.legend_text;
    if (words.empty() || words.find('{') != std::string::npos) return;
    MapText{style, 0.62 * marker.size_mm * medium.px_per_mm, true, medium.is_paper}.paint(painter, QString::fromStdString(words),
                                                                         box.center(), 0.0, marker.glyph_colour, {});
}

void paint_key(QPainter& painter, const MapStyle& style, const StyleLayer& layer, const QRectF& box, const Medium& medium) {
    switch (layer.type) {
        case LayerType::Heatmap:
            paint_ramp(painter, style, *layer.ramp, box, medium);
            break;
        case LayerType::Symbol:
            paint_symbol(painter, style.layers(), layer, box, medium);
            break;
        case LayerType::Line:
            paint_line(painter, layer, box, medium);
            break;
        case LayerType::Fill:
            paint_area(painter, style.layers(), layer, box, medium);
            break;
    }
}

QImage key_of(const MapStyle& style, const StyleLayer& layer, QSize size, double device_ratio) {
    QImage image{size * device_ratio, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(device_ratio);
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    paint_key(painter, style, layer, QRectF{QPointF{}, QSizeF{size}}.adjusted(inset_px, inset_px, -inset_px, -inset_px), {});
    return image;
}

/// Layers of a group that shows, as a legend lists them.
class GroupLines {
   public:
    GroupLines(const MapStyle::Layers& style, std::size_t group, const std::vector<std::string>& shown) : m_style{style}, m_group{group}, m_shown{shown} {}

    std::vector<LegendLine> lines() {
        bool has_classes = false;
        for (const StyleLayer& layer : m_style.layers) has_classes |= layer.group == m_group && layer.legend;
        if (!has_classes) return {{m_style.groups[m_group].title, m_style.layers[m_style.group_key[m_group]].id}};
        for (const StyleLayer& layer : m_style.layers) {
            if (layer.group != m_group || std::ranges::find(m_shown, layer.id) == m_shown.end()) continue;
            for (const std::string& id : layer.explained_by) {
                const StyleLayer& other = *std::ranges::find(m_style.layers, id, &StyleLayer::id);
                // A dot is no likeness of the area that it stands for.
                add(other, layer.type == LayerType::Symbol ? layer : other);
            }
            if (layer.legend) add(layer, layer);
        }
        std::ranges::stable_sort(m_lines, {}, &Found::place);
        std::vector<LegendLine> lines;
        for (Found& found : m_lines) lines.push_back(std::move(found.line));
        return lines;
    }

   private:
    struct Found {
        LegendLine line;
        std::ptrdiff_t place;  ///< in the style, of the layer that has the title
    };

    void add(const StyleLayer& titled, const StyleLayer& key) {
        const std::ptrdiff_t place = &titled - m_style.layers.data();
        if (std::ranges::find(m_lines, place, &Found::place) == m_lines.end())
            m_lines.push_back({{titled.legend_alone.value_or(*titled.legend), key.id}, place});
    }

    const MapStyle::Layers& m_style;
    std::size_t m_group;
    const std::vector<std::string>& m_shown;
    std::vector<Found> m_lines;
};

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
        if (layer.group == *position && layer.legend)
            entries.push_back({*layer.legend, key_of(style, layer, size, device_ratio)});
    if (entries.empty())
        entries.push_back({style.layers().groups[*position].title, legend_key(style, group, size, device_ratio)});
    return entries;
}

std::vector<LegendLine> legend_lines(const MapStyle& style, const std::vector<std::string>& layers) {
    const MapStyle::Layers& all = style.layers();
    std::vector<LegendLine> lines;
    for (std::size_t g = all.groups.size(); g-- > 0;) {
        const auto shows = [&](const StyleLayer& layer) { return layer.group == g && std::ranges::find(layers, layer.id) != layers.end(); };
        if (std::ranges::none_of(all.layers, shows)) continue;
        for (LegendLine& line : GroupLines{all, g, layers}.lines()) lines.push_back(std::move(line));
    }
    return lines;
}

void paint_legend_key(QPainter& painter, const QRectF& box, const MapStyle& style, const std::string& layer, double px_per_mm) {
    const auto looks = std::ranges::find(style.layers().layers, layer, &StyleLayer::id);
    if (looks == style.layers().layers.end()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paint_key(painter, style, *looks, box, {px_per_mm, true});
    painter.restore();
}

}  // namespace app
