#pragma once

#include "app/tables/chip_delegate.hpp"

namespace app {

/// Draws rows of a `ClearanceModel` and edits the scenario's own distances. What cannot be taken is told while it is typed, and keeps the editor open.
class ClearanceDelegate : public ChipDelegate {
    Q_OBJECT

   public:
    using ChipDelegate::ChipDelegate;

    /// Two lines a row: rule, status and clause stand below the words.
    void setCompact(bool is_compact) { m_is_compact = is_compact; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

   signals:
    void faultChanged(const QString& fault) const;  ///< of what is being typed; empty: none

   protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

   private:
    bool m_is_compact = false;
};

}  // namespace app
