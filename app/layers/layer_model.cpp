#include "app/layers/layer_model.hpp"

#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QIcon>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <utility>

namespace app {
namespace {

const QString mime_type = QStringLiteral("application/x-anchong-layer");
constexpr QSize key_size{22, 14};
constexpr std::array<const char*, 4> section_order{"results", "hazards", "bans", "base"};

// What an index points at, packed into its id: 0 is a section, s + 1 a group of section s, with g + 1 above that a class of its group g.
constexpr quintptr class_shift = 16;
quintptr id_in_section(int section) { return static_cast<quintptr>(section) + 1; }
quintptr id_in_group(int section, int group) { return (static_cast<quintptr>(group) + 1) << class_shift | id_in_section(section); }
int section_of(quintptr id) { return static_cast<int>(id & 0xFFFFU) - 1; }
int group_of(quintptr id) { return static_cast<int>(id >> class_shift) - 1; }
LayerModel::Level level_of(const QModelIndex& index) {
    if (index.internalId() == 0) return LayerModel::Section;
    return index.internalId() >> class_shift ? LayerModel::Class : LayerModel::Group;
}

/// A key is of the map's looks, whose paper stays light: on dark panels it brings a piece of it. Chosen rows do not tint it.
QIcon icon_of(const QImage& key) {
    QPixmap pixmap{key.size()};
    pixmap.setDevicePixelRatio(key.devicePixelRatio());
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    if (theme() == Theme::Dark) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour("paper"));
        painter.drawRoundedRect(QRectF{{}, key.deviceIndependentSize()}, 2.0, 2.0);
    }
    painter.drawImage(QPointF{}, key);
    painter.end();
    QIcon icon{pixmap};
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

QString both(const geo::Message& title) { return text(title.zh) + ' ' + text(title.en); }

}  // namespace

void LayerModel::show(std::shared_ptr<const MapStyle> style, std::vector<std::pair<std::string, std::size_t>> groups,
                      std::vector<geo::LayerView> layers, double device_ratio) {
    m_icons.clear();
    beginResetModel();
    m_style = std::move(style);
    m_layers = std::move(layers);
    m_groups.clear();
    for (const auto& [id, count] : groups) {
        const auto group = std::ranges::find(m_style->groups(), id, &LayerGroup::id);
        if (group == m_style->groups().end()) continue;
        GroupRow row{.id = id, .title = group->title, .count = count,
                     .key = legend_key(*m_style, id, key_size, device_ratio), .classes = {}};
        const std::vector<LegendEntry> legend = legend_of(*m_style, id, key_size, device_ratio);
        if (legend.size() > 1)
            for (const LegendEntry& entry : legend) row.classes.emplace_back(entry.title, entry.key);
        m_groups.push_back(std::move(row));
    }
    m_sections = arranged();
    endResetModel();
}

void LayerModel::setLayers(std::vector<geo::LayerView> layers) {
    m_layers = std::move(layers);
    std::vector<SectionRow> sections = arranged();
    const auto same_groups = [](const SectionRow& a, const SectionRow& b) {
        return std::ranges::equal(a.groups, b.groups, {}, &GroupRow::id, &GroupRow::id);
    };
    if (!std::ranges::equal(sections, m_sections, same_groups)) {
        beginResetModel();
        m_sections = std::move(sections);
        endResetModel();
        return;
    }
    for (int s = 0; s < rowCount(); ++s) {
        const QModelIndex section = index(s, 0);
        emit dataChanged(index(0, 0, section), index(rowCount(section) - 1, 0, section));
    }
}

void LayerModel::retranslate() {
    if (m_sections.empty()) return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
    for (int s = 0; s < rowCount(); ++s) {
        const QModelIndex section = index(s, 0);
        emit dataChanged(index(0, 0, section), index(rowCount(section) - 1, 0, section));
        for (int g = 0; g < rowCount(section); ++g)
            if (const QModelIndex group = index(g, 0, section); rowCount(group) > 0)
                emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group));
    }
}

QModelIndex LayerModel::indexOf(const std::string& id) const {
    for (int s = 0; s < rowCount(); ++s) {
        const auto& groups = m_sections[static_cast<std::size_t>(s)].groups;
        if (const auto it = std::ranges::find(groups, id, &GroupRow::id); it != groups.end())
            return index(static_cast<int>(it - groups.begin()), 0, index(s, 0));
    }
    return {};
}

std::string LayerModel::neighbour(const std::string& id, Side side) const {
    const int step = side == Side::Above ? -1 : 1;
    const QModelIndex own = indexOf(id);
    if (const GroupRow* beside = groupAt(own.siblingAtRow(own.row() + step))) return beside->id;
    const auto it = std::ranges::find(m_layers, id, &geo::LayerView::id);
    if (it == m_layers.end()) return {};
    for (auto i = (it - m_layers.begin()) + step; i >= 0 && i < std::ssize(m_layers); i += step) {
        const std::string& other = m_layers[static_cast<std::size_t>(i)].id;
        if (std::ranges::count(m_groups, other, &GroupRow::id) > 0) return other;
    }
    return {};
}

QModelIndex LayerModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    if (!parent.isValid()) return createIndex(row, column, quintptr{0});
    if (level_of(parent) == Section) return createIndex(row, column, id_in_section(parent.row()));
    return createIndex(row, column, id_in_group(section_of(parent.internalId()), parent.row()));
}

QModelIndex LayerModel::parent(const QModelIndex& child) const {
    if (!child.isValid()) return {};
    switch (level_of(child)) {
        case Section: return {};
        case Group: return createIndex(section_of(child.internalId()), 0, quintptr{0});
        case Class: return createIndex(group_of(child.internalId()), 0, id_in_section(section_of(child.internalId())));
    }
    return {};
}

int LayerModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_sections.size());
    if (level_of(parent) == Section) return static_cast<int>(m_sections[static_cast<std::size_t>(parent.row())].groups.size());
    const GroupRow* group = groupAt(parent);
    return group ? static_cast<int>(group->classes.size()) : 0;
}

int LayerModel::columnCount(const QModelIndex&) const { return 1; }

QVariant LayerModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Level level = level_of(index);
    if (role == LevelRole) return level;
    if (const GroupRow* group = groupAt(index)) return groupData(*group, role);
    if (level == Section) {
        const SectionRow& section = m_sections[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole) return text(m_style->section_title(section.id));
        if (role == SearchRole) return both(m_style->section_title(section.id));
        if (role == IdRole) return QString::fromStdString(section.id);
        if (role == CountRole) return static_cast<qulonglong>(section.groups.size());
        return {};
    }
    const auto& [title, key] = groupAt(index.parent())->classes[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(title);
    if (role == Qt::DecorationRole) return iconOf(key);
    if (role == SearchRole) return both(title);
    return {};
}

/// Made once a key and theme: a new icon at each painting would fill the cache of pixmaps with copies.
QIcon LayerModel::iconOf(const QImage& key) const {
    if (std::exchange(m_icons_theme, theme()) != theme()) m_icons.clear();
    const auto at = m_icons.constFind(key.cacheKey());
    return at != m_icons.cend() ? *at : *m_icons.insert(key.cacheKey(), icon_of(key));
}

QVariant LayerModel::groupData(const GroupRow& group, int role) const {
    const geo::LayerView* view = viewOf(group.id);
    const bool is_visible = view && view->is_visible;
    switch (role) {
        case Qt::DisplayRole: return text(group.title);
        case Qt::DecorationRole: return iconOf(group.key);
        case Qt::CheckStateRole: return is_visible ? Qt::Checked : Qt::Unchecked;
        case Qt::ForegroundRole: return is_visible ? QVariant{} : colour("text_second");
        case Qt::ToolTipRole: return group.count > 0 ? tr("%1: %2").arg(text(group.title), number(static_cast<double>(group.count), 0)) : text(group.title);
        case IdRole: return QString::fromStdString(group.id);
        case CountRole: return static_cast<qulonglong>(group.count);
        case SearchRole: return both(group.title);
        default: return {};
    }
}

bool LayerModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const GroupRow* group = groupAt(index);
    if (!group || role != Qt::CheckStateRole) return false;
    emit visibilityAsked(group->id, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags LayerModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    if (level_of(index) == Section) return Qt::ItemIsEnabled | Qt::ItemIsDropEnabled;
    const GroupRow* group = groupAt(index);
    if (!group) return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled;
    // Between its classes there is room for a drop too; others take none, so that a drop always falls beside them.
    return group->classes.empty() ? flags | Qt::ItemNeverHasChildren : flags | Qt::ItemIsDropEnabled;
}

QStringList LayerModel::mimeTypes() const { return {mime_type}; }

QMimeData* LayerModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    const GroupRow* group = groupAt(indexes.front());
    if (!group) return nullptr;
    auto* data = new QMimeData;  // The drag takes it.
    data->setData(mime_type, QByteArray::fromStdString(group->id));
    return data;
}

bool LayerModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex& parent) const {
    return action == Qt::MoveAction && data && data->hasFormat(mime_type) && parent.isValid();
}

bool LayerModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) {
    if (!canDropMimeData(data, action, row, column, parent)) return false;
    const std::string id = data->data(mime_type).toStdString();
    if (!indexOf(id).isValid()) return false;
    const auto [beside, side] = placeOfDrop(id, row, parent);
    if (beside.empty() || beside == id) return false;
    emit moveAsked(id, beside, side);
    return true;
}

std::pair<std::string, Side> LayerModel::placeOfDrop(const std::string& id, int row, const QModelIndex& parent) const {
    if (const GroupRow* group = groupAt(parent)) return {group->id, Side::Below};
    const auto& groups = m_sections[static_cast<std::size_t>(parent.row())].groups;
    if (row < 0) row = 0;  // On the section's head.
    if (row == 0) return {groups.front().id, Side::Above};
    const std::string& upper = groups[static_cast<std::size_t>(row) - 1].id;
    if (row >= std::ssize(groups)) return {upper, Side::Below};
    const std::string& lower = groups[static_cast<std::size_t>(row)].id;
    if (upper == id || lower == id) return {id, Side::Above};
    // Between two: beside the one that it reaches first, so that it passes no more layers of other sections than it must.
    const auto place = [this](const std::string& of) { return std::ranges::find(m_layers, of, &geo::LayerView::id) - m_layers.begin(); };
    return place(id) < place(upper) ? std::pair{upper, Side::Below} : std::pair{lower, Side::Above};
}

std::vector<LayerModel::SectionRow> LayerModel::arranged() const {
    std::vector<SectionRow> sections;
    for (const char* id : section_order) {
        SectionRow section{.id = id, .groups = {}};
        for (const geo::LayerView& layer : m_layers) {
            const auto row = std::ranges::find(m_groups, layer.id, &GroupRow::id);
            const auto group = std::ranges::find(m_style->groups(), layer.id, &LayerGroup::id);
            if (row != m_groups.end() && group->section == id) section.groups.push_back(*row);
        }
        if (!section.groups.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

const LayerModel::GroupRow* LayerModel::groupAt(const QModelIndex& index) const {
    if (!index.isValid() || level_of(index) != Group) return nullptr;
    return &m_sections[static_cast<std::size_t>(section_of(index.internalId()))].groups[static_cast<std::size_t>(index.row())];
}

const geo::LayerView* LayerModel::viewOf(const std::string& id) const {
    const auto it = std::ranges::find(m_layers, id, &geo::LayerView::id);
    return it == m_layers.end() ? nullptr : &*it;
}

}  // namespace app
