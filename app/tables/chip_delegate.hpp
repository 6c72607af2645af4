#pragma once

#include <QStyledItemDelegate>

namespace app {

/// Draws cells that have a chip word (`RecordModel::ChipRole`) as chips in its two colours, others as usual.
class ChipDelegate : public QStyledItemDelegate {
    Q_OBJECT

   public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A chip: a rounded frame in the words's two colours, the text in the middle. @param box  as wide and high as the chip may be, left-aligned
void draw_chip(QPainter& painter, const QRect& box, const QString& text, const QString& word, const QFont& font);

}  // namespace app
