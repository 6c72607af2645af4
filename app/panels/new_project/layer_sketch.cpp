#include "app/panels/new_project/layer_sketch.hpp"

#include "app/theme/theme.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

// The middle nine tenths of the vertices on each axis, and a little round them.
geo::Box middle_of(const geo::Shape& shape) {
    std::vector<double> x, y;
    geo::each_vertex(shape, [&](const geo::Point& p) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return;
        x.push_back(p.x);
        y.push_back(p.y);
    });
    if (x.empty()) return {};
    const auto range = [](std::vector<double>& v) {
        std::ranges::sort(v);
        const std::size_t trim = v.size() / 20;
        const double from = v[trim], to = v[v.size() - 1 - trim], width = to - from;
        return std::pair{std::max(v.front(), from - 0.25 * width), std::min(v.back(), to + 0.25 * width)};
    };
    const auto [x0, x1] = range(x);
    const auto [y0, y1] = range(y);
    return {x0, y0, x1, y1};
}

}  // namespace

LayerSketch::LayerSketch(QWidget* parent) : QWidget{parent} { setFixedSize(168, 120); }

void LayerSketch::show(geo::Shape shape) {
    m_box = middle_of(shape);
    m_shape = std::move(shape);
    update();
}

void LayerSketch::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour("divider"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (m_box.empty()) return;
    constexpr double margin = 8.0, least_deg = 1e-5;
    // A degree of longitude is shorter than one of latitude.
    const double squeeze = std::max(0.05, std::cos(m_box.centre().y * std::numbers::pi / 180.0));
    const double wide = std::max((m_box.max_x - m_box.min_x) * squeeze, least_deg), high = std::max(m_box.max_y - m_box.min_y, least_deg);
    const double scale = std::min((width() - 2 * margin) / wide, (height() - 2 * margin) / high);
    const geo::Point centre = m_box.centre();
    const auto place = [&](const geo::Point& p) {
        return QPointF{width() / 2.0 + (p.x - centre.x) * squeeze * scale, height() / 2.0 - (p.y - centre.y) * scale};
    };
    const auto placed = [&](const std::vector<geo::Point>& points) {
        QPolygonF result;
        for (const geo::Point& p : points)
            if (std::isfinite(p.x) && std::isfinite(p.y)) result << place(p);
        return result;
    };
    painter.setClipRect(rect().adjusted(2, 2, -2, -2));
    painter.setPen(QPen{colour("accent"), 1.0});
    painter.setBrush(colour("chosen_row"));
    for (const geo::Polygon& polygon : m_shape.areas) painter.drawPolygon(placed(polygon.outer));
    painter.setBrush(Qt::NoBrush);
    for (const geo::Line& line : m_shape.lines) painter.drawPolyline(placed(line));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour("accent"));
    for (const geo::Point& p : m_shape.points)
        if (std::isfinite(p.x) && std::isfinite(p.y)) painter.drawEllipse(place(p), 1.5, 1.5);
}

}  // namespace app
