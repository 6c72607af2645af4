#include "app/layers/layer_delegate.hpp"

#include "app/layers/layer_model.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QPainter>

namespace app {
namespace {

constexpr int row_height = 27;
constexpr int count_margin = 12;

}  // namespace

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.data(LayerModel::LevelRole).toInt() != LayerModel::Section) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem row = option;
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
