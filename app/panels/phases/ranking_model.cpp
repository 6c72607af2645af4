#include "app/panels/phases/ranking_model.hpp"

#include "app/tables/phase_words.hpp"
#include "app/theme/language.hpp"

#include <QStringList>

namespace app {
namespace {

QString reasons_of(const geo::Urgency& u) {
    QStringList words;
    for (const geo::Message& reason : u.reasons) words << text(reason);
    QString sentence = words.join(language() == geo::Language::Chinese ? QStringLiteral("；") : QStringLiteral("; "));
    if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
    return sentence;
}

}  // namespace

void RankingModel::show(std::vector<geo::Urgency> urgency, std::map<std::string, std::string> names) {
    beginResetModel();
    m_urgency = std::move(urgency);
    m_names = std::move(names);
    endResetModel();
}

void RankingModel::setProposal(geo::Phasing proposal) {
    m_proposal = std::move(proposal);
    retranslate();
}

void RankingModel::retranslate() {
    if (!m_urgency.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

std::string RankingModel::phaseOf(const std::string& compound) const {
    const auto put = m_proposal.compounds.find(compound);
    return put == m_proposal.compounds.end() ? std::string{} : put->second;
}

int RankingModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_urgency.size()); }
int RankingModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString RankingModel::cell(const geo::Urgency& u, int row, int column) const {
    switch (column) {
        case Rank: return number(row + 1, 0);
        case Compound: {
            const auto name = m_names.find(u.compound);
            return text(name == m_names.end() || name->second.empty() ? u.compound : name->second);
        }
        case Density: return number(u.density, 1);
        case Hazards: return number(u.reports, 0);
        case Sites: return number(u.sites, 0);
        default: return {};
    }
}

QString RankingModel::tip(const geo::Urgency& u) const {
    const std::string phase = phaseOf(u.compound);
    const QString put = phase.empty() ? tr("Stays in no phase.") : tr("Goes into: %1.").arg(phase_words(m_proposal, phase));
    return reasons_of(u) + '\n' + put;
}

QVariant RankingModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const geo::Urgency& u = m_urgency[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return cell(u, index.row(), index.column());
        case Qt::ToolTipRole: return tip(u);
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignVCenter | (index.column() >= Density ? Qt::AlignRight : Qt::AlignLeft));
        case IdRole: return text(u.compound);
        case ReasonRole: return reasons_of(u);
        case DiscRole: return QVariant::fromValue(phase_disc(phaseOf(u.compound)));
        case CanRole: return u.sites > 0;
        default: return {};
    }
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (section >= Density ? Qt::AlignRight : Qt::AlignLeft));
    switch (section) {
        case Rank: return role == Qt::DisplayRole ? tr("#") : role == Qt::ToolTipRole ? tr("Rank, and the phase it would go into") : QVariant{};
        case Compound: return role == Qt::DisplayRole || role == Qt::ToolTipRole ? tr("Compound") : QVariant{};
        case Density: return role == Qt::DisplayRole ? tr("/ha") : role == Qt::ToolTipRole ? tr("Greatest density of open hazards over it, reports per hectare") : QVariant{};
        case Hazards: return role == Qt::DisplayRole ? tr("Open") : role == Qt::ToolTipRole ? tr("Open hazard reports inside") : QVariant{};
        case Sites: return role == Qt::DisplayRole ? tr("Sites") : role == Qt::ToolTipRole ? tr("Sites of the plan in it") : QVariant{};
        default: return {};
    }
}

}  // namespace app
