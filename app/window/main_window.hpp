#pragma once

#include "app/canvas/map_canvas.hpp"
#include "app/project/open_project.hpp"
#include "app/project/project_store.hpp"
#include "app/project/selection.hpp"
#include "app/window/actions.hpp"
#include "app/window/message_bar.hpp"
#include "app/window/parts.hpp"
#include "app/window/step_strip.hpp"

#include <QMainWindow>

#include <memory>
#include <vector>

class QComboBox;
class QStackedWidget;

namespace app {

class ComparePage;
class CompoundPanel;
class DockTitles;
class DutyPanel;
class Exports;
class ExistingPanel;
class HazardPanel;
class HeatPanel;
class InspectorPanel;
class LayerTree;
class MapFeed;
class PhaseMenu;
class PhasePanel;
class PlanRun;
class ProjectFiles;
class RulePanel;
class RunLogPanel;
class ScenarioPanel;
class ScenarioTabs;
class Sheets;
class SitePanel;
class StartPage;
class StatusLine;
class StripPanel;

/// The window: menus, toolbar, steps, map and docks, wired together. Closing asks about unsaved edits.
class MainWindow : public QMainWindow {
    Q_OBJECT

   public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const QString& file);
    void tell(Severity severity, const geo::Message& words);

    OpenProject& project() { return m_project; }
    MapCanvas& canvas() { return *m_canvas; }

   protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

   private:
    void makeCentre();
    void makeToolbars();
    void makeDocks();
    void defaultLayout();
    // Wiring, by subject.
    void wireFiles();
    void wireMap();
    void wireSelection();
    void wirePlan();
    void wireScenarios();
    void wireCompare();
    void wireLook();
    void wirePhases();
    void wireRules();

    void retranslate();
    void refreshTitle();
    void refreshActions();
    void refreshRecent();
    void refreshRules();
    void refreshSteps();
    void refreshCrs();
    void refreshFactor();
    void markSelected();
    std::vector<std::string> hiddenLayers() const;  ///< ids of the groups that the map does not show
    const geo::Scenario& shownScenario() const;
    void changeScenario(const geo::Scenario& scenario);
    void choosePack(const std::string& id);
    void chooseZoneType(geo::ZoneType type);
    void openStep(Step step);
    void openMapMenu(const geo::Point& place, double within_m, const QPoint& global);
    void openCompare(const QString& a = {}, const QString& b = {});
    void closeCompare();
    bool isComparing() const;
    void refreshCompareActions();
    void copyMap();
    void goTo();
    void showRule(const QString& id);
    void checkPack(const geo::RulePack& pack);
    void savePack(const QString& pack, const std::string& json);
    void showKeys();
    void showAbout();

    OpenProject m_project;
    ProjectStore m_store{m_project};
    Selection m_selection;
    Actions m_actions{*this};

    MessageBar* m_messages = nullptr;
    StatusLine* m_status = nullptr;
    StepStrip* m_steps = nullptr;
    StartPage* m_start = nullptr;
    QStackedWidget* m_pages = nullptr;
    MapCanvas* m_canvas = nullptr;
    ScenarioTabs* m_tabs = nullptr;
    ComparePage* m_compare = nullptr;
    QComboBox* m_scenario_box = nullptr;
    QComboBox* m_pack_box = nullptr;

    LayerTree* m_layers = nullptr;
    InspectorPanel* m_inspector = nullptr;
    ScenarioPanel* m_scenario = nullptr;
    SitePanel* m_sites = nullptr;
    CompoundPanel* m_compounds = nullptr;
    DutyPanel* m_duties = nullptr;
    StripPanel* m_strips = nullptr;
    ExistingPanel* m_existing = nullptr;
    HazardPanel* m_hazards = nullptr;
    HeatPanel* m_heat = nullptr;
    PhasePanel* m_phases = nullptr;
    RulePanel* m_rules = nullptr;
    RunLogPanel* m_log = nullptr;
    DockTitles* m_titles = nullptr;

    std::unique_ptr<Parts> m_parts;
    MapFeed* m_feed = nullptr;
    PlanRun* m_plan = nullptr;
    PhaseMenu* m_phase_menu = nullptr;
    ProjectFiles* m_files = nullptr;
    Exports* m_exports = nullptr;
    Sheets* m_sheets = nullptr;

    QByteArray m_first_layout;
    QByteArray m_layout_before;  ///< of the docks, while scenarios are compared
    Step m_step_before = Step::Collect;
    std::shared_ptr<const geo::Heat> m_shown_heat;
    Marks m_marks;
    bool m_is_placed = false;   ///< the map stands where the project has it, or shows all of it
    bool m_is_settled = false;  ///< unsaved edits were asked about: close now
};

}  // namespace app
