#include "app/panels/duties/duty_panel.hpp"

#include "app/tables/duty_words.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"
#include "geo/checks/duties.hpp"
#include "geo/rules/duty_kinds.hpp"

#include <algorithm>

namespace app {
namespace {

/// The compound of a row that belongs to none of the sites; empty for a site's.
std::string compound_of(const geo::CheckRow& row) {
    const std::string mark = geo::compound_row_id({});
    return row.site_id.starts_with(mark) ? row.site_id.substr(mark.size()) : std::string{};
}

}  // namespace

DutyPanel::DutyPanel(OpenProject& project, Selection& selection, QWidget* parent) : TableDock{"duties", parent}, m_project{project}, m_selection{selection} {
    connect(table(), &RecordTable::chosen, this, [this](const QString& id) { choose(id, false); });
    connect(table(), &RecordTable::zoomAsked, this, [this](const QString& id) { choose(id, true); });
    connect(table(), &RecordTable::emptyActionAsked, this, &DutyPanel::runPlanAsked);
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged})
        connect(&m_project, changed, this, &DutyPanel::refresh);
    retranslate();
    refresh();
}

void DutyPanel::refresh() {
    Records records;
    if (const ResultsData results = m_project.results()) {
        records.columns = columns(results);
        records.count = static_cast<int>(results->checks.size());
        records.id = [](int i) { return QString::number(i); };
    }
    retranslate();
    table()->showRecords(std::move(records));
}

void DutyPanel::choose(const QString& id, bool zoom) {
    const ResultsData results = m_project.results();
    const auto at = static_cast<std::size_t>(id.toULongLong());
    if (!results || at >= results->checks.size()) return;
    const geo::CheckRow& row = results->checks[at];
    if (const std::string compound = compound_of(row); !compound.empty()) {
        for (const geo::Layer& layer : m_project.project()->inputs.layers)
            for (const geo::Feature& feature : layer.features) {
                if (layer.role != geo::Role::Compound || feature.id != compound) continue;
                const geo::Box box = geo::box_of(feature.shape);
                if (zoom) return emit zoomAsked(box);
                return m_selection.set({Selected::Kind::Compound, text(compound), box.centre()}, true);
            }
        return;
    }
    const auto site = std::ranges::find(results->sites, row.site_id, &geo::Site::id);
    if (site == results->sites.end()) return;
    const geo::Box box = geo::box_of(site->outline);
    if (zoom) return emit zoomAsked(box);
    m_selection.set({Selected::Kind::Site, text(site->id), box.centre()}, true);
}

std::vector<Column> DutyPanel::columns(const ResultsData& results) const {
    const auto row = [results](int i) -> const geo::CheckRow& { return results->checks[static_cast<std::size_t>(i)]; };
    return {
        {.id = "site", .title = [] { return tr("Site"); },
         .text = [row](int i) {
             const std::string compound = compound_of(row(i));
             return compound.empty() ? text(row(i).site_id) : tr("%1, indoors").arg(text(compound));
         },
         .width_px = 130},
        {.id = "duty", .title = [] { return tr("Duty"); }, .text = [row](int i) { return text(geo::duty_words(row(i).duty)); }, .width_px = 180},
        {.id = "value", .title = [] { return tr("Found"); }, .text = [row](int i) { return amount_words(row(i).value, row(i).unit); },
         .number = [row](int i) { return row(i).value; }, .decimals = 2, .width_px = 110},
        {.id = "need", .title = [] { return tr("Needed"); }, .text = [row](int i) { return amount_words(row(i).need, row(i).unit); },
         .number = [row](int i) { return row(i).need; }, .decimals = 2, .width_px = 110},
        {.id = "verdict", .title = [] { return tr("Verdict"); }, .text = [row](int i) { return verdict_word(row(i).verdict); },
         .number = [row](int i) { return -static_cast<double>(row(i).verdict); }, .chip = [row](int i) { return verdict_chip(row(i).verdict); }, .width_px = 120,
         .only_sorts = true},
        {.id = "clause", .title = [] { return tr("Clause"); }, .text = [row](int i) { return text(row(i).clause); }, .width_px = 360, .stretches = true},
    };
}

void DutyPanel::retranslate() {
    setWindowTitle(tr("Duties"));
    const QString what = tr("What sites have to keep besides distances: extinguishers, hydrants, groups, roads, signs, consent.");
    if (!m_project.isOpen()) table()->setEmptyText({what, tr("No project is open."), {}});
    else if (m_project.results()->grounds.empty()) table()->setEmptyText({what, tr("The plan has not been run for this scenario."), tr("Run plan")});
    else table()->setEmptyText({what, tr("There is no site, or the rules ask for none."), tr("Run plan")});
}

}  // namespace app
