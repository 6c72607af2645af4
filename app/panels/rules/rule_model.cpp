#include "app/panels/rules/rule_model.hpp"

#include "app/tables/status_words.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QFont>

#include <algorithm>

namespace app {

std::optional<RuleField> RuleModel::fieldOf(int column) {
    switch (column) {
        case Value: return RuleField::Value;
        case Unit: return RuleField::Unit;
        case Strength: return RuleField::Strength;
        case Clause: return RuleField::Clause;
        case Source: return RuleField::Source;
        case Status: return RuleField::Status;
        default: return std::nullopt;
    }
}

void RuleModel::show(std::vector<RuleOfPack> rows) {
    const auto id = [](const RuleOfPack& row) -> const std::string& { return row.now.id; };
    if (std::ranges::equal(rows, m_rows, {}, id, id)) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void RuleModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, column_count - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
}

int RuleModel::rowOf(const std::string& rule) const {
    const auto found = std::ranges::find_if(m_rows, [&](const RuleOfPack& row) { return row.now.id == rule; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RuleModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int RuleModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant RuleModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const RuleOfPack& r = row(index.row());
    const auto field = fieldOf(index.column());
    switch (role) {
        case Qt::DisplayRole:
            if (field) return field_text(r.now, *field);
            return index.column() == What ? text(r.now.what) : index.column() == Sort ? sort_word(r.now.sort) : text(r.now.id);
        case Qt::EditRole: return field ? field == RuleField::Value && !r.now.value ? QString{} : field_text(r.now, *field) : QString{};
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Value ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::ToolTipRole: {
            QString tip = text(r.now.text);
            if (field && differs(r, *field)) tip += "\n" + tr("In the pack that it extends: %1").arg(field_text(*r.parent, *field));
            if (!r.now.clause.superseded_by.empty()) tip += "\n" + tr("Superseded by: %1").arg(text(r.now.clause.superseded_by));
            return tip;
        }
        case Qt::FontRole: {
            if (!field || !differs(r, *field)) return {};
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        case Qt::ForegroundRole:
            if (field && differs(r, *field)) return colour("verify_text");
            if (!field && index.column() != What) return colour("text_second");
            return {};
        case ChipRole: return index.column() == Status ? status_chip(r.now.clause.status) : QString{};
        case ChangedRole: return r.isChanged();
        default: return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (section == Value ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case What: return tr("Of what");
        case Value: return tr("Value");
        case Unit: return tr("Unit");
        case Strength: return tr("Strength");
        case Clause: return tr("Clause");
        case Source: return tr("Source");
        case Status: return tr("Status");
        case Sort: return tr("Sort");
        case Id: return tr("Rule");
        default: return {};
    }
}

Qt::ItemFlags RuleModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid()) return flags;
    const geo::RuleRow& rule = row(index.row()).now;
    const auto field = fieldOf(index.column());
    const bool has_no_number = rule.sort == geo::RuleSort::Ban || rule.unit == "none";
    const bool is_fixed = (field == RuleField::Value && rule.unit == "none") || (field == RuleField::Value && has_no_number && rule.value == 0.0) ||
                          (field == RuleField::Unit && (choices(rule, RuleField::Unit).isEmpty() || !rule.value)) ||
                          (field == RuleField::Strength && rule.sort == geo::RuleSort::Ban);
    if (field && !is_fixed) flags |= Qt::ItemIsEditable;
    return flags;
}

bool RuleModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto field = index.isValid() ? fieldOf(index.column()) : std::nullopt;
    if (role != Qt::EditRole || !field) return false;
    const geo::RuleRow& rule = row(index.row()).now;
    const bool is_chosen = value.typeId() == QMetaType::Int;
    const TypedRule typed = is_chosen ? chosen_rule(rule, *field, value.toInt()) : typed_rule(rule, *field, value.toString());
    if (!typed.fault.isEmpty()) return false;
    if (typed.edit) emit edited(*typed.edit);
    return true;
}

}  // namespace app
