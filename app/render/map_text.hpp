#pragma once

#include "app/render/style_layers.hpp"

#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace app {

/// Text of one size on the map. On a screen letters have whole pixels, so that they are crisp; on a page any height, as vectors.
class MapText {
   public:
    MapText(const MapStyle::Layers& style, double height_px, bool is_bold, bool is_paper);

    QSizeF size(const QString& text) const;
    /// Centred on a place and turned clockwise about it. @param halo  not valid: none
    void paint(QPainter& painter, const QString& text, QPointF place, double angle_deg, const QColor& colour, const QColor& halo) const;

   private:
    QFont m_font;
    bool m_is_paper;
    double m_scale;  ///< picture pixels per pixel of the font
};

}  // namespace app
