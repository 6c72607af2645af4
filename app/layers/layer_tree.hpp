#pragma once

#include "app/layers/layer_order.hpp"
#include "app/project/open_project.hpp"
#include "app/render/map_data.hpp"

#include <QDockWidget>

#include <functional>
#include <memory>
#include <set>

class QAction;
class QLabel;
class QLineEdit;
class QSlider;
class QSortFilterProxyModel;
class QTreeView;

namespace app {

class LayerModel;

/// The layer tree: what the map draws, in drawing order by section, with its legend; ticks, order (drag, menu, Ctrl+Up, Ctrl+Down) and opacity. Each
/// change is an undo command on the project's view.
class LayerTree : public QDockWidget {
    Q_OBJECT

   public:
    explicit LayerTree(OpenProject& project, QWidget* parent = nullptr);

    void showData(std::shared_ptr<const MapData> map);  ///< null: empty

    LayerModel* model() const { return m_model; }
    QTreeView* view() const { return m_view; }
    QLineEdit* filterField() const { return m_filter; }
    QSlider* opacitySlider() const { return m_opacity; }
    std::string currentLayer() const;  ///< empty: none
    void setCurrentLayer(const std::string& id);

   public slots:
    void raiseLayer();
    void lowerLayer();
    void moveToTop();
    void moveToBottom();
    void zoomToLayer();
    void showOnlyThis();
    void showAll();

   signals:
    void zoomAsked(const geo::Box& box);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void addActions();
    void retranslate();
    void showView();                      ///< of the project
    void showOpacity();
    void changeModel(const std::function<void()>& change);
    void keepOpened();
    void restoreOpened();
    void setLayerVisible(const std::string& id, bool is_visible);
    void setOpacity(int percent);
    void reorder(std::vector<geo::LayerView> layers);
    void openMenu(const QPoint& at);

    OpenProject& m_project;
    std::shared_ptr<const MapData> m_data;
    LayerModel* m_model;
    QSortFilterProxyModel* m_found;       ///< the model as the filter field lets it through
    QTreeView* m_view;
    QLineEdit* m_filter;
    QLabel* m_opacity_title;
    QSlider* m_opacity;
    QLabel* m_percent;
    QAction *m_raise, *m_lower, *m_to_top, *m_to_bottom, *m_zoom, *m_only, *m_all;
    int m_gesture = 1;                    ///< steps of one drag of the slider are one step of undo
    std::set<QString> m_closed_sections;  ///< sections start open, groups closed
    std::set<QString> m_opened_groups;
};

}  // namespace app
