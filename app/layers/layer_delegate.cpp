#include "app/layers/layer_delegate.hpp"

#include "app/layers/layer_model.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QPainter>

namespace app {
namespace {

constexpr int row_height = 27;
constexpr int count_margin = 12;
constexpr int class_inset = 12;  // Keys of classes stand below the key of their group, which has a tick before it.

}  // namespace

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem row = option;
    const int level = index.data(LayerModel::LevelRole).toInt();
    if (level != LayerModel::Section) {
        if (level == LayerModel::Class) row.rect.setLeft(row.rect.left() + class_inset);
        QStyledItemDelegate::paint(painter, row, index);
        return;
    }
    row.font.setBold(true);
    QStyledItemDelegate::paint(painter, row, index);
    painter->save();
    painter->setPen(colour("text_second"));
    painter->setFont(option.font);
    painter->drawText(option.rect.adjusted(0, 0, -count_margin, 0), Qt::AlignRight | Qt::AlignVCenter,
                      number(index.data(LayerModel::CountRole).toDouble(), 0));
    painter->restore();
}

QSize LayerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), row_height};
}

}  // namespace app
