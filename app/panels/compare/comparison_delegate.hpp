#pragma once

#include <QStyledItemDelegate>

namespace app {

/// Draws cells of a `ComparisonModel`: bars about zero, readings and differences in their colours.
class ComparisonDelegate : public QStyledItemDelegate {
    Q_OBJECT

   public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A bar of −100…100 % about the middle of a cell: where it stands, and whether its end lies beyond (then it ends in an arrow).
struct ChangeBar {
    QRectF bar;
    double middle = 0.0;
    bool is_clipped = false;
};
ChangeBar change_bar(const QRectF& cell, double percent);

}  // namespace app
