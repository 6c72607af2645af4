#include "app/panels/phases/ranking_view.hpp"

#include "app/panels/phases/ranking_model.hpp"
#include "app/tables/phase_words.hpp"
#include "app/theme/theme.hpp"

#include <QCursor>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace app {
namespace {

constexpr int first_px = 26, reason_px = 17, reason_lines = 2, pad = 8;
constexpr int row_px = first_px + reason_lines * reason_px + 6;
constexpr int rank_px = 60, figure_px = 58;

/// Rows are drawn by the view.
class RowHeight : public QStyledItemDelegate {
   public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {10, row_px}; }
};

/// Draws a text in at most so many lines, the last one cut off where it goes on.
void draw_wrapped(QPainter& painter, const QRect& box, const QString& text, int line_px) {
    QTextLayout layout{text, painter.font()};
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    for (QRect line{box.left(), box.top(), box.width(), line_px}; line.bottom() <= box.bottom(); line.translate(0, line_px)) {
        QTextLine laid = layout.createLine();
        if (!laid.isValid()) break;
        laid.setLineWidth(box.width());
        const bool is_last = line.bottom() + line_px > box.bottom();
        const QString words = is_last ? painter.fontMetrics().elidedText(text.mid(laid.textStart()), Qt::ElideRight, box.width())
                                      : text.mid(laid.textStart(), laid.textLength());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    layout.endLayout();
}

}  // namespace

RankingView::RankingView(RankingModel* model, QWidget* parent) : QTreeView{parent} {
    setObjectName("ranking");
    setModel(model);
    setItemDelegate(new RowHeight{this});
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
    const bool can = index.data(RankingModel::CanRole).toBool();
    const Disc disc = index.data(RankingModel::DiscRole).value<Disc>();
    const bool is_pilot = can && disc == phase_disc(geo::phase_id(0));
    painter->save();
    if (selectionModel()->isRowSelected(index.row())) painter->fillRect(box, colour("chosen_row"));
    else if (box.contains(viewport()->mapFromGlobal(QCursor::pos()))) painter->fillRect(box, colour("row_hover"));
    QFont font = this->font();
    font.setBold(is_pilot);
    painter->setFont(font);
    painter->setPen(colour(can ? "text" : "text_second"));
    for (int column = 0; column < RankingModel::ColumnCount; ++column) {
        QRect cell{header()->sectionViewportPosition(column) + pad, box.top() + 3, header()->sectionSize(column) - 2 * pad, first_px};
        if (column == RankingModel::Rank) {
            draw_disc(*painter, {cell.right() - 0.5 * disc_px + pad, cell.center().y() + 1.0}, disc);
            cell.setRight(cell.right() - qRound(disc_px) - 2);
        }
        const QModelIndex at = index.siblingAtColumn(column);
        painter->drawText(cell, at.data(Qt::TextAlignmentRole).toInt(), painter->fontMetrics().elidedText(at.data().toString(), Qt::ElideRight, cell.width()));
    }
    font.setBold(false);
    font.setPixelSize(12);
    painter->setFont(font);
    painter->setPen(colour("text_second"));
    const QRect reasons{box.left() + rank_px + pad, box.top() + first_px + 1, box.width() - rank_px - 2 * pad, reason_lines * reason_px};
    draw_wrapped(*painter, reasons, index.data(RankingModel::ReasonRole).toString(), reason_px);
    painter->fillRect(QRect{box.left() + pad, box.bottom(), box.width() - 2 * pad, 1}, colour("divider"));
    painter->restore();
}

void RankingView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    if (current.isValid()) emit chosen(current.data(RankingModel::IdRole).toString());
}

}  // namespace app
