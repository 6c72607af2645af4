#include "app/panels/strips/strip_panel.hpp"

#include "app/edits/set_strips.hpp"
#include "app/theme/language.hpp"
#include "geo/core/error.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <QAction>
#include <QMenu>
#include <QStringList>

#include <algorithm>

namespace app {
namespace {

constexpr double surroundings_m = 30.0;

QString chip_of(const std::optional<geo::StripDecision>& decision) {
    if (!decision) return QStringLiteral("verify");
    return *decision == geo::StripDecision::Confirmed ? QStringLiteral("fails") : QString{};
}

}  // namespace

StripPanel::StripPanel(OpenProject& project, Selection& selection, QWidget* parent)
    : TableDock{"strips", parent}, m_project{project}, m_selection{selection}, m_made{std::make_shared<const Strips>()} {
    m_confirm = act(QKeySequence{Qt::CTRL | Qt::Key_Return}, geo::StripDecision::Confirmed);
    m_dismiss = act(QKeySequence{Qt::Key_Delete}, geo::StripDecision::Dismissed);
    m_reopen = act(QKeySequence{Qt::Key_Backspace}, std::nullopt);
    m_confirm->setObjectName("confirmStrips");
    m_dismiss->setObjectName("dismissStrips");
    m_reopen->setObjectName("reopenStrips");
    connect(table(), &RecordTable::chosen, this, [this](const QString& id) {
        if (const auto* ground = groundOf(id)) m_selection.set({Selected::Kind::Feature, id, geo::box_of(ground->ground).centre()}, true);
    });
    connect(table(), &RecordTable::zoomAsked, this, [this](const QString& id) {
        if (const auto* ground = groundOf(id)) emit zoomAsked(geo::box_of(ground->ground).grown(surroundings_m));
    });
    connect(table(), &RecordTable::menuAsked, this, [this](QMenu* menu) { addTo(*menu); });
    connect(&m_selection, &Selection::changed, this, &StripPanel::follow);
    connect(&m_job, &JobSignals::finished, this, [this] { present(m_job.takeResult()); });
    connect(&m_job, &JobSignals::failed, this, &StripPanel::failed);
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged})
        connect(&m_project, changed, this, &StripPanel::refresh);
    retranslate();
    refresh();
}

QAction* StripPanel::act(const QKeySequence& key, std::optional<geo::StripDecision> decision) {
    auto* action = new QAction{this};
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, decision] { decide(decision); });
    table()->addAction(action);
    return action;
}

void StripPanel::addTo(QMenu& menu) {
    QAction* first = menu.actions().isEmpty() ? nullptr : menu.actions().front();
    for (QAction* action : {m_confirm, m_dismiss, m_reopen}) menu.insertAction(first, action);
    menu.insertSeparator(first);
}

void StripPanel::decide(std::optional<geo::StripDecision> decision) {
    std::vector<std::string> ids;
    for (const QString& id : table()->selectedIds()) ids.push_back(id.toStdString());
    if (ids.empty() || !m_project.isOpen()) return;
    m_project.undoStack().push(SetStrips::decided(m_project, ids, decision));
    emit told(tr("%n presumed place(s) decided. Run the plan to see the ground.", nullptr, static_cast<int>(ids.size())));
}

void StripPanel::refresh() {
    if (m_project.project() == m_project_shown && m_project.results() == m_results_shown) return;  // Told twice of the same.
    m_project_shown = m_project.project();
    m_results_shown = m_project.results();
    if (!m_project_shown) {
        m_job.cancel();
        return present(std::make_shared<const Strips>());
    }
    m_job.start([project = m_project_shown, results = m_results_shown, name = m_project.scenario().toStdString()](const geo::Progress&) {
        Strips strips;
        const auto scenario = std::ranges::find(project->scenarios, name, &geo::Scenario::name);
        std::vector<geo::Finding> ignored;  // Told by every plan.
        if (scenario != project->scenarios.end() && project->packs.contains(scenario->pack))
            strips.grounds = geo::presumed_places(project->inputs, geo::pack_of(project->packs, *scenario), ignored);
        strips.costs = geo::strip_costs(strips.grounds, *results);
        return std::make_shared<const Strips>(std::move(strips));
    });
}

void StripPanel::present(Made made) {
    m_made = std::move(made);
    Records records;
    records.columns = columns(m_made);
    records.count = static_cast<int>(m_made->grounds.size());
    records.id = [shown = m_made](int i) { return text(shown->grounds[static_cast<std::size_t>(i)].id); };
    retranslate();
    table()->showRecords(std::move(records));
    if (!table()->selectedIds().contains(m_selection.current().id)) follow();
}

void StripPanel::follow() {
    const Selected& selected = m_selection.current();
    table()->setCurrentId(selected.kind == Selected::Kind::Feature ? selected.id : QString{});
}

const geo::PresumedPlace* StripPanel::groundOf(const QString& id) const {
    const auto found = std::ranges::find(m_made->grounds, id.toStdString(), &geo::PresumedPlace::id);
    return found == m_made->grounds.end() ? nullptr : &*found;
}

std::vector<Column> StripPanel::columns(const Made& made) {
    const auto ground = [made](int i) -> const geo::PresumedPlace& { return made->grounds[static_cast<std::size_t>(i)]; };
    const auto cost = [made](int i) -> const geo::StripCost& { return made->costs[static_cast<std::size_t>(i)]; };
    const auto sites = [cost](int i) {
        QStringList ids;
        for (const std::string& id : cost(i).sites) ids << text(id);
        return ids.join(QStringLiteral(", "));
    };
    return {
        {.id = "id", .title = [] { return tr("ID"); }, .text = [ground](int i) { return text(ground(i).id); }, .width_px = 150},
        {.id = "what", .title = [] { return tr("Presumed ground"); }, .text = [ground](int i) { return text(geo::presumed_words(ground(i))); }, .width_px = 280},
        {.id = "decision", .title = [] { return tr("Decision"); }, .text = [ground](int i) { return text(geo::decision_words(ground(i).decision)); },
         .number = [ground](int i) { return ground(i).decision ? 1.0 + static_cast<double>(*ground(i).decision) : 0.0; },
         .chip = [ground](int i) { return chip_of(ground(i).decision); }, .width_px = 120, .only_sorts = true},
        {.id = "cost", .title = [] { return tr("Ground lost m²"); },
         .text = [cost](int i) { return cost(i).legal_m2 ? number(*cost(i).legal_m2, 1) : QStringLiteral("–"); }, .number = [cost](int i) { return cost(i).legal_m2; },
         .decimals = 1, .width_px = 130},
        {.id = "sites", .title = [] { return tr("Sites on it"); }, .text = sites, .width_px = 200, .stretches = true},
    };
}

void StripPanel::retranslate() {
    setWindowTitle(tr("Presumed ground"));
    m_confirm->setText(tr("Confirm"));
    m_dismiss->setText(tr("Dismiss"));
    m_reopen->setText(tr("Open again"));
    table()->setEmptyText({tr("Ground that fire appliances need though nobody surveyed it: strips beside high-rises, turning room of fire lanes."),
                           m_project.isOpen() ? tr("Nothing had to be presumed.") : tr("No project is open."), {}});
}

}  // namespace app
