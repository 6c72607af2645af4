#pragma once

#include "app/tables/records.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace app {

/// Records as rows, filtered and sorted. Sorting compares texts as Chinese readers expect (pinyin order, `S2` before `S10`), whatever the
/// machine's locale, and is stable.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT

   public:
    enum Role { IdRole = Qt::UserRole, ChipRole, DiscRole, CopyRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(Records records);  ///< keeps filter and sorting
    /// Shows the records that have each of the words in one of their cells; any case.
    void setFilter(const QString& words);
    /// The same in another language.
    void retranslate();

    int total() const { return m_records.count; }
    const std::vector<Column>& columns() const { return m_records.columns; }
    QString idAt(int row) const;
    int rowOf(const QString& id) const;  ///< −1 when it is not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// @param column  −1: the order of the records
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

   private:
    std::vector<int> filtered() const;
    void arrange(std::vector<int>& rows) const;

    Records m_records;
    std::vector<int> m_rows;  ///< record of each row
    QString m_filter;
    int m_sorted = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

}  // namespace app
