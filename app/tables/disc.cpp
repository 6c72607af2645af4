#include "app/tables/disc.hpp"

#include "app/theme/theme.hpp"

#include <QApplication>
#include <QPainter>
#include <QPixmap>

namespace app {

void draw_disc(QPainter& painter, QPointF centre, const Disc& disc, double size_px) {
    if (disc.word.isEmpty()) return;
    const QColor ink = colour(disc.word + "_text");
    const QRectF box{centre.x() - 0.5 * size_px, centre.y() - 0.5 * size_px, size_px, size_px};
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPixelSize(qRound((disc.letter.size() > 1 ? 0.5 : 0.62) * size_px));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen({ink, 1.0});  // Sets light discs off from light ground, and dark ones from dark.
    painter.setBrush(colour(disc.word + "_fill"));
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, disc.letter);
    painter.restore();
}

QIcon disc_icon(const Disc& disc) {
    QIcon icon;
    for (const double ratio : {1.0, 2.0}) {
        QPixmap pixmap{QSize{qRound(disc_px), qRound(disc_px)} * ratio};
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter{&pixmap};
        draw_disc(painter, {0.5 * disc_px, 0.5 * disc_px}, disc);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

}  // namespace app
