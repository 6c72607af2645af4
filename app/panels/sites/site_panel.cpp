#include "app/panels/sites/site_panel.hpp"

#include "app/tables/phase_words.hpp"
#include "app/tables/verdict_chip.hpp"
#include "app/theme/language.hpp"

#include <QHash>

#include <algorithm>
#include <unordered_map>

namespace app {
namespace {

/// What rows show of other tables, found once: names of compounds by id, the governing clause of each site.
struct Names {
    std::unordered_map<std::string, std::string> compounds;
    std::unordered_map<std::string, std::string> clauses;
};

Names names_of(const geo::Project& project, const geo::Results& results) {
    Names names;
    for (const geo::Layer& layer : project.inputs.layers) {
        if (layer.role != geo::Role::Compound) continue;
        for (const geo::Feature& feature : layer.features)
            if (!feature.name.empty()) names.compounds.emplace(feature.id, feature.name);
    }
    std::unordered_map<std::string_view, std::string_view> governing;
    for (const geo::Site& site : results.sites) governing.emplace(site.id, site.governing);
    for (const geo::ClearanceRow& row : results.clearances)
        if (const auto it = governing.find(row.site_id); it != governing.end() && it->second == row.rule)
            names.clauses.emplace(row.site_id, row.clause);
    return names;
}

std::string found(const std::unordered_map<std::string, std::string>& names, const std::string& id, const std::string& otherwise) {
    const auto it = names.find(id);
    return it == names.end() ? otherwise : it->second;
}

const geo::Site* site_of(const geo::Results& results, const QString& id) {
    const auto it = std::ranges::find(results.sites, id.toStdString(), &geo::Site::id);
    return it == results.sites.end() ? nullptr : &*it;
}

}  // namespace

SitePanel::SitePanel(OpenProject& project, Selection& selection, QWidget* parent)
    : TableDock{"sites", parent}, m_project{project}, m_selection{selection} {
    connect(table(), &RecordTable::chosen, this, [this](const QString& id) {
        const geo::Site* site = m_project.isOpen() ? site_of(*m_project.results(), id) : nullptr;
        if (site) m_selection.set({Selected::Kind::Site, id, geo::box_of(site->outline).centre()}, true);
    });
    connect(table(), &RecordTable::zoomAsked, this, [this](const QString& id) {
        const geo::Site* site = m_project.isOpen() ? site_of(*m_project.results(), id) : nullptr;
        if (site) emit zoomAsked(geo::box_of(site->outline));
    });
    connect(table(), &RecordTable::emptyActionAsked, this, &SitePanel::runPlanAsked);
    connect(&m_selection, &Selection::changed, this, &SitePanel::follow);
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged, &OpenProject::resultsChanged})
        connect(&m_project, changed, this, &SitePanel::refresh);
    retranslate();
    refresh();
}

void SitePanel::refresh() {
    Records records;
    const ResultsData results = m_project.results();
    if (results) {
        records.columns = columns(results);
        records.count = static_cast<int>(results->sites.size());
        records.id = [results](int i) { return text(results->sites[static_cast<std::size_t>(i)].id); };
    }
    retranslate();  // Why it is empty depends on the results.
    table()->showRecords(std::move(records));
    if (!table()->selectedIds().contains(m_selection.current().id)) follow();
}

void SitePanel::follow() {
    const Selected& selected = m_selection.current();
    table()->setCurrentId(selected.kind == Selected::Kind::Site ? selected.id : QString{});
}

std::vector<Column> SitePanel::columns(ResultsData results) const {
    const ProjectData project = m_project.project();
    const auto names = std::make_shared<const Names>(names_of(*project, *results));
    const auto site = [results](int i) -> const geo::Site& { return results->sites[static_cast<std::size_t>(i)]; };
    return {
        {.id = "id", .title = [] { return tr("ID"); }, .text = [site](int i) { return text(site(i).id); }, .width_px = 110},
        {.id = "compound", .title = [] { return tr("Compound"); },
         .text = [site, names](int i) { return text(found(names->compounds, site(i).compound, site(i).compound)); }, .width_px = 150},
        {.id = "zone_type", .title = [] { return tr("Zone type"); }, .text = [site](int i) { return zone_type_word(site(i).type); },
         .width_px = 130},
        {.id = "bays", .title = [] { return tr("Bays"); }, .text = [site](int i) { return number(site(i).bay_count, 0); },
         .number = [site](int i) { return site(i).bay_count; }, .width_px = 76},
        {.id = "area", .title = [] { return tr("Area m²"); }, .text = [site](int i) { return number(site(i).area_m2, 1); },
         .number = [site](int i) { return site(i).area_m2; }, .decimals = 1, .width_px = 96},
        {.id = "verdict", .title = [] { return tr("Verdict"); }, .text = [site](int i) { return verdict_word(site(i).verdict); },
         .number = [site](int i) { return -static_cast<double>(site(i).verdict); },  // What fails comes first.
         .chip = [site](int i) { return verdict_chip(site(i).verdict); }, .width_px = 120, .only_sorts = true},
        {.id = "margin", .title = [] { return tr("Margin m"); },
         .text = [site](int i) { return site(i).margin_m ? signedNumber(*site(i).margin_m, 2) : QStringLiteral("–"); },
         .number = [site](int i) { return site(i).margin_m; }, .decimals = 2, .width_px = 100},
        {.id = "clause", .title = [] { return tr("Governing clause"); },
         .text = [site, names](int i) { return text(found(names->clauses, site(i).id, site(i).governing)); }, .width_px = 240, .stretches = true},
        {.id = "phase", .title = [] { return tr("Phase"); },
         .text = [site, project](int i) { return site(i).phase.empty() ? QStringLiteral("–") : phase_words(project->phasing, site(i).phase); },
         .number = [site](int i) { return phase_order(site(i).phase); }, .disc = [site](int i) { return phase_disc(site(i).phase); },
         .width_px = 120, .only_sorts = true},
    };
}

void SitePanel::retranslate() {
    setWindowTitle(tr("Sites"));
    if (!m_project.isOpen()) {
        table()->setEmptyText({tr("Sites of the plan: how many bays, how far from everything."), tr("No project is open."), {}});
    } else if (m_project.results()->grounds.empty()) {
        table()->setEmptyText({tr("Sites of the plan: how many bays, how far from everything."),
                               tr("The plan has not been run for this scenario."), tr("Run plan")});
    } else {
        table()->setEmptyText({tr("This plan has no sites."), tr("No zone holds a layout of bays. The table of compounds and the run log say why."),
                               tr("Run plan")});
    }
}

}  // namespace app
