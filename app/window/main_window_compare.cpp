// Scenarios: their tabs and panel, and the page that compares them.
#include "app/canvas/viewport.hpp"
#include "app/panels/compare/compare_page.hpp"
#include "app/panels/compare/map_pair.hpp"
#include "app/panels/scenario/scenario_panel.hpp"
#include "app/panels/scenario/scenario_tabs.hpp"
#include "app/theme/language.hpp"
#include "app/window/exports.hpp"
#include "app/window/main_window.hpp"
#include "app/window/plan_run.hpp"
#include "app/window/sheets.hpp"
#include "app/window/status_line.hpp"

#include <QDockWidget>
#include <QLayout>
#include <QStackedWidget>

namespace app {

void MainWindow::wireScenarios() {
    m_tabs->hide();
    const auto fail = [this](const geo::Message& reason) { m_parts->fail(reason); };
    connect(m_tabs, &ScenarioTabs::failed, this, fail);
    connect(m_tabs, &ScenarioTabs::compareAsked, this, &MainWindow::openCompare);
    connect(m_scenario, &ScenarioPanel::failed, this, fail);
    connect(m_scenario, &ScenarioPanel::runAsked, m_actions.run, &QAction::trigger);
    connect(m_status, &StatusLine::runningChanged, this, [this] {
        m_tabs->setRunning(m_status->isRunning());
        m_scenario->setRunning(m_status->isRunning());
    });
    connect(&m_project, &OpenProject::projectChanged, this, [this] { m_tabs->setVisible(m_project.isOpen() && !isComparing()); });
}

void MainWindow::wireCompare() {
    connect(m_actions.compare, &QAction::triggered, this, [this](bool on) { on ? openCompare() : closeCompare(); });
    connect(m_compare, &ComparePage::closeAsked, this, &MainWindow::closeCompare);
    connect(m_compare, &ComparePage::pdfAsked, this, [this](const QStringList& scenarios) { m_sheets->showComparison(scenarios); });
    connect(m_compare, &ComparePage::jsonAsked, this, [this](const QStringList& scenarios) {
        if (!m_status->isRunning()) m_exports->askComparison(scenarios);  // One thing at a time has the status line.
    });
    connect(m_compare, &ComparePage::failed, this, [this](const geo::Message& reason) { m_parts->fail(reason); });
    connect(m_compare, &ComparePage::duplicateAsked, this, [this] { m_tabs->askCopy(m_project.scenario()); });
    connect(m_compare, &ComparePage::runAsked, this, [this](const QString& scenario) {
        if (m_status->isRunning()) return;
        m_project.showScenario(scenario);
        m_plan->run(geo::Steps::Both);
    });
    MapPair* const maps = m_compare->maps();
    connect(maps, &MapPair::pointerMoved, this, [this](const geo::Point& place) { m_status->setPlace(place); });
    connect(maps, &MapPair::pointerLeft, this, [this] { m_status->setPlace({}); });
    connect(maps, &MapPair::cameraChanged, this, [this, maps] {
        if (isComparing()) m_status->setScale(maps->a()->scaleDenominator());
    });
    connect(maps, &MapPair::lockChanged, this, [this](bool is_locked) {
        m_status->setState(is_locked ? tr("The maps move together") : tr("The maps move apart"));
    });
    connect(maps, &MapPair::measured, this, [this](double ground_m) { m_status->setState(tr("Measured: %1 m").arg(number(ground_m, 2))); });
    connect(m_actions.dark_map, &QAction::toggled, m_compare, &ComparePage::setDarkMap);
    m_compare->setDarkMap(m_actions.dark_map->isChecked());
    // Tools and zooming are those of the map that is seen.
    connect(m_canvas, &MapCanvas::toolChanged, maps, &MapPair::setTool);
    connect(m_actions.full_extent, &QAction::triggered, this, [this, maps] {
        if (isComparing()) maps->a()->zoomFull();
    });
    connect(m_actions.zoom_in, &QAction::triggered, this, [this, maps] {
        if (isComparing()) maps->a()->zoomBy(1.5);
    });
    connect(m_actions.zoom_out, &QAction::triggered, this, [this, maps] {
        if (isComparing()) maps->a()->zoomBy(1 / 1.5);
    });
    connect(m_status, &StatusLine::scaleChosen, this, [this, maps](double denominator) {
        if (isComparing()) maps->a()->setScaleDenominator(denominator);
    });
}

bool MainWindow::isComparing() const { return m_pages->currentWidget() == m_compare; }

void MainWindow::openCompare(const QString& a, const QString& b) {
    if (!m_project.isOpen()) return refreshCompareActions();
    m_compare->compare(a, b);
    if (isComparing()) return;
    const geo::Box seen = Viewport{m_canvas->camera(), m_canvas->size()}.extent();
    m_layout_before = saveState();
    const bool was_animated = isAnimated();
    setAnimated(false);  // The maps are fitted into the room that they will have.
    for (QDockWidget* dock : findChildren<QDockWidget*>()) dock->hide();
    m_tabs->hide();
    m_pages->setCurrentWidget(m_compare);
    layout()->activate();
    setAnimated(was_animated);
    m_compare->showPlace(seen);
    m_compare->maps()->a()->setFocus();
    m_status->setScale(m_compare->maps()->a()->scaleDenominator());
    m_steps->setCurrent(Step::Compare);
    if (m_project.project()->scenarios.size() > 1 && !m_status->isRunning())
        m_status->setState(tr("Comparing %1 with %2").arg(m_compare->compared().a, m_compare->compared().b));
    refreshCompareActions();
}

void MainWindow::closeCompare() {
    if (!isComparing()) return refreshCompareActions();
    m_pages->setCurrentIndex(m_project.isOpen() ? 1 : 0);
    m_tabs->setVisible(m_project.isOpen());
    restoreState(m_layout_before);
    if (m_steps->current() == Step::Compare) m_steps->setCurrent(m_step_before);
    m_status->setScale(m_canvas->scaleDenominator());
    if (!m_status->isRunning()) m_status->setState(m_project.isOpen() ? tr("Ready") : QString{});
    m_pages->currentWidget()->setFocus();
    refreshCompareActions();
}

void MainWindow::refreshCompareActions() {
    m_actions.compare->setEnabled(m_project.isOpen());
    m_actions.compare->setChecked(isComparing());
    if (!isComparing()) return;
    // Asking why, going somewhere and copying are the one map's.
    for (QAction* each : {m_actions.go_to, m_actions.copy_map}) each->setEnabled(false);
}

}  // namespace app
