#include "app/panels/new_project/source_delegate.hpp"

#include "app/panels/new_project/source_model.hpp"
#include "app/theme/theme.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPainter>
#include <QStandardItemModel>
#include <QTimer>

namespace app {
namespace {

bool has_list(const QModelIndex& index) {
    const int column = index.column();
    return column == SourceModel::RoleColumn || column == SourceModel::EncodingColumn || column == SourceModel::CrsColumn;
}

QComboBox* combo_of(const std::vector<Choice>& choices, QWidget* parent) {
    auto* combo = new QComboBox{parent};
    for (const Choice& choice : choices) {
        combo->addItem(choice.text, choice.value);
        if (choice.isOffered) continue;
        auto* model = qobject_cast<QStandardItemModel*>(combo->model());
        model->item(combo->count() - 1)->setEnabled(false);
    }
    combo->setMaxVisibleItems(20);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

}  // namespace

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    constexpr int arrow = 12, gap = 6;
    constexpr int inset = 7;  // with the style's 3 px: as far in as the head's words
    QStyleOptionViewItem cell{option};
    cell.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver);
    if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, colour("chosen_row"));
    cell.rect.adjust(inset, 0, has_list(index) ? -(arrow + gap) : -inset, 0);
    QStyledItemDelegate::paint(painter, cell, index);
    if (has_list(index) && (index.flags() & Qt::ItemIsEditable)) {
        const QRect at{option.rect.right() - arrow - gap, option.rect.center().y() - arrow / 2, arrow, arrow};
        icon("chevron-down").paint(painter, at);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(colour("accent"));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

QWidget* SourceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    if (index.column() == SourceModel::AccuracyColumn) {
        auto* spin = new QDoubleSpinBox{parent};
        spin->setRange(0.1, 100.0);
        spin->setDecimals(1);
        spin->setSingleStep(0.5);
        return spin;
    }
    const auto* model = qobject_cast<const SourceModel*>(index.model());
    if (!model || !has_list(index)) return nullptr;
    QComboBox* combo = combo_of(model->choices(index), parent);
    if (index.column() == SourceModel::CrsColumn) {
        combo->setEditable(true);
        combo->setInsertPolicy(QComboBox::NoInsert);
    }
    // Chosen from the list, it holds: no second key is needed.
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto* self = const_cast<SourceDelegate*>(this);
        emit self->commitData(combo);
        emit self->closeEditor(combo);
    });
    QTimer::singleShot(0, combo, [combo] {
        if (combo->isVisible()) combo->showPopup();
    });
    return combo;
}

void SourceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QVariant value = index.data(Qt::EditRole);
    if (auto* spin = qobject_cast<QDoubleSpinBox*>(editor)) return spin->setValue(value.toDouble());
    auto* combo = qobject_cast<QComboBox*>(editor);
    int at = value.isValid() ? combo->findData(value) : 0;
    if (at < 0 && combo->isEditable()) {
        combo->addItem(value.toString(), value);
        at = combo->count() - 1;
    }
    combo->setCurrentIndex(at);
    if (combo->isEditable()) combo->lineEdit()->selectAll();
}

void SourceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* spin = qobject_cast<QDoubleSpinBox*>(editor)) {
        spin->interpretText();
        model->setData(index, spin->value());
        return;
    }
    const auto* combo = qobject_cast<QComboBox*>(editor);
    const bool is_typed = combo->isEditable() && combo->currentText() != combo->itemText(combo->currentIndex());
    model->setData(index, is_typed ? QVariant{combo->currentText()} : combo->currentData());
}

}  // namespace app
