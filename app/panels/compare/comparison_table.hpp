#pragma once

#include "geo/scenario/comparison.hpp"

#include <QTableView>

namespace app {

class ComparisonModel;

/// The indicators; rows are copied as tab-separated lines (Ctrl+C), with the heads.
class ComparisonTable : public QTableView {
    Q_OBJECT

   public:
    explicit ComparisonTable(QWidget* parent = nullptr);

    ComparisonModel* model() const { return m_model; }
    void showIndicators(std::vector<geo::Indicator> indicators, const QStringList& names);
    QString copiedText() const;  ///< of the rows chosen, of all when none is

   protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

   private:
    void arrange();

    ComparisonModel* m_model;
};

}  // namespace app
