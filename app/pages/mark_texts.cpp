#include "app/pages/mark_texts.hpp"

#include "app/render/free_space.hpp"

namespace app {

MarkTexts::MarkTexts() = default;

QSizeF MarkTexts::size(const QString& text, const MarkText& look) const { return text_of(look).size(text); }

QPolygonF MarkTexts::room(const QString& text, const MarkText& look, QPointF centre, double angle_deg) const {
    return turned_box(centre, size(text, look), angle_deg);
}

void MarkTexts::paint(QPainter& painter, const QString& text, const MarkText& look, QPointF centre, double angle_deg, const QColor& halo) const {
    text_of(look).paint(painter, text, centre, angle_deg, look.colour, halo);
}

const MapText& MarkTexts::text_of(const MarkText& look) const {
    return m_texts.try_emplace({look.size_mm, look.is_bold}, MapStyle::standard()->layers(), page_px(look.size_mm), look.is_bold, true).first->second;
}

}  // namespace app
