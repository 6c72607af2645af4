#include "app/panels/compounds/compound_panel.hpp"

#include "app/tables/phase_words.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"

#include <algorithm>

namespace app {
namespace {

const QString none = QStringLiteral("–");

}  // namespace

CompoundPanel::CompoundPanel(OpenProject& project, Selection& selection, QWidget* parent)
    : TableDock{"compounds", parent}, m_project{project}, m_selection{selection}, m_rows{std::make_shared<std::vector<CompoundRow>>()} {
    connect(table(), &RecordTable::chosen, this, [this](const QString& id) {
        if (const CompoundRow* row = rowOf(id)) m_selection.set({Selected::Kind::Compound, id, row->inside}, true);
    });
    connect(table(), &RecordTable::zoomAsked, this, [this](const QString& id) {
        if (const CompoundRow* row = rowOf(id)) emit zoomAsked(row->box);
    });
    connect(table(), &RecordTable::emptyActionAsked, this, &CompoundPanel::newProjectAsked);
    connect(&m_selection, &Selection::changed, this, &CompoundPanel::follow);
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged})
        connect(&m_project, changed, this, &CompoundPanel::refresh);
    retranslate();
    refresh();
}

void CompoundPanel::refresh() {
    Records records;
    m_rows = m_project.isOpen() ? std::make_shared<const std::vector<CompoundRow>>(compound_rows(*m_project.project(), *m_project.results()))
                                : std::make_shared<const std::vector<CompoundRow>>();
    records.columns = columns(m_rows, m_project.project());
    records.count = static_cast<int>(m_rows->size());
    records.id = [rows = m_rows](int i) { return text((*rows)[static_cast<std::size_t>(i)].id); };
    table()->showRecords(std::move(records));
    if (!table()->selectedIds().contains(m_selection.current().id)) follow();
}

void CompoundPanel::follow() {
    const Selected& selected = m_selection.current();
    table()->setCurrentId(selected.kind == Selected::Kind::Compound ? selected.id : QString{});
}

const CompoundRow* CompoundPanel::rowOf(const QString& id) const {
    const auto it = std::ranges::find(*m_rows, id.toStdString(), &CompoundRow::id);
    return it == m_rows->end() ? nullptr : &*it;
}

std::vector<Column> CompoundPanel::columns(const Rows& rows, const ProjectData& project) {
    const auto row = [rows](int i) -> const CompoundRow& { return (*rows)[static_cast<std::size_t>(i)]; };
    // A figure of the results: none where nothing was computed, which is not zero.
    const auto figure = [row](QString id, std::function<QString()> title, auto value, int decimals, int width) {
        const auto known = [row, value](int i) -> std::optional<double> {
            if (!row(i).has_ground()) return std::nullopt;
            return static_cast<double>(value(row(i)));
        };
        return Column{.id = std::move(id), .title = std::move(title),
                      .text = [known, decimals](int i) { const auto n = known(i); return n ? number(*n, decimals) : none; },
                      .number = known, .decimals = decimals, .width_px = width};
    };
    return {
        {.id = "name", .title = [] { return tr("Compound"); }, .text = [row](int i) { return text(row(i).name); }, .width_px = 180, .stretches = true},
        {.id = "id", .title = [] { return tr("ID"); }, .text = [row](int i) { return text(row(i).id); }, .width_px = 110},
        {.id = "households", .title = [] { return tr("Households"); },
         .text = [row](int i) { return row(i).households ? number(*row(i).households, 0) : none; },
         .number = [row](int i) { return row(i).households; }, .width_px = 104},
        figure("legal", [] { return tr("Legal m²"); }, [](const CompoundRow& r) { return r.legal_m2; }, 0, 96),
        figure("robust", [] { return tr("Robust m²"); }, [](const CompoundRow& r) { return r.robust_m2; }, 0, 100),
        figure("zones", [] { return tr("Zones"); }, [](const CompoundRow& r) { return r.zones; }, 0, 76),
        figure("sites", [] { return tr("Sites"); }, [](const CompoundRow& r) { return r.sites; }, 0, 76),
        figure("bays", [] { return tr("Bays"); }, [](const CompoundRow& r) { return r.bays; }, 0, 84),
        {.id = "verdict", .title = [] { return tr("Worst verdict"); }, .text = [row](int i) { return outcome(row(i)); },
         .number = [row](int i) -> std::optional<double> {
             if (row(i).state == CompoundRow::State::Sited) return -static_cast<double>(row(i).worst);
             return -10.0 + static_cast<double>(row(i).state);  // What is missing comes before what fails.
         },
         .chip = [row](int i) {
             if (row(i).state == CompoundRow::State::Sited) return verdict_chip(row(i).worst);
             return row(i).state == CompoundRow::State::NotComputed ? QStringLiteral("verify") : QString{};
         },
         .width_px = 140, .only_sorts = true},
        {.id = "phase", .title = [] { return tr("Phase"); },
         .text = [row, project](int i) { return row(i).phase.empty() ? none : phase_words(project->phasing, row(i).phase); },
         .number = [row](int i) { return phase_order(row(i).phase); }, .disc = [row](int i) { return phase_disc(row(i).phase); },
         .width_px = 120, .only_sorts = true},
        {.id = "reason", .title = [] { return tr("Remark"); }, .text = [row](int i) { return text(row(i).reason); }, .width_px = 220},
    };
}

QString CompoundPanel::outcome(const CompoundRow& row) {
    switch (row.state) {
        case CompoundRow::State::NotRun: return none;
        case CompoundRow::State::NotComputed: return tr("Not computed");
        case CompoundRow::State::NoGround: return tr("No ground");
        case CompoundRow::State::NoSite: return tr("No site");
        case CompoundRow::State::Sited: return verdict_word(row.worst);
    }
    return {};
}

void CompoundPanel::retranslate() {
    setWindowTitle(tr("Compounds"));
    if (m_project.isOpen())
        table()->setEmptyText({tr("The compounds that are planned, with their ground and sites."), tr("This project has no layer of compounds."), {}});
    else
        table()->setEmptyText({tr("The compounds that are planned, with their ground and sites."), tr("No project is open."), tr("New project…")});
}

}  // namespace app
