#pragma once

#include <QStyledItemDelegate>

namespace app {

/// Draws cells that have a chip word (`RecordModel::ChipRole`) as chips in its two colours, those with a disc (`DiscRole`) with it before their
/// text, others as usual.
class ChipDelegate : public QStyledItemDelegate {
    Q_OBJECT

   public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace app
