#pragma once

#include "app/pages/map_marks.hpp"
#include "app/pages/sheet.hpp"
#include "app/render/map_text.hpp"

#include <QPolygonF>

#include <map>

namespace app {

/// Texts on a page, in page units.
class MarkTexts {
   public:
    MarkTexts();

    QSizeF size(const QString& text, const MarkText& look) const;
    /// What a text about a place takes.
    QPolygonF room(const QString& text, const MarkText& look, QPointF centre, double angle_deg = 0.0) const;
    /// @param halo  not valid: none
    void paint(QPainter& painter, const QString& text, const MarkText& look, QPointF centre, double angle_deg = 0.0, const QColor& halo = {}) const;

   private:
    const MapText& text_of(const MarkText& look) const;

    mutable std::map<std::pair<double, bool>, MapText> m_texts;
};

/// Millimetres in page units.
constexpr double page_px(double mm) { return mm * page_units_per_mm; }

}  // namespace app
