#pragma once

#include "app/pages/page_looks.hpp"

#include <QPointF>
#include <QString>

class QPainter;

namespace app {

// Text by millimetres: the same letters on screen, page and printer.

double text_width(const QString& text, Type type);
/// Cut at its end with `…` where it is wider.
QString elided(const QString& text, Type type, double width);
/// In lines no wider than that; a word that is, is broken.
QStringList wrapped(const QString& text, Type type, double width);
/// @param painter  whose unit is a hundredth of a millimetre @param base  left end of the base line, mm
void paint_text(QPainter& painter, QPointF base, const QString& text, Type type, const QColor& colour, double angle_deg = 0.0);

}  // namespace app
