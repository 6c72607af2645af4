#pragma once

#include "app/layers/layer_order.hpp"
#include "app/render/map_scene.hpp"
#include "app/theme/theme.hpp"

#include <QAbstractItemModel>
#include <QHash>
#include <QIcon>
#include <QImage>
#include <QSize>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// The layers of a map as a tree: sections, in them layer groups in drawing order, in these the classes of their legend. Changes nothing itself: a tick
/// or a drop is asked for by a signal, and shown once the view has it.
class LayerModel : public QAbstractItemModel {
    Q_OBJECT

   public:
    enum Role {
        IdRole = Qt::UserRole,  ///< of the group; of the section for sections; empty for classes
        LevelRole,              ///< Level
        CountRole,              ///< layers of a section, features of a group
        SearchRole              ///< what the filter looks at: the title in both languages
    };
    enum Level { Section, Group, Class };

    using QAbstractItemModel::QAbstractItemModel;

    /// @param groups  those that have data, with how many features @param layers  complete, topmost first; others than `groups` are kept for the order
    void show(std::shared_ptr<const MapStyle> style, std::vector<std::pair<std::string, std::size_t>> groups,
              std::vector<geo::LayerView> layers, double device_ratio);
    /// Other order, visibility or opacity of the same layers. Resets only when rows change places.
    void setLayers(std::vector<geo::LayerView> layers);
    const std::vector<geo::LayerView>& layers() const { return m_layers; }
    void retranslate();

    QModelIndex indexOf(const std::string& id) const;  ///< of a group; invalid when it has no row
    /// The nearest group above or below in the same section, else in drawing order among the groups shown; empty at the end.
    std::string neighbour(const std::string& id, Side side) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

   signals:
    void visibilityAsked(const std::string& id, bool is_visible);
    void moveAsked(const std::string& id, const std::string& neighbour, app::Side side);

   private:
    struct GroupRow {
        std::string id;
        geo::Message title;
        std::size_t count = 0;
        QImage key;
        std::vector<std::pair<geo::Message, QImage>> classes;
    };
    struct SectionRow {
        std::string id;
        std::vector<GroupRow> groups;
    };

    std::vector<SectionRow> arranged() const;
    const GroupRow* groupAt(const QModelIndex& index) const;  ///< null for sections and classes
    const geo::LayerView* viewOf(const std::string& id) const;
    QIcon iconOf(const QImage& key) const;
    QVariant groupData(const GroupRow& group, int role) const;
    /// Beside which group something dropped comes.
    std::pair<std::string, Side> placeOfDrop(const std::string& id, int row, const QModelIndex& parent) const;

    std::vector<GroupRow> m_groups;         ///< that have data, in the order of the style
    std::shared_ptr<const MapStyle> m_style;
    std::vector<geo::LayerView> m_layers;
    std::vector<SectionRow> m_sections;     ///< only those with groups
    mutable QHash<qint64, QIcon> m_icons;  ///< of the keys, by their cache key
    mutable Theme m_icons_theme = Theme::Light;
};

}  // namespace app
