// What the window says of the project, in the language of the moment.
#include "app/layers/layer_tree.hpp"
#include "app/panels/rules/rule_panel.hpp"
#include "app/panels/heat/heat_panel.hpp"
#include "app/panels/hazards/hazard_panel.hpp"
#include "app/panels/inspector/inspector_panel.hpp"
#include "app/panels/compounds/compound_panel.hpp"
#include "app/panels/phases/phase_panel.hpp"
#include "app/panels/run_log/run_log_panel.hpp"
#include "app/panels/scenario/scenario_panel.hpp"
#include "app/panels/sites/site_panel.hpp"
#include "app/edits/set_scenarios.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "app/window/main_window.hpp"
#include "app/canvas/map_feed.hpp"
#include "app/window/plan_run.hpp"
#include "app/window/settings.hpp"
#include "app/window/start_page.hpp"
#include "app/window/status_line.hpp"
#include "geo/crs/crs.hpp"
#include "geo/report/staleness.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>

namespace app {
const geo::Scenario& MainWindow::shownScenario() const {
    return geo::scenario_named(*m_project.project(), m_project.scenario().toStdString());
}

void MainWindow::changeScenario(const geo::Scenario& scenario) {
    try {
        m_project.undoStack().push(SetScenarios::changed(m_project, scenario));
    } catch (const geo::Error& error) {
        m_parts->fail(error.message());
    }
    refreshRules();  // A choice that failed, or changed nothing, is not shown as made.
}

void MainWindow::choosePack(const std::string& id) {
    geo::Scenario scenario = shownScenario();
    scenario.pack = id;
    changeScenario(scenario);
}

void MainWindow::chooseZoneType(geo::ZoneType type) {
    geo::Scenario scenario = shownScenario();
    scenario.zone_type = type;
    changeScenario(scenario);
}

void MainWindow::retranslate() {
    m_actions.retranslate();
    m_scenario_box->setToolTip(tr("Scenario"));
    m_pack_box->setToolTip(tr("Rule pack of the scenario"));
    m_actions.chinese->setChecked(language() == geo::Language::Chinese);
    m_actions.english->setChecked(language() == geo::Language::English);
    refreshTitle();
    refreshRules();
    refreshFactor();
    if (!m_status->isRunning()) m_status->setState(m_project.isOpen() ? tr("Ready") : QString{});
}

void MainWindow::refreshTitle() {
    const QString name = m_project.isOpen() ? m_project.name() + "[*]" + (m_project.isReadOnly() ? tr(" (read only)") : QString{}) : QString{};
    setWindowTitle(name);  // Qt adds the program's own name.
    setWindowModified(m_project.isModified());
    refreshActions();
}

void MainWindow::refreshActions() {
    const bool is_open = m_project.isOpen();
    const bool is_running = m_status->isRunning();  // One thing at a time has the status line, and Cancel.
    const bool has_results = is_open && !m_project.results()->grounds.empty();
    for (QAction* each : {m_actions.copy_map, m_actions.pan, m_actions.zoom_box, m_actions.identify, m_actions.measure, m_actions.full_extent,
                          m_actions.zoom_in, m_actions.zoom_out, m_actions.go_to, m_actions.clear_selection})
        each->setEnabled(is_open);
    for (QAction* each : {m_actions.save_as, m_actions.close, m_actions.sheets, m_actions.export_shp, m_actions.export_gpkg, m_actions.export_geojson, m_actions.export_heat})
        each->setEnabled(is_open && !is_running);
    m_actions.save->setEnabled(is_open && m_project.isModified() && !is_running);
    m_actions.run->setEnabled(is_open && !is_running);
    m_actions.run_zones->setEnabled(is_open && !is_running);
    m_actions.check->setEnabled(has_results && !is_running);
    m_actions.cancel->setEnabled(is_running);
    m_actions.packs->setEnabled(is_open && !is_running);
    m_actions.zone_types->setEnabled(is_open && !is_running);
    refreshCompareActions();
    m_pack_box->setEnabled(is_open && !is_running);
    m_scenario_box->setEnabled(is_open && !is_running);
    QUndoStack& undo = m_project.undoStack();
    m_actions.undo->setEnabled(undo.canUndo() && !is_running);
    m_actions.redo->setEnabled(undo.canRedo() && !is_running);
    m_actions.undo->setText(undo.canUndo() ? tr("&Undo: %1").arg(undo.undoText()) : tr("&Undo"));
    m_actions.redo->setText(undo.canRedo() ? tr("&Redo: %1").arg(undo.redoText()) : tr("&Redo"));
}

void MainWindow::refreshRecent() {
    const QStringList files = settings::recentFiles();
    m_start->showRecent(files);
    m_actions.recent->clear();
    for (const QString& file : files) {
        QAction* action = m_actions.recent->addAction(QFileInfo{file}.fileName() + "  —  " + QFileInfo{file}.path());
        action->setEnabled(QFileInfo::exists(file));
        connect(action, &QAction::triggered, this, [this, file] { open(file); });
    }
    m_actions.recent->setEnabled(!files.isEmpty());
}

void MainWindow::refreshRules() {
    const QSignalBlocker no_scenario{m_scenario_box}, no_pack{m_pack_box};
    m_scenario_box->clear();
    m_pack_box->clear();
    m_actions.packs->clear();
    m_actions.zone_types->clear();
    if (!m_project.isOpen()) return;
    const geo::Scenario& shown = shownScenario();
    for (const geo::Scenario& scenario : m_project.project()->scenarios) m_scenario_box->addItem(text(scenario.name));
    m_scenario_box->setCurrentText(text(shown.name));

    const auto offer_pack = [&](const std::string& id, const QString& title) {
        m_pack_box->addItem(text(id), text(id));
        m_pack_box->setItemData(m_pack_box->count() - 1, title, Qt::ToolTipRole);
        QAction* action = m_actions.packs->addAction(text(id) + "  —  " + title);
        action->setCheckable(true);
        action->setChecked(id == shown.pack);
        connect(action, &QAction::triggered, this, [this, id] { choosePack(id); }, Qt::QueuedConnection);  // Which makes the menu anew.
    };
    bool is_listed = false;
    for (const geo::PackSummary& pack : geo::builtin_packs()) {
        offer_pack(pack.id, text(pack.title));
        is_listed = is_listed || pack.id == shown.pack;
    }
    if (!is_listed) offer_pack(shown.pack, tr("pack of this project"));
    m_pack_box->setCurrentText(text(shown.pack));

    for (const geo::ZoneType type : {geo::ZoneType::OpenAir, geo::ZoneType::Shed, geo::ZoneType::ChargingCabinet, geo::ZoneType::SwapCabinet}) {
        QAction* action = m_actions.zone_types->addAction(zone_type_word(type));
        action->setCheckable(true);
        action->setChecked(type == shown.zone_type);
        connect(action, &QAction::triggered, this, [this, type] { chooseZoneType(type); }, Qt::QueuedConnection);
    }
}

void MainWindow::refreshSteps() {
    const auto results = m_project.results();
    const bool is_open = m_project.isOpen();
    const bool has_zones = is_open && !results->grounds.empty();
    const bool has_sites = is_open && !results->sites.empty();
    const StepState made = is_open && geo::staleness(*m_project.project(), *results) ? StepState::Stale : StepState::Done;
    const bool has_hazards = is_open && std::ranges::any_of(m_project.project()->inputs.layers, [](const geo::Layer& l) { return l.role == geo::Role::Hazard; });
    m_steps->setState(Step::Collect, is_open ? StepState::Done : StepState::Open);
    m_steps->setState(Step::Rules, is_open ? StepState::Done : StepState::Open);
    m_steps->setState(Step::Zones, has_zones ? made : StepState::Open);
    m_steps->setState(Step::Sites, has_sites ? made : StepState::Open);
    m_steps->setState(Step::Hazards, has_hazards ? StepState::Done : StepState::Open);
    const bool has_phases = has_sites && std::ranges::any_of(results->sites, [](const geo::Site& site) { return !site.phase.empty(); });
    m_steps->setState(Step::Phases, has_phases ? StepState::Done : StepState::Open);
    const auto has_results_of = [](const auto& of_scenario) { return !of_scenario.second->grounds.empty(); };
    m_steps->setState(Step::Compare, std::ranges::count_if(m_project.allResults(), has_results_of) >= 2 ? StepState::Done : StepState::Open);
    m_steps->setState(Step::Deliver, StepState::Open);
}

void MainWindow::openStep(Step step) {
    const auto bring = [](QDockWidget* dock) {
        dock->show();
        dock->raise();
    };
    if (step != Step::Compare) {
        m_step_before = step;
        closeCompare();
    }
    switch (step) {
        case Step::Collect:
            if (!m_project.isOpen()) return m_actions.new_project->trigger();
            bring(m_layers);
            return bring(m_log);
        case Step::Rules: bring(m_rules); return bring(m_scenario);
        case Step::Zones:
        case Step::Sites: bring(m_inspector); return bring(m_sites);
        case Step::Hazards: bring(m_heat); return bring(m_hazards);
        case Step::Phases: bring(m_phases); return bring(m_compounds);
        case Step::Compare: return openCompare();
        case Step::Deliver: return m_actions.sheets->trigger();
    }
}

void MainWindow::refreshCrs() {
    if (!m_project.isOpen()) return m_status->setCrs({}, {});
    const geo::CrsName& crs = m_project.project()->inputs.crs;
    try {
        m_status->setCrs(text(geo::crs_info(crs).title), text(crs));
    } catch (const geo::Error&) {
        m_status->setCrs(text(crs), text(crs));
    }
}

void MainWindow::refreshFactor() {
    if (!m_project.isOpen()) return m_status->setFactor({});
    try {
        m_status->setFactor(geo::scale_factor(m_project.project()->inputs.crs, m_canvas->camera().centre));
    } catch (const geo::Error&) {
        m_status->setFactor({});  // Far outside of where the CRS holds.
    }
}

void MainWindow::copyMap() {
    QApplication::clipboard()->setPixmap(m_canvas->grab());
    m_messages->post(Severity::Note, [] { return tr("The map is on the clipboard as a picture."); });
}

void MainWindow::goTo() {
    bool is_given = false;
    const QString typed = QInputDialog::getText(this, tr("Go to coordinates"), tr("East, north in the working CRS (metres), or longitude, latitude (degrees):"),
                                                QLineEdit::Normal, {}, &is_given);
    if (!is_given) return;
    const QStringList parts = typed.split(QRegularExpression{R"([\s,;，]+)"}, Qt::SkipEmptyParts);
    bool is_x = false, is_y = false;
    geo::Point place{parts.value(0).toDouble(&is_x), parts.value(1).toDouble(&is_y)};
    if (parts.size() != 2 || !is_x || !is_y) {
        m_messages->post(Severity::Warning, [typed] { return tr("“%1” is no pair of coordinates: write east, north, like 492013.2, 3274551.9.").arg(typed); });
        return;
    }
    try {
        if (std::abs(place.x) <= 180 && std::abs(place.y) <= 90) place = geo::Transform{"EPSG:4326", m_project.project()->inputs.crs}(place);
    } catch (const geo::Error& error) {
        return m_parts->fail(error.message());
    }
    geo::Camera camera = m_canvas->camera();
    camera.centre = place;
    m_canvas->setCamera(camera);
    m_selection.set({Selected::Kind::Place, {}, place});
}

void MainWindow::showRule(const QString& id) {
    const geo::Scenario& shown = shownScenario();
    geo::RulePack pack;
    try {
        pack = geo::pack_of(m_project.project()->packs, shown);
    } catch (const geo::Error& error) {
        return m_parts->fail(error.message());
    }
    const auto rule = std::ranges::find(pack.clearances, id.toStdString(), &geo::ClearanceRule::id);
    if (rule == pack.clearances.end()) return;
    const QString distance = rule->ban ? tr("not to be occupied") : tr("at least %1 m").arg(number(rule->distance_m, 2));
    const QString body = tr("<p><b>%1</b></p><p>%2</p><p>Source: %3<br>Pack: %4 · status: %5 · rule: %6</p>")
                             .arg(distance, text(rule->text).toHtmlEscaped(), text(rule->clause.label()).toHtmlEscaped(), text(rule->clause.pack).toHtmlEscaped(),
                                  QString::fromUtf8(geo::status_name(rule->clause.status).data()), id.toHtmlEscaped());
    auto* box = new QMessageBox{QMessageBox::NoIcon, tr("Clause"), body, QMessageBox::Close, this};
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::showKeys() {
    QString rows;
    for (const QAction* action : actions()) {
        if (action->shortcut().isEmpty() || !action->isVisible()) continue;
        rows += "<tr><td><b>" + action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped() + "</b>&nbsp;&nbsp;&nbsp;</td><td>" +
                (action->whatsThis().isEmpty() ? without_mnemonic(action->text()) : action->whatsThis()).toHtmlEscaped() + "</td></tr>";
    }
    const std::pair<QString, QString> on_map[] = {{tr("Wheel"), tr("Zoom about the pointer")},
                                                  {tr("Middle button, Space + drag"), tr("Pan, whatever the tool")},
                                                  {tr("Arrows, + and −, Home"), tr("Pan, zoom, full extent")},
                                                  {tr("Esc"), tr("End the tool's gesture")}};
    for (const auto& [key, what] : on_map) rows += "<tr><td><b>" + key.toHtmlEscaped() + "</b>&nbsp;&nbsp;&nbsp;</td><td>" + what.toHtmlEscaped() + "</td></tr>";
    auto* box = new QMessageBox{QMessageBox::NoIcon, tr("Keyboard shortcuts"), "<table>" + rows + "</table>", QMessageBox::Close, this};
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox{QMessageBox::NoIcon, tr("About Anchong"),
                                tr("<p><b>Anchong %1</b></p><p>Finds where outdoor e-bike charging zones may stand, proves their distances, and plans the sites.</p>"
                                   "<p>A planning check for the fire and housing bureaux; not an approval.</p><p>Free software, GPL-3.0 or later.</p>")
                                    .arg(ANCHONG_VERSION),
                                QMessageBox::Close, this};
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace app
