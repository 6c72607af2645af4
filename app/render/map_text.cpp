#include "app/render/map_text.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

constexpr double halo_em = 0.22;
constexpr std::array<QPointF, 8> ways_round{
    {{1.0, 0.0}, {0.7, 0.7}, {0.0, 1.0}, {-0.7, 0.7}, {-1.0, 0.0}, {-0.7, -0.7}, {0.0, -1.0}, {0.7, -0.7}}};
constexpr int paper_px = 200;  // Pages scale letters of this size down: their heights are no whole pixels.

}  // namespace

MapText::MapText(const MapStyle::Layers& style, double height_px, bool is_bold, bool is_paper) : m_is_paper{is_paper} {
    const int px = is_paper ? paper_px : std::max(1, static_cast<int>(std::lround(height_px)));
    m_font.setFamilies(style.fonts);
    m_font.setBold(is_bold);
    m_font.setPixelSize(px);
    // Shaping swaps digits beside letters for others that PDF readers cannot tell the meaning of.
    if (is_paper) m_font.setStyleStrategy(QFont::PreferNoShaping);
    m_scale = is_paper ? height_px / paper_px : 1.0;
}

QSizeF MapText::size(const QString& text) const {
    return QSizeF{QFontMetricsF{m_font}.horizontalAdvance(text), static_cast<double>(m_font.pixelSize())} * m_scale;
}

void MapText::paint(QPainter& painter, const QString& text, QPointF place, double angle_deg, const QColor& colour,
                    const QColor& halo) const {
    const QFontMetricsF metrics{m_font};
    // Chinese characters fill the em; their middle is that of capital letters too.
    const QPointF base{-0.5 * metrics.horizontalAdvance(text), 0.5 * metrics.capHeight()};
    const QTransform before = painter.transform();
    painter.translate(place);
    painter.rotate(angle_deg);
    painter.scale(m_scale, m_scale);
    painter.setFont(m_font);
    if (halo.isValid() && m_is_paper) {
        QPainterPath outline;
        outline.addText(base, m_font, text);
        painter.setPen({halo, halo_em * m_font.pixelSize(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline);
    } else if (halo.isValid()) {
        // The letters themselves, shifted round: their outlines as paths take twenty times as long.
        const double by = 0.5 * halo_em * m_font.pixelSize();
        painter.setPen(halo);
        for (const QPointF& way : ways_round) painter.drawText(base + by * way, text);
    }
    painter.setPen(colour);
    painter.drawText(base, text);
    painter.setTransform(before);
}

}  // namespace app
