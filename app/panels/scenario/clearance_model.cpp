#include "app/panels/scenario/clearance_model.hpp"

#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QFont>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// As short as it is exact to the centimetre: `6`, `1.5`, `0.25`.
QString metres(double value) {
    int decimals = 0;
    for (double whole = value; decimals < 2 && whole != std::round(whole); whole = value * std::pow(10.0, decimals)) ++decimals;
    return number(value, decimals);
}

QString with_capital(QString words) {
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

}  // namespace

void ClearanceModel::show(std::vector<ClearanceOfPack> rows) {
    if (std::ranges::equal(rows, m_rows, {}, &ClearanceOfPack::rule, &ClearanceOfPack::rule)) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ClearanceModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, column_count - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
}

int ClearanceModel::rowOf(const std::string& rule) const {
    const auto found = std::ranges::find(m_rows, rule, &ClearanceOfPack::rule);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ClearanceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int ClearanceModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant ClearanceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ClearanceOfPack& r = row(index.row());
    const bool is_number = index.column() == Pack || index.column() == Own;
    switch (role) {
        case Qt::DisplayRole:
            switch (index.column()) {
                case What: return with_capital(text(r.what));
                case Pack: return r.pack_m ? metres(*r.pack_m) : QStringLiteral("–");
                case Own: return r.own_m ? metres(*r.own_m) : QString{};
                case Status: return r.own_m ? tr("Assumed here") : r.pack_m ? status_word(r.clause.status) : QString{};
                case Rule: return text(r.rule);
                case Clause: return text(r.clause.label());
                default: return {};
            }
        case Qt::EditRole: return index.column() == Own && r.own_m ? QString::number(*r.own_m, 'g', 10) : QString{};
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignVCenter | (is_number ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::ToolTipRole: {
            QString tip = text(r.text);
            if (!r.clause.label().empty()) tip += "\n" + text(r.clause.label());
            return tip + "\n" + (r.sites > 0 ? tr("Governs %n site(s).", nullptr, r.sites) : tr("%n distance(s) of the results rest on it.", nullptr, r.distances));
        }
        case Qt::FontRole: {
            if (!r.own_m || index.column() != Own) return {};
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        case Qt::ForegroundRole:
            if (r.own_m && index.column() == Own) return colour("verify_text");
            if (r.own_m && index.column() == Pack) return colour("text_second");
            return {};
        case ChipRole: return index.column() == Status ? r.own_m ? QStringLiteral("verify") : r.pack_m ? status_chip(r.clause.status) : QString{} : QString{};
        case SecondLineRole: {
            if (index.column() != What) return {};
            QStringList parts{text(r.rule)};
            if (r.pack_m) parts << status_word(r.clause.status) << text(r.clause.label());
            return parts.join(QStringLiteral(" · "));
        }
        case ChangedRole: return r.own_m.has_value();
        default: return {};
    }
}

QVariant ClearanceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const bool is_number = section == Pack || section == Own;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (is_number ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (section) {
        case What: return role == Qt::ToolTipRole ? tr("What the zone keeps away from") : tr("From");
        case Pack: return role == Qt::ToolTipRole ? tr("Metres that the rule pack asks for") : tr("Pack m");
        case Own: return role == Qt::ToolTipRole ? tr("Metres that this scenario assumes; empty: the pack's") : tr("Here m");
        case Status: return tr("Status");
        case Rule: return tr("Rule");
        case Clause: return tr("Clause");
        default: return {};
    }
}

Qt::ItemFlags ClearanceModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Own) flags |= Qt::ItemIsEditable;
    return flags;
}

bool ClearanceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || index.column() != Own) return false;
    const TypedDistance distance = typed_distance(value.toString());
    if (!distance.fault.isEmpty()) return false;
    const ClearanceOfPack& r = row(index.row());
    // The pack's own number is no assumption.
    const auto own_m = distance.metres == r.pack_m ? std::nullopt : distance.metres;
    if (own_m != r.own_m) emit typed(std::string{r.rule}, own_m);
    return true;
}

}  // namespace app
