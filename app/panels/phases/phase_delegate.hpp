#pragma once

#include "app/panels/phases/phase_rows.hpp"

#include <QStyledItemDelegate>

namespace app {

/// Draws rows of phases: disc, name and budget; what is in it; its dates where there are any.
class PhaseDelegate : public QStyledItemDelegate {
    Q_OBJECT

   public:
    /// @param rows  outlive it
    PhaseDelegate(const std::vector<PhaseRow>& rows, QObject* parent) : QStyledItemDelegate{parent}, m_rows{rows} {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static QString title(const PhaseRow& row);
    static QString counts(const PhaseRow& row);  ///< `compounds 4 · sites 6 · bays 180`
    static QString dates(const geo::Phase& phase);

   private:
    const std::vector<PhaseRow>& m_rows;
};

}  // namespace app
