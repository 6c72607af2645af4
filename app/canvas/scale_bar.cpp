#include "app/canvas/scale_bar.hpp"

#include "app/canvas/overlays.hpp"
#include "app/theme/language.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double kilometre = 1000.0;
constexpr double bar_height_px = 5.0, padding_px = 10.0, from_corner_px = 12.0, corner_px = 4.0;
constexpr double widest_px = 180.0, widest_share = 0.3;

}  // namespace

ScaleBar choose_scale_bar(double ground_m_per_px, double most_px) {
    const double most_m = ground_m_per_px * most_px;
    ScaleBar best;
    // Parts of 1, 2, 5 × 10^n by 2…4: the longest that fits; of equal ones that with more parts.
    const int power = static_cast<int>(std::floor(std::log10(most_m)));
    for (int n = power - 1; n <= power; ++n)
        for (const double round : {1.0, 2.0, 5.0})
            for (int parts = 2; parts <= 4; ++parts) {
                const double part_m = round * std::pow(10.0, n);
                const double length_m = part_m * parts;
                if (length_m > most_m * (1.0 + 1e-9) || length_m < best.part_m * best.parts) continue;
                best = {part_m, parts, part_m / ground_m_per_px};
            }
    return best;
}

QString scale_bar_number(const ScaleBar& bar, int tick) {
    const bool is_km = bar.part_m * bar.parts >= 2.0 * kilometre;
    const double unit = is_km ? kilometre : 1.0;
    const double value = bar.part_m * tick / unit;
    QString text = tick == 0 ? QStringLiteral("0") : number(value, decimals_of(bar.part_m / unit));
    if (tick == bar.parts) text += is_km ? QStringLiteral(" km") : QStringLiteral(" m");
    return text;
}

QRectF draw_scale_bar(QPainter& painter, QSizeF view, double ground_m_per_px, const OverlayStyle& style) {
    const ScaleBar bar = choose_scale_bar(ground_m_per_px, std::min(widest_px, widest_share * view.width()));
    painter.setFont(font_of(painter, style.small_text_px));
    const QFontMetricsF metrics{painter.font()};
    const double length_px = bar.part_px * bar.parts;
    const double left_room = 0.5 * metrics.horizontalAdvance(QStringLiteral("0"));
    const double right_room = 0.5 * metrics.horizontalAdvance(scale_bar_number(bar, bar.parts));
    const QSizeF size{length_px + left_room + right_room + 2.0 * padding_px, metrics.height() + bar_height_px + 14.0};
    const QRectF card{QPointF{from_corner_px, view.height() - from_corner_px - size.height()}, size};

    QColor paper = style.paper;
    paper.setAlphaF(static_cast<float>(style.paper_opacity));
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(card, corner_px, corner_px);

    // Whole pixels: a bar's edges are sharp.
    const double left = std::round(card.left() + padding_px + left_room);
    const double top = std::round(card.bottom() - 6.0 - bar_height_px);
    const auto x_of = [&](int tick) { return left + std::round(tick * bar.part_px); };
    for (int part = 0; part < bar.parts; ++part)
        painter.fillRect(QRectF{QPointF{x_of(part), top}, QPointF{x_of(part + 1), top + bar_height_px}},
                         part % 2 == 0 ? style.ink : style.paper);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{style.ink, 1.0});
    painter.drawRect(QRectF{QPointF{left + 0.5, top + 0.5}, QPointF{x_of(bar.parts) - 0.5, top + bar_height_px - 0.5}});
    // A number may lie over the next one only if a third of the bar is narrower than it: then the inner ones are left out.
    const double widest = metrics.horizontalAdvance(scale_bar_number(bar, bar.parts - 1)) + right_room;
    for (int tick = 0; tick <= bar.parts; ++tick) {
        if (tick > 0 && tick < bar.parts && widest > bar.part_px) continue;
        const QString text = scale_bar_number(bar, tick);
        const double width = metrics.horizontalAdvance(text) + 2.0;
        painter.drawText(QRectF{x_of(tick) - 0.5 * width, card.top() + 4.0, width, metrics.height()}, Qt::AlignCenter, text);
    }
    return card;
}

}  // namespace app
