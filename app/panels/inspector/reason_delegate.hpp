#pragma once

#include "app/panels/inspector/reason.hpp"

#include <QStyledItemDelegate>

#include <set>

namespace app {

/// Draws the rows of a list of reasons: mark, obstacle, need and have above; clause as a link and note below.
class ReasonDelegate : public QStyledItemDelegate {
    Q_OBJECT

   public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int row_height = 60, heading_height = 36;

    /// @param reasons  must outlive their being shown
    void show(const std::vector<Reason>& reasons, const QFont& font);
    void setHovered(int row) { m_hovered = row; }
    void setKept(std::set<int> rows) { m_kept = std::move(rows); }

    QRect linkRect(const QRect& row_rect, int row, const QFont& font) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

   private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const Reason& reason) const;

    const std::vector<Reason>* m_reasons = nullptr;
    int m_need_width = 0, m_have_width = 0;  ///< of the widest, so that figures stand in columns
    int m_hovered = -1;
    std::set<int> m_kept;
};

}  // namespace app
