// Phases in the window: their panel, their menu in the tables, on the map and in the inspector.
#include "app/canvas/map_feed.hpp"
#include "app/panels/compounds/compound_panel.hpp"
#include "app/panels/inspector/inspector_panel.hpp"
#include "app/panels/phases/phase_panel.hpp"
#include "app/panels/sites/site_panel.hpp"
#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "app/window/main_window.hpp"
#include "app/window/phase_menu.hpp"
#include "app/window/status_line.hpp"

#include <QLineEdit>

namespace app {
namespace {

/// The site at a place, else the compound that it lies in; nothing elsewhere.
Selected thing_at(const MapData& data, const geo::Point& place, double within_m, const std::vector<std::string>& hidden) {
    for (const MapHit& hit : data.at(place, within_m, hidden))
        if (hit.layer == "sites") return {Selected::Kind::Site, QString::fromStdString(hit.id), place};
    for (const MapHit& hit : data.at(place, 0.0))
        if (hit.layer == "compound") return {Selected::Kind::Compound, QString::fromStdString(hit.id), place};
    return {};
}

}  // namespace

void MainWindow::wirePhases() {
    m_phase_menu = new PhaseMenu{m_project, m_selection, *m_sites->table(), *m_compounds->table(), this};
    m_phase_menu->addTo(*m_actions.plan, m_actions.cancel);
    m_inspector->offerPhases(m_phase_menu);
    connect(m_phase_menu, &PhaseMenu::proposeAsked, this, [this] {
        openStep(Step::Phases);
        m_steps->setCurrent(Step::Phases);
        m_phases->propose();
    });
    connect(m_phase_menu, &PhaseMenu::told, this, [this](const QString& words) { m_status->setState(words); });
    connect(m_phases, &PhasePanel::zoomAsked, this, [this](const geo::Box& box) { m_canvas->zoomTo(box); });
    connect(m_phases, &PhasePanel::runPlanAsked, m_actions.run, &QAction::trigger);
    connect(m_phases, &PhasePanel::failed, this, [this](const geo::Message& reason) { m_parts->fail(reason); });
    connect(m_phases, &PhasePanel::listAsked, this, [this](const QString& words) {
        m_compounds->show();
        m_compounds->raise();
        m_compounds->filterField()->setText(words);
    });
    connect(m_canvas, &MapCanvas::contextMenuAsked, this, &MainWindow::openMapMenu);
}

void MainWindow::openMapMenu(const geo::Point& place, double within_m, const QPoint& global) {
    if (!m_feed->data()) return;
    const Selected thing = thing_at(*m_feed->data(), place, within_m, hiddenLayers());
    QMenu menu;
    if (thing.kind != Selected::Kind::Nothing) {
        const RecordTable& table = thing.kind == Selected::Kind::Site ? *m_sites->table() : *m_compounds->table();
        // One of several that are chosen speaks for all of them.
        if (!table.selectedIds().contains(thing.id)) m_selection.set(thing);
        PhaseMenu::Picked picked{thing.kind == Selected::Kind::Site, {thing.id.toStdString()}};
        if (const QStringList ids = table.selectedIds(); ids.contains(thing.id)) {
            picked.ids.clear();
            for (const QString& id : ids) picked.ids.push_back(id.toStdString());
        }
        const std::string group = thing.kind == Selected::Kind::Site ? "sites" : "compound";
        if (const auto box = m_feed->data()->box_of(group, thing.id.toStdString()))
            menu.addAction(icon("zoom-to"), tr("Zoom to it"), this, [this, box = *box] { m_canvas->zoomTo(box.grown(10.0)); });
        m_phase_menu->offerIn(menu, std::move(picked));
        menu.addSeparator();
    }
    menu.addAction(icon("identify"), tr("Why here, why not"), this, [this, place] {
        m_selection.set({Selected::Kind::Place, {}, place});
        m_inspector->show();
        m_inspector->raise();
    });
    menu.exec(global);
}

}  // namespace app
