#include "app/tables/record_model.hpp"

#include "app/theme/theme.hpp"

#include <QCollator>
#include <QCollatorSortKey>
#include <QIcon>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace app {
namespace {

bool has_words(const Records& records, int record, const QStringList& words) {
    QStringList cells;
    for (const Column& column : records.columns) cells << column.text(record);
    return std::ranges::all_of(words, [&](const QString& word) {
        return std::ranges::any_of(cells, [&](const QString& cell) { return cell.contains(word, Qt::CaseInsensitive); });
    });
}

/// Sorts rows by the keys of their records; `goes_before(a, b)` compares two keys.
template <typename Key, typename Before>
void sort_by(std::vector<int>& rows, const std::vector<Key>& keys, Qt::SortOrder order, Before goes_before) {
    std::vector<std::size_t> places(rows.size());
    std::iota(places.begin(), places.end(), 0U);
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
        return order == Qt::AscendingOrder ? goes_before(keys[a], keys[b]) : goes_before(keys[b], keys[a]);
    });
    std::vector<int> sorted;
    sorted.reserve(rows.size());
    for (const std::size_t place : places) sorted.push_back(rows[place]);
    rows = std::move(sorted);
}

}  // namespace

void RecordModel::show(Records records) {
    beginResetModel();
    m_records = std::move(records);
    m_rows = filtered();
    arrange(m_rows);
    endResetModel();
}

void RecordModel::setFilter(const QString& words) {
    if (words == m_filter) return;
    beginResetModel();
    m_filter = words;
    m_rows = filtered();
    arrange(m_rows);
    endResetModel();
}

void RecordModel::retranslate() {
    // Words of the other language may match the filter and sort differently.
    beginResetModel();
    m_rows = filtered();
    arrange(m_rows);
    endResetModel();
}

QString RecordModel::idAt(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    return m_records.id(m_rows[static_cast<std::size_t>(row)]);
}

int RecordModel::rowOf(const QString& id) const {
    const auto it = std::ranges::find_if(m_rows, [&](int record) { return m_records.id(record) == id; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int RecordModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int RecordModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.columns.size());
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Column& column = m_records.columns[static_cast<std::size_t>(index.column())];
    const int record = m_rows[static_cast<std::size_t>(index.row())];
    const bool is_number = column.number && !column.only_sorts;
    switch (role) {
        case Qt::DisplayRole: return column.text(record);
        case Qt::ToolTipRole: return column.number ? QVariant{} : column.text(record);  // Texts may be cut off by the column's width.
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignVCenter | (is_number ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::DecorationRole: return column.icon ? QVariant{icon(column.icon(record))} : QVariant{};
        case IdRole: return m_records.id(record);
        case ChipRole: return column.chip ? column.chip(record) : QString{};
        case DiscRole: return column.disc ? QVariant::fromValue(column.disc(record)) : QVariant{};
        case CopyRole: {
            if (!is_number) return column.text(record);
            const std::optional<double> number = column.number(record);
            return number ? QString::number(*number, 'f', column.decimals) : QString{};
        }
        default: return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const Column& column = m_records.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return column.title();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column.number && !column.only_sorts ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void RecordModel::sort(int column, Qt::SortOrder order) {
    m_sorted = column;
    m_order = order;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<int> before = m_rows;
    if (m_sorted < 0) m_rows = filtered();
    arrange(m_rows);
    std::vector<int> row_of(static_cast<std::size_t>(m_records.count), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row) row_of[static_cast<std::size_t>(m_rows[row])] = static_cast<int>(row);
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex& index : old)
        moved << this->index(row_of[static_cast<std::size_t>(before[static_cast<std::size_t>(index.row())])], index.column());
    changePersistentIndexList(old, moved);
    emit layoutChanged({}, VerticalSortHint);
}

std::vector<int> RecordModel::filtered() const {
    const QStringList words = m_filter.split(' ', Qt::SkipEmptyParts);
    std::vector<int> rows;
    rows.reserve(static_cast<std::size_t>(m_records.count));
    for (int record = 0; record < m_records.count; ++record)
        if (words.isEmpty() || has_words(m_records, record, words)) rows.push_back(record);
    return rows;
}

void RecordModel::arrange(std::vector<int>& rows) const {
    if (m_sorted < 0 || m_sorted >= columnCount()) return;
    std::ranges::sort(rows);  // Equal keys then keep the order of the records, however often one sorts.
    const Column& column = m_records.columns[static_cast<std::size_t>(m_sorted)];
    if (column.number) {
        std::vector<std::optional<double>> keys;
        keys.reserve(rows.size());
        for (const int record : rows) keys.push_back(column.number(record));
        const bool ascends = m_order == Qt::AscendingOrder;
        sort_by(rows, keys, m_order, [ascends](const std::optional<double>& a, const std::optional<double>& b) {
            if (a && b) return *a < *b;
            return ascends ? a.has_value() && !b : b.has_value() && !a;  // The unknown comes last either way.
        });
        return;
    }
    QCollator collator{QLocale{QLocale::Chinese, QLocale::China}};
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(rows.size());
    for (const int record : rows) keys.push_back(collator.sortKey(column.text(record)));
    sort_by(rows, keys, m_order, [](const QCollatorSortKey& a, const QCollatorSortKey& b) { return a.compare(b) < 0; });
}

}  // namespace app
