#include "app/canvas/heat_legend.hpp"

#include "app/canvas/overlays.hpp"
#include "app/render/map_scene.hpp"
#include "app/theme/language.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double padding_px = 12.0, gap_px = 6.0, ramp_height_px = 12.0, ramp_width_px = 180.0, from_corner_px = 12.0, corner_px = 6.0;

}  // namespace

std::vector<double> ramp_numbers(double maximum) {
    constexpr double most_steps = 5.0;
    const double power = std::pow(10.0, std::floor(std::log10(maximum / most_steps)));
    double step = power;
    for (const double round : {1.0, 2.0, 5.0, 10.0}) {
        step = round * power;
        if (maximum / step <= most_steps + 1e-9) break;
    }
    std::vector<double> numbers;
    for (int i = 0; i * step <= maximum * (1.0 + 1e-6); ++i) numbers.push_back(i * step);
    return numbers;
}

QString HeatLegend::kernelText(const geo::HeatSettings& settings) {
    const QString kernel = [&] {
        switch (settings.kernel) {
            case geo::Kernel::Quartic: return tr("Quartic kernel");
            case geo::Kernel::Epanechnikov: return tr("Epanechnikov kernel");
            case geo::Kernel::Uniform: return tr("Uniform kernel");
            case geo::Kernel::Triangular: return tr("Triangular kernel");
            case geo::Kernel::Gaussian: return tr("Gaussian kernel");
        }
        return QString{};
    }();
    const double metres = settings.bandwidth_m;
    const bool is_whole = std::abs(metres - std::round(metres)) < 0.05;
    return tr("%1 · bandwidth %2 m").arg(kernel, number(metres, is_whole ? 0 : 1));
}

QRectF HeatLegend::draw(QPainter& painter, QSizeF view, const geo::Heat& heat, const MapStyle& map_style, const OverlayStyle& style) {
    const double maximum = heat.maximum;
    if (!(maximum > 0.0) || !std::isfinite(maximum)) return {};
    const QFont title_font = font_of(painter, style.small_text_px, true), font = font_of(painter, style.small_text_px);
    const QFontMetricsF title_metrics{title_font}, metrics{font};
    const QString title = tr("Hazard density"), unit = tr("reports/ha"), kernel = kernelText(heat.settings);

    const double title_width = title_metrics.horizontalAdvance(title) + 2.0 * padding_px + metrics.horizontalAdvance(unit);
    const double width = std::ceil(std::max({ramp_width_px, title_width, metrics.horizontalAdvance(kernel)}));
    const double line = std::ceil(metrics.height());
    const QSizeF size{width + 2.0 * padding_px, 3.0 * line + ramp_height_px + 2.0 * padding_px + 2.0 * gap_px};
    if (size.width() > 0.5 * view.width() || size.height() > 0.5 * view.height()) return {};
    const QRectF card{QPointF{view.width() - from_corner_px - size.width(), view.height() - from_corner_px - size.height()}, size};

    QColor paper = style.paper;
    paper.setAlphaF(static_cast<float>(style.paper_opacity));
    painter.setPen(QPen{style.frame, 1.0});
    painter.setBrush(paper);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), corner_px, corner_px);

    const QRectF inside = card.adjusted(padding_px, padding_px, -padding_px, -padding_px);
    const QRectF head{inside.topLeft(), QSizeF{width, line}};
    painter.setFont(title_font);
    painter.setPen(style.ink);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(font);
    painter.setPen(style.ink_second);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, unit);

    const QRectF ramp{inside.left(), head.bottom() + gap_px, width, ramp_height_px};
    QImage colours{256, 1, QImage::Format_ARGB32_Premultiplied};
    for (int i = 0; i < colours.width(); ++i) colours.setPixelColor(i, 0, heat_colour(map_style, (i + 0.5) / colours.width()));
    painter.drawImage(ramp, colours);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{style.frame, 1.0});
    painter.drawRect(ramp.adjusted(0.5, 0.5, -0.5, -0.5));

    painter.setPen(style.ink);
    const std::vector<double> numbers = ramp_numbers(maximum);
    const int decimals = numbers.size() > 1 ? decimals_of(numbers[1]) : 0;
    for (const double value : numbers) {
        const QString text = number(value, decimals);
        const double text_width = metrics.horizontalAdvance(text) + 1.0;
        const double middle = ramp.left() + value / maximum * width;
        const double left = std::clamp(middle - 0.5 * text_width, inside.left(), inside.right() - text_width);
        painter.drawText(QRectF{left, ramp.bottom() + 2.0, text_width, line}, Qt::AlignCenter, text);
    }
    painter.setPen(style.ink_second);
    painter.drawText(QRectF{inside.left(), inside.bottom() - line, width, line}, Qt::AlignLeft | Qt::AlignVCenter, kernel);
    return card;
}

}  // namespace app
