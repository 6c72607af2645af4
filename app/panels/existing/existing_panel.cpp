#include "app/panels/existing/existing_panel.hpp"

#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "geo/report/existing.hpp"
#include "geo/rules/obstacle_kinds.hpp"

#include <algorithm>
#include <unordered_map>

namespace app {
namespace {

/// Round a single place the map shows some surroundings.
constexpr double surroundings_m = 20.0;

/// The tightest row of each facility, which comes first among its rows.
std::unordered_map<std::string, const geo::ClearanceRow*> governing_rows(const geo::ExistingFacilities& judged) {
    std::unordered_map<std::string, const geo::ClearanceRow*> rows;
    for (const geo::ClearanceRow& row : judged.clearances) rows.emplace(row.site_id, &row);
    return rows;
}

}  // namespace

ExistingPanel::ExistingPanel(OpenProject& project, Selection& selection, QWidget* parent)
    : TableDock{"existing", parent}, m_project{project}, m_selection{selection} {
    connect(table(), &RecordTable::chosen, this, [this](const QString& id) {
        if (const geo::ExistingFacility* f = facility(id)) m_selection.set({Selected::Kind::Feature, id, geo::box_of(f->ground).centre()}, true);
    });
    connect(table(), &RecordTable::zoomAsked, this, [this](const QString& id) {
        if (const geo::ExistingFacility* f = facility(id)) emit zoomAsked(geo::box_of(f->ground).grown(surroundings_m));
    });
    connect(&m_selection, &Selection::changed, this, &ExistingPanel::follow);
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged})
        connect(&m_project, changed, this, &ExistingPanel::judge);  // Another scenario has other rules.
    connect(&m_job, &JobSignals::finished, this, [this] { show(m_job.takeResult()); });
    connect(&m_job, &JobSignals::failed, this, [this](const geo::Message& reason) {
        m_failure = reason;
        show(nullptr);
    });
    retranslate();
    judge();
}

void ExistingPanel::judge() {
    const ProjectData project = m_project.project();
    if (project == m_judged_of && m_project.scenario() == m_scenario) return;
    m_judged_of = project;
    m_scenario = m_project.scenario();
    m_failure.reset();
    if (!project || !geo::has_existing(project->inputs)) {
        m_job.cancel();
        return show(nullptr);
    }
    m_job.start([project, scenario = m_scenario.toStdString()](const geo::Progress& progress) {
        return std::make_shared<const geo::ExistingFacilities>(geo::existing_of(*project, scenario, 0, progress));
    });
}

void ExistingPanel::show(Judged judged) {
    m_judged = std::move(judged);
    Records records;
    if (m_judged) {
        records.columns = columns(m_judged);
        records.count = static_cast<int>(m_judged->facilities.size());
        records.id = [judged = m_judged](int i) { return text(judged->facilities[static_cast<std::size_t>(i)].id); };
    }
    retranslate();
    table()->showRecords(std::move(records));
    follow();
    emit judgedChanged();
}

void ExistingPanel::follow() {
    const Selected& selected = m_selection.current();
    table()->setCurrentId(selected.kind == Selected::Kind::Feature ? selected.id : QString{});
}

const geo::ExistingFacility* ExistingPanel::facility(const QString& id) const {
    if (!m_judged) return nullptr;
    const auto it = std::ranges::find(m_judged->facilities, id.toStdString(), &geo::ExistingFacility::id);
    return it == m_judged->facilities.end() ? nullptr : &*it;
}

std::vector<Column> ExistingPanel::columns(const Judged& judged) {
    const auto rows = std::make_shared<const std::unordered_map<std::string, const geo::ClearanceRow*>>(governing_rows(*judged));
    const auto of = [judged](int i) -> const geo::ExistingFacility& { return judged->facilities[static_cast<std::size_t>(i)]; };
    const auto row = [of, rows](int i) -> const geo::ClearanceRow* {
        const auto it = rows->find(of(i).id);
        return it == rows->end() ? nullptr : it->second;
    };
    const auto metres = [row](QString id, std::function<QString()> title, double geo::ClearanceRow::*member, int width) {
        return Column{.id = std::move(id), .title = std::move(title), .text = [row, member](int i) { return row(i) ? number(row(i)->*member, 2) : QStringLiteral("–"); },
                      .number = [row, member](int i) { return row(i) ? std::optional{row(i)->*member} : std::nullopt; }, .decimals = 2, .width_px = width};
    };
    return {
        {.id = "id", .title = [] { return tr("ID"); }, .text = [of](int i) { return text(of(i).id); }, .width_px = 110},
        {.id = "name", .title = [] { return tr("Name"); }, .text = [of](int i) { return of(i).name.empty() ? QStringLiteral("–") : text(of(i).name); }, .width_px = 150},
        {.id = "compound", .title = [] { return tr("Compound"); },
         .text = [of](int i) {
             const geo::ExistingFacility& f = of(i);
             return f.where == geo::Whereabouts::Inside ? text(f.compound) : text(geo::whereabouts_words(f.where));
         },
         .width_px = 120},
        {.id = "bays", .title = [] { return tr("Bays"); }, .text = [of](int i) { return of(i).bays ? number(*of(i).bays, 0) : QStringLiteral("–"); },
         .number = [of](int i) { return of(i).bays ? std::optional<double>{*of(i).bays} : std::nullopt; }, .width_px = 76},
        {.id = "verdict", .title = [] { return tr("Verdict"); }, .text = [of](int i) { return verdict_word(of(i).verdict); },
         .number = [of](int i) { return -static_cast<double>(of(i).verdict); },  // What fails comes first.
         .chip = [of](int i) { return verdict_chip(of(i).verdict); }, .width_px = 120, .only_sorts = true},
        {.id = "margin", .title = [] { return tr("Margin m"); }, .text = [of](int i) { return of(i).margin_m ? signedNumber(*of(i).margin_m, 2) : QStringLiteral("–"); },
         .number = [of](int i) { return of(i).margin_m; }, .decimals = 2, .width_px = 100},
        {.id = "obstacle", .title = [] { return tr("Governing obstacle"); },
         .text = [row](int i) { return row(i) ? text(geo::kind_words(row(i)->obst_kind)) + ' ' + text(row(i)->obst_id) : tr("No obstacle is known near it"); }, .width_px = 180},
        metres("need", [] { return tr("Needed m"); }, &geo::ClearanceRow::need_m, 96),
        metres("have", [] { return tr("Measured m"); }, &geo::ClearanceRow::have_m, 110),
        {.id = "strength", .title = [] { return tr("Strength"); },
         .text = [row](int i) { return !row(i) ? QStringLiteral("–") : row(i)->strength == geo::Strength::Must ? tr("must") : tr("should"); }, .width_px = 80},
        {.id = "clause", .title = [] { return tr("Governing clause"); }, .text = [row](int i) { return row(i) ? text(row(i)->clause) : QStringLiteral("–"); }, .width_px = 240,
         .stretches = true},
    };
}

void ExistingPanel::retranslate() {
    setWindowTitle(tr("Existing facilities"));
    const QString what = tr("Existing charging facilities, judged by the rules for sites.");
    if (!m_project.isOpen()) table()->setEmptyText({what, tr("No project is open."), {}});
    else if (m_failure) table()->setEmptyText({what, text(*m_failure), {}});
    else if (!geo::has_existing(m_project.project()->inputs)) table()->setEmptyText({what, tr("The project has no layer of them: give one to a new project."), {}});
    else table()->setEmptyText({what, m_judged ? tr("All of them are marked as removed.") : tr("They are being judged…"), {}});
}

}  // namespace app
