#pragma once

#include <QTreeView>

namespace app {

class RankingModel;

/// The ranking as a table whose rows have a second line: the reasons, over all columns.
class RankingView : public QTreeView {
    Q_OBJECT

   public:
    RankingView(RankingModel* model, QWidget* parent);

   signals:
    void chosen(const QString& compound);     ///< by the user, with mouse or keys
    void zoomAsked(const QString& compound);  ///< double click, Enter

   protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

}  // namespace app
