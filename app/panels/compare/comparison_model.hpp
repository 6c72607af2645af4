#pragma once

#include "geo/scenario/comparison.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace app {

/// Indicators of scenarios side by side: the first two with difference, percent and reading, each further one with its value and difference from the first.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT

   public:
    enum Column { Title, Unit, A, B, Difference, Percent, Bar, Reading, first_further };
    enum Role {
        PercentRole = Qt::UserRole + 1,  ///< of the bar; invalid where there is none
        ReadingRole,                     ///< `geo::Reading` of the column's scenario; invalid where it has none
        StrongRole                       ///< bold
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param names  of the scenarios, in the order of the indicators' values
    void show(std::vector<geo::Indicator> indicators, QStringList names);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

   private:
    std::size_t scenarioOf(int column) const;
    QString words(const geo::Indicator& indicator, int column) const;

    std::vector<geo::Indicator> m_indicators;
    QStringList m_names;
};

/// `▲ better`, `▼ worse`, `● neutral`, `● same`, in the window's language.
QString reading_words(geo::Reading reading);
/// Token of the colour of a reading.
QString reading_colour(geo::Reading reading);

}  // namespace app
