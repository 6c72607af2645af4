#pragma once

#include "app/tables/chip_delegate.hpp"

namespace app {

/// Draws rows of a `RuleModel`, with a bar before those that differ from the parent's, and edits their fields: a list to choose from where there is one, else a
/// line. What cannot be taken is told while it is typed, and keeps the editor open.
class RuleDelegate : public ChipDelegate {
    Q_OBJECT

   public:
    using ChipDelegate::ChipDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

   signals:
    void faultChanged(const QString& fault) const;  ///< of what is being typed; empty: none

   protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace app
