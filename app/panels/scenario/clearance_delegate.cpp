#include "app/panels/scenario/clearance_delegate.hpp"

#include "app/panels/scenario/clearance_model.hpp"
#include "app/theme/theme.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace app {
namespace {

constexpr int padding_px = 10, bar_px = 3, field_height_px = 24;

QRect field_in(const QRect& cell) { return {cell.left() + 4, cell.center().y() - field_height_px / 2 + 1, cell.width() - 8, field_height_px}; }

void draw_row_ground(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    QStyleOptionViewItem empty = option;
    empty.text.clear();
    empty.icon = {};
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, &painter, option.widget);
    if (index.column() == ClearanceModel::What && index.data(ClearanceModel::ChangedRole).toBool())
        painter.fillRect(QRect{option.rect.topLeft(), QSize{bar_px, option.rect.height()}}, colour("stale"));
}

void draw_words(QPainter& painter, const QRect& cell, const QString& words, const QString& second, const QFont& font) {
    const QRect inside = cell.adjusted(padding_px, 0, -4, 0);
    QFont small = font;
    small.setPixelSize(12);
    const int line = QFontMetrics{font}.height(), small_line = QFontMetrics{small}.height();
    const int top = inside.center().y() - (line + small_line) / 2 + 1;
    painter.setFont(font);
    painter.setPen(colour("text"));
    painter.drawText(QRect{inside.left(), top, inside.width(), line}, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics{font}.elidedText(words, Qt::ElideRight, inside.width()));
    painter.setFont(small);
    painter.setPen(colour("text_second"));
    painter.drawText(QRect{inside.left(), top + line, inside.width(), small_line}, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics{small}.elidedText(second, Qt::ElideRight, inside.width()));
}

/// An entry field; the pack's number stands in it, in grey, while the scenario has none.
void draw_field(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool is_changed = index.data(ClearanceModel::ChangedRole).toBool();
    const QString words = is_changed ? option.text : index.siblingAtColumn(ClearanceModel::Pack).data().toString();
    const bool is_lit = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Selected);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{colour(is_changed ? "verify_text" : is_lit ? "input_border" : "divider"), 1.0});
    painter.setBrush(colour(is_changed ? "verify_fill" : "panel"));
    const QRect field = field_in(option.rect);
    painter.drawRoundedRect(QRectF{field}.adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0);
    QFont font = option.font;
    font.setBold(is_changed);
    painter.setFont(font);
    painter.setPen(colour(is_changed ? "verify_text" : "text_second"));
    painter.drawText(field.adjusted(4, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, words);
}

}  // namespace

void ClearanceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool is_words = index.column() == ClearanceModel::What, is_field = index.column() == ClearanceModel::Own;
    if (!is_words && !is_field) return ChipDelegate::paint(painter, option, index);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.state.setFlag(QStyle::State_HasFocus, false);
    painter->save();
    draw_row_ground(*painter, row, index);
    if (is_field) {
        draw_field(*painter, row, index);
    } else if (m_is_compact) {
        draw_words(*painter, option.rect, row.text, index.data(ClearanceModel::SecondLineRole).toString(), option.font);
    } else {
        const QRect inside = option.rect.adjusted(padding_px, 0, -4, 0);
        painter->setPen(colour("text"));
        painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, row.fontMetrics.elidedText(row.text, Qt::ElideRight, inside.width()));
    }
    painter->restore();
}

QWidget* ClearanceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    auto* field = new QLineEdit{parent};
    field->setObjectName("distanceField");
    field->setAlignment(Qt::AlignRight);
    field->setPlaceholderText(index.siblingAtColumn(ClearanceModel::Pack).data().toString());
    connect(field, &QLineEdit::textChanged, this, [this, field](const QString& typed) {
        const QString fault = typed_distance(typed).fault;
        if (field->property("invalid").toBool() != !fault.isEmpty()) {
            field->setProperty("invalid", !fault.isEmpty());
            field->style()->unpolish(field);
            field->style()->polish(field);
        }
        emit faultChanged(fault);
    });
    connect(field, &QObject::destroyed, this, [this] { emit faultChanged({}); });
    return field;
}

void ClearanceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* field = static_cast<QLineEdit*>(editor);
    // What is being typed is not overwritten when the rows are made anew.
    if (!field->isModified()) field->setText(index.data(Qt::EditRole).toString());
}

void ClearanceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    model->setData(index, static_cast<QLineEdit*>(editor)->text(), Qt::EditRole);
}

void ClearanceDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
    editor->setGeometry(field_in(option.rect).adjusted(0, -2, 0, 2));
}

bool ClearanceDelegate::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool would_end = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (would_end && watched->property("invalid").toBool()) return true;
    }
    return ChipDelegate::eventFilter(watched, event);
}

}  // namespace app
