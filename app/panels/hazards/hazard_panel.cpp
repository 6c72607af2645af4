#include "app/panels/hazards/hazard_panel.hpp"

#include "app/theme/language.hpp"
#include "geo/model/hazard.hpp"

#include <algorithm>

namespace app {
namespace {

/// Round a single place the map shows some surroundings.
constexpr double surroundings_m = 50.0;

std::vector<const geo::Feature*> reports_of(const geo::Inputs& inputs) {
    std::vector<const geo::Feature*> reports;
    for (const geo::Layer& layer : inputs.layers)
        if (layer.role == geo::Role::Hazard)
            for (const geo::Feature& feature : layer.features) reports.push_back(&feature);
    return reports;
}

}  // namespace

HazardPanel::HazardPanel(OpenProject& project, Selection& selection, QWidget* parent)
    : TableDock{"hazards", parent}, m_project{project}, m_selection{selection}, m_reports{std::make_shared<std::vector<const geo::Feature*>>()} {
    connect(table(), &RecordTable::chosen, this, [this](const QString& id) {
        if (const geo::Feature* report = reportOf(id))
            m_selection.set({Selected::Kind::Feature, id, geo::box_of(report->shape).centre()}, true);
    });
    connect(table(), &RecordTable::zoomAsked, this, [this](const QString& id) {
        if (const geo::Feature* report = reportOf(id)) emit zoomAsked(geo::box_of(report->shape).grown(surroundings_m));
    });
    connect(table(), &RecordTable::emptyActionAsked, this, &HazardPanel::importAsked);
    connect(&m_selection, &Selection::changed, this, &HazardPanel::follow);
    for (const auto changed : {&OpenProject::projectChanged, &OpenProject::inputsChanged})
        connect(&m_project, changed, this, &HazardPanel::refresh);
    retranslate();
    refresh();
}

void HazardPanel::refresh() {
    Records records;
    const ProjectData project = m_project.project();
    if (project && project == m_shown) return;  // Told twice of the same.
    m_reports = std::make_shared<const std::vector<const geo::Feature*>>(project ? reports_of(project->inputs) : std::vector<const geo::Feature*>{});
    records.columns = columns(project, m_reports);
    records.count = static_cast<int>(m_reports->size());
    records.id = [project, reports = m_reports](int i) { return text((*reports)[static_cast<std::size_t>(i)]->id); };
    retranslate();
    table()->showRecords(std::move(records));
    m_shown = project;
    follow();
}

void HazardPanel::follow() {
    const Selected& selected = m_selection.current();
    table()->setCurrentId(selected.kind == Selected::Kind::Feature ? selected.id : QString{});
}

const geo::Feature* HazardPanel::reportOf(const QString& id) const {
    const auto it = std::ranges::find(*m_reports, id.toStdString(), [](const geo::Feature* report) { return report->id; });
    return it == m_reports->end() ? nullptr : *it;
}

std::vector<Column> HazardPanel::columns(const ProjectData& project, const Reports& reports) {
    const auto field = [project, reports](int i, const char* name) {
        return geo::text_of(geo::Role::Hazard, *(*reports)[static_cast<std::size_t>(i)], name);
    };
    const auto plain = [field](const char* name, std::function<QString()> title, int width) {
        return Column{.id = name, .title = std::move(title), .text = [field, name](int i) { return text(field(i, name)); }, .width_px = width};
    };
    Column date = plain("date", [] { return tr("Date"); }, 110);
    date.only_sorts = true;
    date.number = [field](int i) -> std::optional<double> {
        const auto day = geo::date_in(field(i, "date"));
        return day ? std::optional<double>{static_cast<double>(day->time_since_epoch().count())} : std::nullopt;
    };
    Column source = plain("source", [] { return tr("Source"); }, 200);
    source.stretches = true;
    return {
        {.id = "id", .title = [] { return tr("ID"); },
         .text = [project, reports](int i) { return text((*reports)[static_cast<std::size_t>(i)]->id); }, .width_px = 120},
        date,
        plain("type", [] { return tr("Type"); }, 170),
        plain("severity", [] { return tr("Severity"); }, 110),
        plain("status", [] { return tr("Status"); }, 120),
        source,
    };
}

void HazardPanel::retranslate() {
    setWindowTitle(tr("Hazard ledger"));
    if (m_project.isOpen())
        table()->setEmptyText({tr("No hazard reports yet."), tr("Import a CSV, XLSX or layer to see their density."), tr("Import…")});
    else
        table()->setEmptyText({tr("No hazard reports yet."), tr("No project is open."), {}});
}

}  // namespace app
