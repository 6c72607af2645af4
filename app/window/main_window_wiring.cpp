// How the parts of the window hear of one another.
#include "app/layers/layer_tree.hpp"
#include "app/panels/compounds/compound_panel.hpp"
#include "app/panels/duties/duty_panel.hpp"
#include "app/panels/existing/existing_panel.hpp"
#include "app/panels/hazards/hazard_panel.hpp"
#include "app/panels/heat/heat_panel.hpp"
#include "app/panels/inspector/inspector_panel.hpp"
#include "app/panels/run_log/run_log_panel.hpp"
#include "app/panels/sites/site_panel.hpp"
#include "app/panels/strips/strip_panel.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "app/window/exports.hpp"
#include "app/window/sheets.hpp"
#include "app/window/main_window.hpp"
#include "app/canvas/map_feed.hpp"
#include "app/window/plan_run.hpp"
#include "app/window/project_files.hpp"
#include "app/window/settings.hpp"
#include "app/window/start_page.hpp"
#include "app/window/status_line.hpp"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QStackedWidget>

#include <set>

namespace app {

void MainWindow::wireFiles() {
    connect(m_actions.new_project, &QAction::triggered, this, [this] { m_files->newProject(); });
    connect(m_actions.open, &QAction::triggered, m_files, &ProjectFiles::openAsked);
    connect(m_actions.sample, &QAction::triggered, m_files, &ProjectFiles::openSample);
    connect(m_actions.save, &QAction::triggered, m_files, &ProjectFiles::save);
    connect(m_actions.save_as, &QAction::triggered, m_files, &ProjectFiles::saveAs);
    connect(m_actions.close, &QAction::triggered, m_files, &ProjectFiles::close);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.sheets, &QAction::triggered, this, [this] { m_sheets->showPlan(); });
    connect(m_actions.export_shp, &QAction::triggered, this, [this] { m_exports->ask(geo::ExportFormat::Shapefile); });
    connect(m_actions.export_gpkg, &QAction::triggered, this, [this] { m_exports->ask(geo::ExportFormat::GeoPackage); });
    connect(m_actions.export_geojson, &QAction::triggered, this, [this] { m_exports->ask(geo::ExportFormat::GeoJson); });
    connect(m_actions.export_heat, &QAction::triggered, this, [this] { m_exports->askHeat(m_shown_heat); });
    connect(m_start, &StartPage::newAsked, m_actions.new_project, &QAction::trigger);
    connect(m_start, &StartPage::openAsked, m_actions.open, &QAction::trigger);
    connect(m_start, &StartPage::sampleAsked, m_actions.sample, &QAction::trigger);
    connect(m_start, &StartPage::recentChosen, this, &MainWindow::open);
    connect(m_files, &ProjectFiles::recentChanged, this, &MainWindow::refreshRecent);
    connect(m_compounds, &CompoundPanel::newProjectAsked, m_actions.new_project, &QAction::trigger);
    connect(m_hazards, &HazardPanel::importAsked, m_actions.new_project, &QAction::trigger);
    connect(m_heat, &HeatPanel::importAsked, m_actions.new_project, &QAction::trigger);
    connect(m_inspector, &InspectorPanel::openRequested, m_actions.open, &QAction::trigger);

    connect(&m_project, &OpenProject::projectChanged, this, [this] {
        m_selection.clear();
        closeCompare();
        m_pages->setCurrentIndex(m_project.isOpen() ? 1 : 0);
        m_pages->currentWidget()->setFocus();
        if (!m_project.isOpen()) m_steps->setCurrent(Step::Collect);
        m_status->setState(m_project.isOpen() ? tr("Ready") : QString{});
        refreshTitle();
        refreshRules();
        refreshCrs();
        refreshSteps();
    });
    connect(&m_project, &OpenProject::pathChanged, this, &MainWindow::refreshTitle);
    connect(&m_project, &OpenProject::modifiedChanged, this, &MainWindow::refreshTitle);
    connect(&m_project, &OpenProject::inputsChanged, this, [this] {
        refreshRules();
        refreshSteps();
    });
    connect(&m_project, &OpenProject::resultsChanged, this, [this] {
        refreshActions();
        refreshSteps();
    });
}

void MainWindow::wireMap() {
    connect(m_feed, &MapFeed::dataChanged, this, [this](const std::shared_ptr<const MapData>& made) {
        m_canvas->showData(made);
        m_layers->showData(made);
        m_canvas->showLayers(m_project.view().layers);
        if (made && !m_is_placed) {
            m_is_placed = true;
            m_project.view().camera ? m_canvas->setCamera(*m_project.view().camera) : m_canvas->zoomFull();
        }
        markSelected();
        refreshFactor();
    });
    connect(m_feed, &MapFeed::failed, this, [this](const geo::Message& reason) { m_parts->fail(reason); });
    connect(&m_project, &OpenProject::projectChanged, this, [this] { m_is_placed = false; });
    connect(&m_project, &OpenProject::viewChanged, this, [this] { m_canvas->showLayers(m_project.view().layers); });
    connect(m_heat, &HeatPanel::heatChanged, this, [this](std::shared_ptr<const geo::Heat> heat) {
        m_shown_heat = heat;
        m_canvas->showHeat(std::move(heat));
    });
    connect(m_heat, &HeatPanel::failed, this, [this](const geo::Message& reason) { m_parts->fail(reason); });
    connect(m_canvas, &MapCanvas::cameraChanged, this, [this](const geo::Camera& camera) {
        if (m_project.isOpen() && m_is_placed) m_project.setCamera(camera);
        m_status->setScale(m_canvas->scaleDenominator());
        refreshFactor();
    });
    connect(m_canvas, &MapCanvas::pointerMoved, this, [this](const geo::Point& place) { m_status->setPlace(place); });
    connect(m_canvas, &MapCanvas::pointerLeft, this, [this] { m_status->setPlace({}); });
    connect(m_canvas, &MapCanvas::layersFailed, this, [this](const std::vector<LayerFailure>& failures) {
        for (const LayerFailure& failure : failures) m_parts->fail(failure.reason);
    });
    connect(m_canvas, &MapCanvas::measured, this, [this](double ground_m) { m_status->setState(tr("Measured: %1 m").arg(number(ground_m, 2))); });
    connect(m_status, &StatusLine::scaleChosen, this, [this](double denominator) {
        m_canvas->setScaleDenominator(denominator);
        m_canvas->setFocus();
    });
    const auto zoom = [this](const geo::Box& box) { m_canvas->zoomTo(box); };
    connect(m_layers, &LayerTree::zoomAsked, this, zoom);
    connect(m_sites, &SitePanel::zoomAsked, this, zoom);
    connect(m_compounds, &CompoundPanel::zoomAsked, this, zoom);
    connect(m_duties, &DutyPanel::zoomAsked, this, zoom);
    connect(m_strips, &StripPanel::zoomAsked, this, zoom);
    connect(m_existing, &ExistingPanel::zoomAsked, this, zoom);
    connect(m_hazards, &HazardPanel::zoomAsked, this, zoom);
    connect(m_inspector, &InspectorPanel::zoomRequested, this, zoom);
}

std::vector<std::string> MainWindow::hiddenLayers() const {
    std::vector<std::string> hidden;
    for (const geo::LayerView& layer : m_project.view().layers)
        if (!layer.is_visible) hidden.push_back(layer.id);
    return hidden;
}

void MainWindow::wireSelection() {
    connect(m_canvas, &MapCanvas::identified, this, [this](const geo::Point& place, double within_m) {
        if (!m_feed->data()) return;
        Selected selected{Selected::Kind::Place, {}, place};
        for (const MapHit& hit : m_feed->data()->at(place, within_m, hiddenLayers())) {
            // Ground is a place to ask about; things on it are what was clicked.
            static const std::set<std::string> ground{"compound", "phases", "area", "background", "consent", "path", "heat"};
            if (ground.contains(hit.layer) || hit.layer.starts_with("zones")) continue;
            selected.kind = hit.layer == "sites" ? Selected::Kind::Site : Selected::Kind::Feature;
            selected.id = QString::fromStdString(hit.id);
            break;
        }
        m_selection.set(selected);
        m_inspector->show();
        m_inspector->raise();
    });
    connect(&m_selection, &Selection::changed, this, [this](bool reveal) {
        m_marks.lines.clear();
        markSelected();
        if (!reveal || !m_feed->data()) return;
        const Selected& chosen = m_selection.current();
        const std::string id = chosen.id.toStdString();
        for (const auto& [group, count] : m_feed->data()->groups()) {
            if (const auto box = m_feed->data()->box_of(group, id)) return m_canvas->zoomTo(box->grown(20.0));
        }
    });
    connect(m_inspector, &InspectorPanel::linesChanged, this, [this](const std::vector<MarkLine>& lines) {
        m_marks.lines = lines;
        m_canvas->showMarks(m_marks);
    });
    connect(m_inspector, &InspectorPanel::clauseRequested, this, &MainWindow::showRule);
    connect(m_inspector, &InspectorPanel::identifyRequested, m_actions.identify, &QAction::trigger);
    connect(m_actions.clear_selection, &QAction::triggered, &m_selection, &Selection::clear);
}

void MainWindow::markSelected() {
    const Selected& chosen = m_selection.current();
    m_marks.place.reset();
    m_marks.selected.reset();
    if (chosen.kind == Selected::Kind::Place) m_marks.place = chosen.place;
    if (m_feed->data() && !chosen.id.isEmpty()) {
        for (const auto& [group, count] : m_feed->data()->groups()) {
            m_marks.selected = m_feed->data()->shape_of(group, chosen.id.toStdString());
            if (m_marks.selected) break;
        }
    }
    m_canvas->showMarks(m_marks);
}

void MainWindow::wirePlan() {
    connect(m_actions.run, &QAction::triggered, this, [this] { m_plan->run(geo::Steps::Both); });
    connect(m_actions.run_zones, &QAction::triggered, this, [this] { m_plan->run(geo::Steps::Zones); });
    connect(m_actions.check, &QAction::triggered, m_plan, &PlanRun::check);
    connect(m_actions.cancel, &QAction::triggered, m_plan, &PlanRun::cancel);
    connect(m_actions.cancel, &QAction::triggered, m_exports, &Exports::cancel);
    connect(m_status, &StatusLine::cancelAsked, m_actions.cancel, &QAction::trigger);
    connect(m_status, &StatusLine::runningChanged, this, &MainWindow::refreshActions);
    connect(m_plan, &PlanRun::planned, this, [this] {
        refreshSteps();
        m_sites->raise();
    });
    connect(m_sites, &SitePanel::runPlanAsked, m_actions.run, &QAction::trigger);
    connect(m_duties, &DutyPanel::runPlanAsked, m_actions.run, &QAction::trigger);
    connect(m_strips, &StripPanel::failed, this, [this](const geo::Message& reason) { m_parts->fail(reason); });
    connect(m_strips, &StripPanel::told, this, [this](const QString& words) { m_status->setState(words); });
    connect(m_steps, &StepStrip::chosen, this, &MainWindow::openStep);
    connect(m_scenario_box, &QComboBox::textActivated, this, [this](const QString& name) { m_project.showScenario(name); });
    connect(&m_project, &OpenProject::scenarioChanged, this, [this] { refreshRules(); });
    connect(m_pack_box, &QComboBox::activated, this, [this](int at) { choosePack(m_pack_box->itemData(at).toString().toStdString()); });
}

void MainWindow::wireLook() {
    connect(m_actions.undo, &QAction::triggered, &m_project.undoStack(), &QUndoStack::undo);
    connect(m_actions.redo, &QAction::triggered, &m_project.undoStack(), &QUndoStack::redo);
    connect(&m_project.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::refreshActions);
    const std::pair<QAction*, Tool> tools[] = {
        {m_actions.pan, Tool::Pan}, {m_actions.zoom_box, Tool::ZoomBox}, {m_actions.identify, Tool::Identify}, {m_actions.measure, Tool::Measure}};
    for (const auto& [action, tool] : tools) {
        connect(action, &QAction::triggered, this, [this, tool = tool] {
            m_canvas->setTool(tool);
            m_canvas->setFocus();
        });
        connect(m_canvas, &MapCanvas::toolChanged, action, [action = action, tool = tool](Tool chosen) { action->setChecked(chosen == tool); });
    }
    connect(m_actions.full_extent, &QAction::triggered, m_canvas, &MapCanvas::zoomFull);
    connect(m_actions.zoom_in, &QAction::triggered, this, [this] { m_canvas->zoomBy(1.5); });
    connect(m_actions.zoom_out, &QAction::triggered, this, [this] { m_canvas->zoomBy(1 / 1.5); });
    connect(m_actions.go_to, &QAction::triggered, this, &MainWindow::goTo);
    connect(m_actions.copy_map, &QAction::triggered, this, &MainWindow::copyMap);
    connect(m_actions.full_screen, &QAction::triggered, this, [this](bool on) {
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));  // A maximised window is one again afterwards.
    });
    m_actions.dark_theme->setChecked(settings::theme() == Theme::Dark);
    connect(m_actions.dark_theme, &QAction::toggled, this, [](bool on) {
        settings::setTheme(on ? Theme::Dark : Theme::Light);
        setTheme(*qApp, settings::theme());
    });
    m_actions.dark_map->setChecked(settings::darkMap());
    m_canvas->setDarkMap(settings::darkMap());
    connect(m_actions.dark_map, &QAction::toggled, this, [this](bool on) {
        settings::setDarkMap(on);
        m_canvas->setDarkMap(on);
    });
    m_actions.chinese->setChecked(language() == geo::Language::Chinese);
    m_actions.english->setChecked(language() == geo::Language::English);
    const auto speak = [](geo::Language chosen) {
        settings::setLanguage(chosen);
        app::setLanguage(*qApp, chosen);
    };
    connect(m_actions.chinese, &QAction::triggered, this, [speak] { speak(geo::Language::Chinese); });
    connect(m_actions.english, &QAction::triggered, this, [speak] { speak(geo::Language::English); });
    connect(m_actions.reset_layout, &QAction::triggered, this, [this] {
        closeCompare();  // Which has no docks.
        restoreState(m_first_layout);
    });
    connect(m_actions.keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    for (QAction* action : m_layers->actions()) m_actions.layers->addAction(action);
}

}  // namespace app
