#include "app/layers/layer_tree.hpp"

#include "app/edits/set_view_part.hpp"
#include "app/layers/layer_delegate.hpp"
#include "app/layers/layer_model.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace app {
namespace {

constexpr int indentation = 18;

/// Calls `look` for each row that has rows below it, with its id and level; only of what the filter lets through.
void each_branch(const QSortFilterProxyModel& model, const std::function<void(const QModelIndex&, const QString&, LayerModel::Level)>& look,
                 const QModelIndex& parent = {}) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (!model.hasChildren(index)) continue;
        look(index, index.data(LayerModel::IdRole).toString(), static_cast<LayerModel::Level>(index.data(LayerModel::LevelRole).toInt()));
        each_branch(model, look, index);
    }
}

}  // namespace

LayerTree::LayerTree(OpenProject& project, QWidget* parent)
    : QDockWidget{parent},
      m_project{project},
      m_model{new LayerModel{this}},
      m_found{new QSortFilterProxyModel{this}},
      m_view{new QTreeView},
      m_filter{new QLineEdit},
      m_opacity_title{new QLabel},
      m_opacity{new QSlider{Qt::Horizontal}},
      m_percent{new QLabel} {
    setObjectName("layers");
    m_found->setSourceModel(m_model);
    m_found->setFilterRole(LayerModel::SearchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setAutoAcceptChildRows(true);
    m_view->setModel(m_found);
    m_view->setItemDelegate(new LayerDelegate{m_view});
    m_view->setHeaderHidden(true);
    m_view->setIndentation(indentation);
    m_view->setIconSize({22, 14});
    m_view->setUniformRowHeights(true);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_opacity->setRange(0, 100);
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_percent->setFixedWidth(44);

    auto* content = new QWidget{this};
    auto* rows = new QVBoxLayout{content};
    rows->setContentsMargins(0, 12, 0, 8);
    rows->setSpacing(8);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(12, 0, 12, 0);
    search->addWidget(m_filter);
    rows->addLayout(search);
    auto* list = new QHBoxLayout;
    list->setContentsMargins(4, 0, 0, 0);
    list->addWidget(m_view);
    rows->addLayout(list, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->setSpacing(12);
    foot->addWidget(m_opacity_title);
    foot->addWidget(m_opacity, 1);
    foot->addWidget(m_percent);
    rows->addLayout(foot);
    setWidget(content);

    addActions();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        if (m_found->filterRegularExpression().pattern().isEmpty()) keepOpened();  // As it was before the filter opened all.
        m_found->setFilterFixedString(words.trimmed());
        if (words.trimmed().isEmpty()) restoreOpened();
        else m_view->expandAll();
    });
    connect(m_model, &LayerModel::visibilityAsked, this, &LayerTree::setLayerVisible);
    // After the drop is over: the rows are made anew.
    connect(m_model, &LayerModel::moveAsked, this, [this](const std::string& id, const std::string& neighbour, Side side) {
        reorder(moved_beside(m_model->layers(), id, neighbour, side));
    }, Qt::QueuedConnection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        ++m_gesture;
        showOpacity();
    });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &LayerTree::openMenu);
    connect(m_opacity, &QSlider::valueChanged, this, &LayerTree::setOpacity);
    for (const auto edge : {&QSlider::sliderPressed, &QSlider::sliderReleased}) connect(m_opacity, edge, this, [this] { ++m_gesture; });
    connect(&m_project, &OpenProject::viewChanged, this, &LayerTree::showView);
    connect(&m_project, &OpenProject::projectChanged, this, &LayerTree::showView);
    retranslate();
    showOpacity();
}

void LayerTree::addActions() {
    const auto add = [this](void (LayerTree::*slot)(), const QKeySequence& key = {}) {
        auto* action = new QAction{this};
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        m_view->addAction(action);
        return action;
    };
    m_zoom = add(&LayerTree::zoomToLayer, Qt::Key_Return);
    m_only = add(&LayerTree::showOnlyThis);
    m_all = add(&LayerTree::showAll);
    m_raise = add(&LayerTree::raiseLayer, Qt::CTRL | Qt::Key_Up);
    m_lower = add(&LayerTree::lowerLayer, Qt::CTRL | Qt::Key_Down);
    m_to_top = add(&LayerTree::moveToTop, Qt::CTRL | Qt::SHIFT | Qt::Key_Up);
    m_to_bottom = add(&LayerTree::moveToBottom, Qt::CTRL | Qt::SHIFT | Qt::Key_Down);
}

void LayerTree::showData(std::shared_ptr<const MapData> map) {
    m_data = std::move(map);
    changeModel([this] {
        if (!m_data) {
            m_model->show(MapStyle::standard(), {}, {}, devicePixelRatioF());
            return;
        }
        const std::shared_ptr<const MapStyle> style{m_data, &m_data->style()};  // Lives as long as the data.
        auto groups = m_data->groups();
        const auto has = [&groups](const char* id) { return std::ranges::any_of(groups, [id](const auto& group) { return group.first == id; }); };
        if (has("hazard") && !has("heat")) groups.emplace_back("heat", 0);  // Made of the reports, when it is wanted.
        m_model->show(style, std::move(groups), complete_layers(*style, m_project.view().layers), devicePixelRatioF());
    });
}

std::string LayerTree::currentLayer() const {
    QModelIndex index = m_view->currentIndex();
    if (index.data(LayerModel::LevelRole).toInt() == LayerModel::Class) index = index.parent();
    if (!index.isValid() || index.data(LayerModel::LevelRole).toInt() != LayerModel::Group) return {};
    return index.data(LayerModel::IdRole).toString().toStdString();
}

void LayerTree::setCurrentLayer(const std::string& id) { m_view->setCurrentIndex(m_found->mapFromSource(m_model->indexOf(id))); }

void LayerTree::raiseLayer() {
    const std::string id = currentLayer();
    reorder(moved_beside(m_model->layers(), id, m_model->neighbour(id, Side::Above), Side::Above));
}

void LayerTree::lowerLayer() {
    const std::string id = currentLayer();
    reorder(moved_beside(m_model->layers(), id, m_model->neighbour(id, Side::Below), Side::Below));
}

void LayerTree::moveToTop() { reorder(moved_to_end(m_model->layers(), currentLayer(), Side::Above)); }
void LayerTree::moveToBottom() { reorder(moved_to_end(m_model->layers(), currentLayer(), Side::Below)); }

void LayerTree::zoomToLayer() {
    if (!m_data) return;
    const std::string id = currentLayer();
    // The density lies where its reports are.
    const geo::Box box = m_data->group_extent(id == "heat" ? "hazard" : id);
    if (!box.empty()) emit zoomAsked(box);
}

void LayerTree::showOnlyThis() {
    const std::string id = currentLayer();
    if (id.empty()) return;
    auto layers = m_model->layers();
    for (geo::LayerView& layer : layers) layer.is_visible = layer.id == id;
    m_project.undoStack().push(new SetLayers{m_project, std::move(layers), tr("Show only one layer")});
}

void LayerTree::showAll() {
    auto layers = m_model->layers();
    for (geo::LayerView& layer : layers)
        if (m_model->indexOf(layer.id).isValid()) layer.is_visible = true;
    m_project.undoStack().push(new SetLayers{m_project, std::move(layers), tr("Show all layers")});
}

void LayerTree::setLayerVisible(const std::string& id, bool is_visible) {
    auto layers = m_model->layers();
    const auto layer = std::ranges::find(layers, id, &geo::LayerView::id);
    if (layer == layers.end() || layer->is_visible == is_visible) return;
    layer->is_visible = is_visible;
    m_project.undoStack().push(new SetLayers{m_project, std::move(layers), is_visible ? tr("Show layer") : tr("Hide layer")});
}

void LayerTree::setOpacity(int percent) {
    m_percent->setText(tr("%1 %").arg(percent));
    auto layers = m_model->layers();
    const auto layer = std::ranges::find(layers, currentLayer(), &geo::LayerView::id);
    if (layer == layers.end() || qRound(layer->opacity * 100.0) == percent) return;
    layer->opacity = percent / 100.0;
    m_project.undoStack().push(new SetLayers{m_project, std::move(layers), tr("Opacity of a layer"), m_gesture});
}

void LayerTree::reorder(std::vector<geo::LayerView> layers) {
    if (layers == m_model->layers()) return;
    m_project.undoStack().push(new SetLayers{m_project, std::move(layers), tr("Order of layers")});
}

void LayerTree::showView() {
    if (!m_data || !m_project.isOpen()) return;
    auto layers = complete_layers(m_data->style(), m_project.view().layers);
    if (layers == m_model->layers()) return;
    changeModel([&] { m_model->setLayers(std::move(layers)); });
    showOpacity();
}

void LayerTree::showOpacity() {
    const std::string id = currentLayer();
    const auto& layers = m_model->layers();
    const auto layer = std::ranges::find(layers, id, &geo::LayerView::id);
    const bool is_chosen = layer != layers.end();
    for (QWidget* widget : {static_cast<QWidget*>(m_opacity_title), static_cast<QWidget*>(m_opacity), static_cast<QWidget*>(m_percent)})
        widget->setEnabled(is_chosen);
    const int percent = is_chosen ? qRound(layer->opacity * 100.0) : 100;
    const QSignalBlocker quiet{m_opacity};
    m_opacity->setValue(percent);
    m_percent->setText(tr("%1 %").arg(percent));
    for (QAction* action : {m_zoom, m_only, m_raise, m_lower, m_to_top, m_to_bottom}) action->setEnabled(is_chosen);
}

/// Rows may be made anew: the chosen layer stays chosen, open branches stay open, and the list does not jump.
void LayerTree::changeModel(const std::function<void()>& change) {
    const std::string id = currentLayer();
    keepOpened();
    change();
    restoreOpened();
    if (!id.empty()) setCurrentLayer(id);
}

void LayerTree::keepOpened() {
    each_branch(*m_found, [this](const QModelIndex& index, const QString& id, LayerModel::Level level) {
        auto& listed = level == LayerModel::Section ? m_closed_sections : m_opened_groups;
        if (m_view->isExpanded(index) == (level == LayerModel::Section)) listed.erase(id);
        else listed.insert(id);
    });
}

void LayerTree::restoreOpened() {
    each_branch(*m_found, [this](const QModelIndex& index, const QString& id, LayerModel::Level level) {
        m_view->setExpanded(index, level == LayerModel::Section ? !m_closed_sections.contains(id) : m_opened_groups.contains(id));
    });
}

void LayerTree::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDockWidget::changeEvent(event);
}

void LayerTree::retranslate() {
    setWindowTitle(tr("Layers"));
    m_filter->setPlaceholderText(tr("Filter layers"));
    m_filter->setAccessibleName(tr("Filter layers"));
    m_opacity_title->setText(tr("Opacity"));
    m_opacity->setAccessibleName(tr("Opacity"));
    m_zoom->setText(tr("Zoom to layer"));
    m_only->setText(tr("Show only this"));
    m_all->setText(tr("Show all"));
    m_raise->setText(tr("Raise"));
    m_lower->setText(tr("Lower"));
    m_to_top->setText(tr("To top"));
    m_to_bottom->setText(tr("To bottom"));
    m_view->setAccessibleName(tr("Layers"));
    m_model->retranslate();
    showOpacity();
}

void LayerTree::openMenu(const QPoint& at) {
    QMenu menu;
    menu.addActions({m_zoom, m_only, m_all});
    menu.addSeparator();
    menu.addActions({m_raise, m_lower, m_to_top, m_to_bottom});
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

}  // namespace app
