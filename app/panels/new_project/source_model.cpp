#include "app/panels/new_project/source_model.hpp"

#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QDir>

#include <algorithm>

namespace app {
namespace {

QVariant alignment(int column) {
    const bool is_number = column == SourceModel::FeaturesColumn || column == SourceModel::AccuracyColumn;
    return QVariant::fromValue((is_number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

}  // namespace

int SourceModel::rowOf(int id) const {
    const auto it = std::ranges::find(m_rows, id, &SourceRow::id);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int SourceModel::addFile(const QString& file) {
    if (const auto there = std::ranges::find(m_rows, file, &SourceRow::file); there != m_rows.end()) {
        if (there->preview || there->isReading) return 0;
        there->isReading = true;
        there->failure.reset();
        changed(static_cast<int>(there - m_rows.begin()));
        return there->id;
    }
    const int at = rowCount();
    beginInsertRows({}, at, at);
    m_rows.push_back({.id = m_next_id++, .file = file});
    endInsertRows();
    emit rowsChanged();
    return m_rows.back().id;
}

void SourceModel::showFirst(SourceRow& row, geo::LayerPreview preview) const {
    row.role = preview.role;
    row.isUsed = preview.role.has_value() || preview.is_only_layer;
    row.isReading = false;
    row.preview = std::move(preview);
}

void SourceModel::show(int id, std::vector<geo::LayerPreview> previews) {
    const int at = rowOf(id);
    if (at < 0) return;
    SourceRow& row = m_rows[static_cast<std::size_t>(at)];
    if (row.preview) {  // again, with other choices
        geo::LayerPreview& fresh = previews.front();
        if (!row.isRoleChosen) row.role = fresh.role;
        row.preview = std::move(fresh);
        row.isReading = false;
        row.failure.reset();
        changed(at);
        return;
    }
    // Tables without a place are no layers, unless the file holds nothing else.
    const auto has_place = [](const geo::LayerPreview& p) { return p.has_coordinates || p.names_buildings; };
    if (std::ranges::any_of(previews, has_place)) std::erase_if(previews, [&](const auto& p) { return !has_place(p); });
    showFirst(row, std::move(previews.front()));
    changed(at);
    if (previews.size() == 1) return;
    const QString file = row.file;
    beginInsertRows({}, at + 1, at + static_cast<int>(previews.size()) - 1);
    for (std::size_t i = 1; i < previews.size(); ++i) {
        SourceRow more{.id = m_next_id++, .file = file};
        showFirst(more, std::move(previews[i]));
        m_rows.insert(m_rows.begin() + at + static_cast<std::ptrdiff_t>(i), std::move(more));
    }
    endInsertRows();
    emit rowsChanged();
}

void SourceModel::showFailure(int id, const geo::Message& failure) {
    const int at = rowOf(id);
    if (at < 0) return;
    SourceRow& row = m_rows[static_cast<std::size_t>(at)];
    row.isReading = false;
    row.failure = failure;
    changed(at);
}

void SourceModel::remove(int row) {
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit rowsChanged();
}

void SourceModel::setMapping(int row, const std::string& field, const std::string& column) {
    SourceRow& source = m_rows[static_cast<std::size_t>(row)];
    if (column.empty()) source.mapping.erase(field);
    else source.mapping[field] = column;
    source.isReading = true;
    changed(row);
    emit previewNeeded(source.id);
}

void SourceModel::setHint(int row, geo::Point lonlat) {
    SourceRow& source = m_rows[static_cast<std::size_t>(row)];
    source.hint_lonlat = lonlat;
    source.isReading = true;
    changed(row);
    emit previewNeeded(source.id);
}

std::vector<Choice> SourceModel::choices(const QModelIndex& index) const {
    const SourceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case RoleColumn: return roleChoices(row);
        case EncodingColumn: return encodingChoices(row);
        case CrsColumn: return crsChoices(row);
        default: return {};
    }
}

int SourceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int SourceModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SourceModel::shown(const SourceRow& row, int column) const {
    switch (column) {
        case FileColumn: return row.fileName();
        case LayerColumn: return row.preview && !row.preview->is_only_layer ? text(row.preview->layer) : QString{};
        case RoleColumn:
            if (row.role) return role_word(*row.role);
            return row.preview ? tr("– no role –") : QString{};
        case EncodingColumn: return row.encoding ? text(*row.encoding) : row.preview ? text(row.preview->encoding) : QString{};
        case CrsColumn:
            if (row.preview && row.preview->crs_from == "derived") return tr("the buildings’");
            if (row.crs) return text(*row.crs);
            return !row.preview ? QString{} : row.preview->crs.empty() ? tr("not known")
                   : row.preview->crs.starts_with("EPSG:") ? text(row.preview->crs) : text(row.preview->crs_title);
        case AccuracyColumn: return number(row.accuracy_m.value_or(geo::Provenance{}.accuracy_m), 1);
        case FeaturesColumn:
            if (row.isReading) return tr("reading…");
            if (!row.preview) return tr("not read");
            return row.preview->feature_count ? number(static_cast<double>(*row.preview->feature_count), 0) : tr("many");
        default: return {};
    }
}

bool SourceModel::isAutomatic(const SourceRow& row, int column) const {
    switch (column) {
        case EncodingColumn: return !row.encoding;
        case CrsColumn: return !row.crs;
        case AccuracyColumn: return !row.accuracy_m;
        default: return false;
    }
}

QVariant SourceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const SourceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return shown(row, column);
        case Qt::EditRole:
            if (column == RoleColumn) return row.role ? QVariant{static_cast<int>(*row.role)} : QVariant{};
            if (column == EncodingColumn) return row.encoding ? QVariant{text(*row.encoding)} : QVariant{};
            if (column == CrsColumn) return row.crs ? QVariant{text(*row.crs)} : QVariant{};
            if (column == AccuracyColumn) return row.accuracy_m.value_or(geo::Provenance{}.accuracy_m);
            return {};
        case Qt::CheckStateRole:
            return column == FileColumn ? QVariant{row.isUsed ? Qt::Checked : Qt::Unchecked} : QVariant{};
        case Qt::DecorationRole:
            return column == FileColumn && row.problem() ? QVariant{icon("warning")} : QVariant{};
        case Qt::ToolTipRole:
            if (const auto problem = row.problem()) return text(*problem);
            return column == FileColumn ? QVariant{QDir::toNativeSeparators(row.file)} : shown(row, column);
        case Qt::ForegroundRole:
            if (row.problem() && (column == FileColumn || (column == CrsColumn && row.preview && row.preview->crs.empty() && row.preview->has_coordinates))) return colour("fails_text");
            if (column == EncodingColumn && row.preview && row.preview->unreadable_texts > 0) return colour("fails_text");
            if (!row.isUsed || isAutomatic(row, column)) return colour("text_second");
            return {};
        case Qt::TextAlignmentRole:
            return alignment(column);
        default: return {};
    }
}

bool SourceModel::choose(SourceRow& row, int column, const QVariant& value) {
    const QString word = value.toString().trimmed();
    switch (column) {
        case RoleColumn: {
            const auto role = word.isEmpty() ? std::nullopt : std::optional{static_cast<geo::Role>(value.toInt())};
            if (role == row.role) return false;
            row.role = role;
            row.isRoleChosen = true;
            row.isUsed = role.has_value();
            row.mapping.clear();  // fields of another role
            return true;
        }
        case EncodingColumn: {
            const auto encoding = word.isEmpty() ? std::nullopt : std::optional{word.toStdString()};
            if (encoding == row.encoding) return false;
            row.encoding = encoding;
            row.mapping.clear();  // its columns have other names now
            return true;
        }
        case CrsColumn: {
            const QString crs = crsOf(word);
            const auto name = crs.isEmpty() ? std::nullopt : std::optional{crs.toStdString()};
            if (name == row.crs) return false;
            row.crs = name;
            return true;
        }
        default: return false;
    }
}

bool SourceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid()) return false;
    SourceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == FileColumn) {
        row.isUsed = value.toInt() == Qt::Checked;
        changed(index.row());
        return true;
    }
    if (role != Qt::EditRole) return false;
    if (index.column() == AccuracyColumn) {
        if (const double metres = value.toDouble(); metres > 0.0) row.accuracy_m = metres;
        else row.accuracy_m.reset();
        changed(index.row());
        return true;
    }
    if (!choose(row, index.column(), value)) return false;
    row.isReading = true;
    row.failure.reset();
    changed(index.row());
    emit previewNeeded(row.id);
    return true;
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return alignment(section);
    if (role == Qt::ToolTipRole && section == AccuracyColumn) return tr("How far off a position of the file may be, in metres");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case FileColumn: return tr("File");
        case LayerColumn: return tr("Layer");
        case RoleColumn: return tr("Role");
        case EncodingColumn: return tr("Encoding");
        case CrsColumn: return tr("CRS");
        case AccuracyColumn: return tr("± m");
        case FeaturesColumn: return tr("Features");
        default: return {};
    }
}

Qt::ItemFlags SourceModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const SourceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    switch (index.column()) {
        case FileColumn: return flags | Qt::ItemIsUserCheckable;
        case RoleColumn:
        case CrsColumn:
        case AccuracyColumn: return row.preview ? flags | Qt::ItemIsEditable : flags;
        case EncodingColumn: return row.hasEncoding() ? flags | Qt::ItemIsEditable : flags;
        default: return flags;
    }
}

void SourceModel::changed(int row) {
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit rowsChanged();
}

void SourceModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

}  // namespace app
