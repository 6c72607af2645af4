#pragma once

#include "app/panels/rules/rule_values.hpp"
#include "app/tables/record_model.hpp"

#include <QAbstractTableModel>

namespace app {

/// Rules of a pack as rows. What is typed is told, not taken: the model changes nothing itself.
class RuleModel : public QAbstractTableModel {
    Q_OBJECT

   public:
    enum Column { What, Value, Unit, Strength, Clause, Source, Status, Sort, Id, column_count };
    enum Role { ChipRole = RecordModel::ChipRole, ChangedRole = Qt::UserRole + 100 };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows of the same rules in the same order are changed in place, so that what is chosen stays.
    void show(std::vector<RuleOfPack> rows);
    void retranslate();
    const RuleOfPack& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    int rowOf(const std::string& rule) const;  ///< −1 when it is not shown
    /// Nothing for columns that are no field of a rule.
    static std::optional<RuleField> fieldOf(int column);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// @param value  a text that was typed, or an int that was chosen of `choices`
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

   signals:
    void edited(const geo::RuleEdit& edit);

   private:
    std::vector<RuleOfPack> m_rows;
};

}  // namespace app
