#pragma once

#include <QStyledItemDelegate>

namespace app {

/// Rows of the layer tree: sections bold with the count at the right, classes of the legend below the key of their group.
class LayerDelegate : public QStyledItemDelegate {
    Q_OBJECT

   public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace app
