#include "app/panels/rules/rule_delegate.hpp"

#include "app/panels/rules/rule_model.hpp"
#include "app/theme/theme.hpp"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace app {
namespace {

constexpr int bar_px = 3;

const RuleModel& model_of(const QModelIndex& index) { return *qobject_cast<const RuleModel*>(index.model()); }

}  // namespace

void RuleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    ChipDelegate::paint(painter, option, index);
    if (index.column() == RuleModel::What && index.data(RuleModel::ChangedRole).toBool())
        painter->fillRect(QRect{option.rect.topLeft(), QSize{bar_px, option.rect.height()}}, colour("stale"));
}

QWidget* RuleDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const geo::RuleRow rule = model_of(index).row(index.row()).now;
    const RuleField field = *RuleModel::fieldOf(index.column());
    if (const QStringList words = choices(rule, field); !words.isEmpty()) {
        auto* list = new QComboBox{parent};
        list->setObjectName("ruleChoice");
        list->addItems(words);
        // One choice is the whole edit.
        connect(list, &QComboBox::activated, this, [this, list] {
            auto* self = const_cast<RuleDelegate*>(this);
            emit self->commitData(list);
            emit self->closeEditor(list);
        });
        return list;
    }
    auto* line = new QLineEdit{parent};
    line->setObjectName("ruleField");
    if (field == RuleField::Value) line->setAlignment(Qt::AlignRight);
    connect(line, &QLineEdit::textChanged, this, [this, line, rule, field](const QString& typed) {
        const QString fault = typed_rule(rule, field, typed).fault;
        if (line->property("invalid").toBool() != !fault.isEmpty()) {
            line->setProperty("invalid", !fault.isEmpty());
            line->style()->unpolish(line);
            line->style()->polish(line);
        }
        emit faultChanged(fault);
    });
    connect(line, &QObject::destroyed, this, [this] { emit faultChanged({}); });
    return line;
}

void RuleDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* list = qobject_cast<QComboBox*>(editor)) {
        list->setCurrentIndex(choice_of(model_of(index).row(index.row()).now, *RuleModel::fieldOf(index.column())));
    } else if (auto* line = static_cast<QLineEdit*>(editor); !line->isModified()) {
        line->setText(index.data(Qt::EditRole).toString());
    }
}

void RuleDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (const auto* list = qobject_cast<QComboBox*>(editor)) model->setData(index, list->currentIndex(), Qt::EditRole);
    else model->setData(index, static_cast<QLineEdit*>(editor)->text(), Qt::EditRole);
}

bool RuleDelegate::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool would_end = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (would_end && watched->property("invalid").toBool()) return true;
    }
    return ChipDelegate::eventFilter(watched, event);
}

}  // namespace app
