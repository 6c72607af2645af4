#include "app/panels/phases/ranking_view.hpp"

#include "app/panels/phases/ranking_model.hpp"
#include "app/tables/disc.hpp"
#include "app/theme/theme.hpp"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace app {
namespace {

constexpr int row_px = 48, first_px = 26, pad = 8;
constexpr int rank_px = 60, figure_px = 52;

/// Draws the first line of a row; the second is the row's.
class FirstLine : public QStyledItemDelegate {
   public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool can = index.data(RankingModel::CanRole).toBool();
        const Disc disc = index.data(RankingModel::DiscRole).value<Disc>();
        QRect box{option.rect.left() + pad, option.rect.top() + 2, option.rect.width() - 2 * pad, first_px};
        QFont font = option.font;
        font.setBold(can && disc.letter == "P");
        painter->save();
        painter->setFont(font);
        painter->setPen(colour(can ? "text" : "text_second"));
        if (index.column() == RankingModel::Rank) {
            draw_disc(*painter, {box.right() - 0.5 * disc_px + pad, box.center().y() + 1.0}, disc);
            box.setRight(box.right() - qRound(disc_px) - 2);
        }
        const auto align = Qt::Alignment{index.data(Qt::TextAlignmentRole).toInt()};
        const QString words = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width());
        painter->drawText(box, static_cast<int>(align), words);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {10, row_px}; }
};

}  // namespace

RankingView::RankingView(RankingModel* model, QWidget* parent) : QTreeView{parent} {
    setObjectName("ranking");
    setModel(model);
    setItemDelegate(new FirstLine{this});
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAllColumnsShowFocus(true);
    QHeaderView* const head = header();
    head->setStretchLastSection(false);
    head->setSectionsMovable(false);
    head->setMinimumSectionSize(30);
    for (int column = 0; column < RankingModel::ColumnCount; ++column) {
        head->setSectionResizeMode(column, column == RankingModel::Compound ? QHeaderView::Stretch : QHeaderView::Fixed);
        head->resizeSection(column, column == RankingModel::Rank ? rank_px : figure_px);
    }
    connect(this, &QTreeView::activated, this, [this](const QModelIndex& at) { emit zoomAsked(at.data(RankingModel::IdRole).toString()); });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex& at) { emit zoomAsked(at.data(RankingModel::IdRole).toString()); });
}

void RankingView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRect box = option.rect;
    if (selectionModel()->isRowSelected(index.row())) painter->fillRect(box, colour("chosen_row"));
    QTreeView::drawRow(painter, option, index);
    QFont minor = option.font;
    minor.setPixelSize(12);
    painter->save();
    painter->setFont(minor);
    painter->setPen(colour("text_second"));
    const QRect line{box.left() + rank_px, box.top() + first_px, box.width() - rank_px - pad, box.height() - first_px - 4};
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(RankingModel::ReasonRole).toString(), Qt::ElideRight, line.width()));
    painter->fillRect(QRect{box.left() + pad, box.bottom(), box.width() - 2 * pad, 1}, colour("divider"));
    painter->restore();
}

void RankingView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    if (current.isValid()) emit chosen(current.data(RankingModel::IdRole).toString());
}

}  // namespace app
