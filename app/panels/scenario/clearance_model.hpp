#pragma once

#include "app/panels/scenario/clearance_rows.hpp"
#include "app/tables/record_model.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace app {

/// Distances of a scenario as rows; the scenario's own can be typed. The model changes nothing itself: it tells what was typed.
class ClearanceModel : public QAbstractTableModel {
    Q_OBJECT

   public:
    enum Column { What, Pack, Own, Status, Rule, Clause, column_count };
    enum Role { ChipRole = RecordModel::ChipRole, SecondLineRole = Qt::UserRole + 100, ChangedRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows of the same rules in the same order are changed in place, so that what is chosen stays.
    void show(std::vector<ClearanceOfPack> rows);
    void retranslate();
    const ClearanceOfPack& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    int rowOf(const std::string& rule) const;  ///< −1 when it is not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

   signals:
    void typed(const std::string& rule, std::optional<double> metres);  ///< nothing: the pack's again

   private:
    std::vector<ClearanceOfPack> m_rows;
};

}  // namespace app
