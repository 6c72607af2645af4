#pragma once

#include <QIcon>
#include <QMetaType>
#include <QPointF>
#include <QString>

class QPainter;

namespace app {

/// A disc with a letter or number inside, as the map marks phases; in the colours `<word>_text` on `<word>_fill`.
struct Disc {
    QString letter;
    QString word;  ///< empty: there is none

    bool operator==(const Disc&) const = default;
};

constexpr double disc_px = 18.0;

void draw_disc(QPainter& painter, QPointF centre, const Disc& disc, double size_px = disc_px);
/// For menus; in the colours of the theme at the moment of the call.
QIcon disc_icon(const Disc& disc);

}  // namespace app

Q_DECLARE_METATYPE(app::Disc)
