#pragma once

#include "geo/scenario/phasing.hpp"

#include <QAbstractTableModel>

#include <map>
#include <string>
#include <vector>

namespace app {

/// Compounds by urgency, with the phase that a proposal would put each into.
class RankingModel : public QAbstractTableModel {
    Q_OBJECT

   public:
    enum Column { Rank, Compound, Density, Hazards, Sites, ColumnCount };
    enum Role { IdRole = Qt::UserRole, ReasonRole, DiscRole, CanRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param names  of compounds, by id
    void show(std::vector<geo::Urgency> urgency, std::map<std::string, std::string> names);
    void setProposal(geo::Phasing proposal);
    void retranslate();

    const std::vector<geo::Urgency>& urgency() const { return m_urgency; }
    const geo::Phasing& proposal() const { return m_proposal; }
    /// Phase of the proposal that the compound would be in; empty: none.
    std::string phaseOf(const std::string& compound) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

   private:
    QString cell(const geo::Urgency& u, int row, int column) const;
    QString tip(const geo::Urgency& u) const;

    std::vector<geo::Urgency> m_urgency;
    std::map<std::string, std::string> m_names;
    geo::Phasing m_proposal;
};

}  // namespace app
