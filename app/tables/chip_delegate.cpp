#include "app/tables/chip_delegate.hpp"

#include "app/tables/disc.hpp"
#include "app/tables/record_model.hpp"
#include "app/theme/theme.hpp"

#include <QApplication>
#include <QPainter>

namespace app {
namespace {

constexpr int chip_height = 20;
constexpr int chip_padding = 8;
constexpr double chip_corner = 4.0;
constexpr int disc_gap = 6;

/// A chip: a rounded frame in the word's two colours, the text in the middle. @param box  as wide and high as the chip may be, left-aligned
void draw_chip(QPainter& painter, const QRect& box, const QString& text, const QString& word, const QFont& font) {
    QFont bold = font;
    bold.setBold(true);
    if (font.pixelSize() > 0) bold.setPixelSize(font.pixelSize() - 1);
    const QFontMetrics metrics{bold};
    const int width = std::min(metrics.horizontalAdvance(text) + 2 * chip_padding, box.width());
    const QRect chip{box.left(), box.center().y() - chip_height / 2 + 1, width, std::min(chip_height, box.height())};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = colour(word + "_text");
    painter.setPen(QPen{ink, 1.0});
    painter.setBrush(colour(word + "_fill"));
    painter.drawRoundedRect(QRectF{chip}.adjusted(0.5, 0.5, -0.5, -0.5), chip_corner, chip_corner);
    painter.setFont(bold);
    painter.drawText(chip, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - chip_padding));
    painter.restore();
}

}  // namespace

void ChipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString word = index.data(RecordModel::ChipRole).toString();
    const Disc disc = index.data(RecordModel::DiscRole).value<Disc>();
    if (word.isEmpty() && disc.word.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString text = row.text;
    row.text.clear();
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    row.text = text;
    const QRect place = style->subElementRect(QStyle::SE_ItemViewItemText, &row, row.widget);
    if (!word.isEmpty()) {
        draw_chip(*painter, {place.left() + 3, option.rect.top(), place.width() - 3, option.rect.height()}, text, word, option.font);
        return;
    }
    const int size = qRound(disc_px), left = place.left() + 3;
    draw_disc(*painter, QRectF(left, option.rect.top() + 0.5 * (option.rect.height() - size), size, size).center(), disc);
    const QRect words = QRect{place}.adjusted(3 + size + disc_gap, 0, 0, 0);
    painter->save();
    painter->setFont(row.font);
    painter->setPen(row.palette.color(QPalette::Text));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, row.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

}  // namespace app
