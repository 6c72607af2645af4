#include "app/window/main_window.hpp"

#include "app/layers/layer_tree.hpp"
#include "app/panels/compare/compare_page.hpp"
#include "app/panels/compounds/compound_panel.hpp"
#include "app/panels/duties/duty_panel.hpp"
#include "app/panels/existing/existing_panel.hpp"
#include "app/panels/hazards/hazard_panel.hpp"
#include "app/panels/heat/heat_panel.hpp"
#include "app/panels/inspector/inspector_panel.hpp"
#include "app/panels/phases/phase_panel.hpp"
#include "app/panels/rules/rule_panel.hpp"
#include "app/panels/run_log/run_log_panel.hpp"
#include "app/panels/scenario/scenario_panel.hpp"
#include "app/panels/scenario/scenario_tabs.hpp"
#include "app/panels/sites/site_panel.hpp"
#include "app/panels/strips/strip_panel.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "app/window/dock_titles.hpp"
#include "app/window/exports.hpp"
#include "app/window/sheets.hpp"
#include "app/canvas/map_feed.hpp"
#include "app/window/plan_run.hpp"
#include "app/window/project_files.hpp"
#include "app/window/settings.hpp"
#include "app/window/start_page.hpp"
#include "app/window/status_line.hpp"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {
namespace {

constexpr QSize first_size{1440, 900}, least_size{1180, 720};
constexpr int left_px = 264, right_px = 336, bottom_px = 172;

QWidget* spring(QWidget* parent) {
    auto* spring = new QWidget{parent};
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return spring;
}

LogEntry entry(Severity severity, const geo::Message& words) {
    const auto as = severity == Severity::Note ? LogEntry::Severity::Note : severity == Severity::Warning ? LogEntry::Severity::Warning : LogEntry::Severity::Error;
    return {QDateTime::currentDateTime(), as, words, {}, {}};
}

QStringList local_files(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow{parent} {
    setObjectName("mainWindow");
    setMinimumSize(least_size);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    makeCentre();
    makeDocks();
    makeToolbars();

    m_parts = std::make_unique<Parts>(Parts{
        *this, m_project, m_store, *m_messages, *m_status, [this](Severity severity, const geo::Message& words) { m_log->add(entry(severity, words)); },
        [this](std::span<const geo::Finding> findings) {
            for (const geo::Finding& finding : findings) m_log->add(entry_of(finding, QDateTime::currentDateTime()));
        },
        [this] {
            m_log->show();
            m_log->raise();
        }});
    m_feed = new MapFeed{this};
    m_feed->follow(m_project);
    m_plan = new PlanRun{*m_parts, this};
    m_files = new ProjectFiles{*m_parts, this};
    m_exports = new Exports{*m_parts, this};
    m_sheets = new Sheets{*m_parts, this};

    wireFiles();
    wireMap();
    wireSelection();
    wirePlan();
    wireScenarios();
    wireCompare();
    wireLook();
    wirePhases();
    wireRules();

    resize(first_size);
    defaultLayout();
    m_first_layout = saveState();
    restoreGeometry(settings::windowGeometry());
    restoreState(settings::windowLayout());
    retranslate();
    refreshRecent();
    refreshActions();
    refreshSteps();
    m_canvas->setTool(Tool::Identify);
}

MainWindow::~MainWindow() {
    // What still runs must not call back into a window that is half gone.
    m_project.disconnect(this);
    m_store.disconnect(this);
}

void MainWindow::makeCentre() {
    m_status = new StatusLine{this};
    setStatusBar(m_status);
    auto* page = new QWidget{this};
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_messages = new MessageBar{page};
    m_pages = new QStackedWidget{page};
    m_start = new StartPage{m_pages};
    m_canvas = new MapCanvas{m_pages};
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_canvas);
    m_compare = new ComparePage{m_project, m_pages};
    m_pages->addWidget(m_compare);
    m_tabs = new ScenarioTabs{m_project, page};
    column->addWidget(m_tabs);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setCentralWidget(page);
}

void MainWindow::makeToolbars() {
    QToolBar* bar = addToolBar(QString{});
    bar->setObjectName("mainToolbar");
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    bar->addActions({m_actions.new_project, m_actions.open, m_actions.save});
    bar->addSeparator();
    bar->addActions({m_actions.undo, m_actions.redo});
    bar->addSeparator();
    bar->addActions({m_actions.pan, m_actions.zoom_box, m_actions.full_extent});
    bar->addSeparator();
    bar->addActions({m_actions.identify, m_actions.measure});
    bar->addSeparator();
    auto* run = new QToolButton{bar};
    run->setObjectName("runButton");
    run->setProperty("primary", true);
    run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    run->setDefaultAction(m_actions.run);
    bar->addWidget(run);
    bar->addWidget(spring(bar));
    m_scenario_box = new QComboBox{bar};
    m_scenario_box->setObjectName("scenarioBox");
    m_scenario_box->setFixedWidth(150);
    m_pack_box = new QComboBox{bar};
    m_pack_box->setObjectName("packBox");
    m_pack_box->setFixedWidth(176);
    bar->addWidget(m_scenario_box);
    auto* gap = new QWidget{bar};
    gap->setFixedWidth(8);
    bar->addWidget(gap);
    bar->addWidget(m_pack_box);

    addToolBarBreak();
    QToolBar* strip = addToolBar(QString{});
    strip->setObjectName("stepBar");
    strip->setMovable(false);
    m_steps = new StepStrip{strip};
    strip->addWidget(m_steps);
    strip->layout()->setContentsMargins(0, 0, 0, 0);
    for (QToolBar* each : {bar, strip}) {
        each->setContextMenuPolicy(Qt::PreventContextMenu);
        each->toggleViewAction()->setVisible(false);
    }
}

void MainWindow::makeDocks() {
    m_layers = new LayerTree{m_project, this};
    m_inspector = new InspectorPanel{m_project, m_selection, this};
    m_scenario = new ScenarioPanel{m_project, this};
    m_heat = new HeatPanel{m_project, this};
    m_phases = new PhasePanel{m_project, m_selection, this};
    m_sites = new SitePanel{m_project, m_selection, this};
    m_compounds = new CompoundPanel{m_project, m_selection, this};
    m_duties = new DutyPanel{m_project, m_selection, this};
    m_strips = new StripPanel{m_project, m_selection, this};
    m_existing = new ExistingPanel{m_project, m_selection, this};
    m_hazards = new HazardPanel{m_project, m_selection, this};
    m_rules = new RulePanel{m_project, this};
    m_log = new RunLogPanel{m_project, m_selection, this};
    m_titles = new DockTitles{*this};
    for (QDockWidget* dock : std::initializer_list<QDockWidget*>{m_layers, m_inspector, m_scenario, m_heat, m_phases, m_sites, m_duties, m_compounds, m_strips, m_existing, m_hazards, m_rules, m_log}) {
        m_titles->add(dock);
        m_actions.docks->addAction(dock->toggleViewAction());
    }
    m_actions.docks->addSeparator();
    m_actions.docks->addAction(m_actions.reset_layout);
}

void MainWindow::defaultLayout() {
    addDockWidget(Qt::LeftDockWidgetArea, m_layers);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    addDockWidget(Qt::RightDockWidgetArea, m_scenario);
    addDockWidget(Qt::RightDockWidgetArea, m_heat);
    addDockWidget(Qt::RightDockWidgetArea, m_phases);
    tabifyDockWidget(m_inspector, m_scenario);
    tabifyDockWidget(m_scenario, m_heat);
    tabifyDockWidget(m_heat, m_phases);
    QDockWidget* before = nullptr;
    for (QDockWidget* dock : std::initializer_list<QDockWidget*>{m_sites, m_duties, m_compounds, m_strips, m_existing, m_hazards, m_rules, m_log}) {
        addDockWidget(Qt::BottomDockWidgetArea, dock);
        if (before) tabifyDockWidget(before, dock);
        before = dock;
    }
    m_inspector->raise();
    m_sites->raise();
    resizeDocks({m_layers, m_inspector}, {left_px, right_px}, Qt::Horizontal);
    resizeDocks({m_sites}, {bottom_px}, Qt::Vertical);
}

void MainWindow::open(const QString& file) { m_files->open(file); }

void MainWindow::tell(Severity severity, const geo::Message& words) {
    m_log->add(entry(severity, words));
    m_messages->post(severity, [words] { return text(words); });
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    // The desktop may change it too, and a window is restored as it was left.
    if (event->type() == QEvent::WindowStateChange) m_actions.full_screen->setChecked(isFullScreen());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_is_settled && m_project.isModified()) {
        event->ignore();
        m_files->settle([this] {
            m_is_settled = true;
            close();
        });
        return;
    }
    closeCompare();
    settings::setWindow(saveGeometry(), saveState());
    m_plan->cancel();
    m_store.close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!local_files(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    // A project is opened; anything else is the beginning of a new one.
    const QStringList files = local_files(event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1 && files.front().endsWith(".gpkg", Qt::CaseInsensitive)) open(files.front());
    else m_files->newProject(files);
}

}  // namespace app
