#include "app/canvas/map_feed.hpp"

#include <utility>

namespace app {

MapFeed::MapFeed(QObject* parent) : QObject{parent} {
    connect(&m_job, &JobSignals::failed, this, &MapFeed::failed);
    connect(&m_job, &JobSignals::finished, this, [this] {
        auto data = m_job.takeResult();
        if (!m_project) return;  // Closed meanwhile.
        m_data = std::move(data);
        emit dataChanged(m_data);
    });
}

void MapFeed::follow(OpenProject& project) {
    const auto show_it = [this, &project] { show(project.project(), project.results()); };
    connect(&project, &OpenProject::projectChanged, this, [this, show_it] {
        show(nullptr, nullptr);
        show_it();
    });
    connect(&project, &OpenProject::inputsChanged, this, show_it);
    connect(&project, &OpenProject::resultsChanged, this, show_it);
}

void MapFeed::show(ProjectData project, ResultsData results, MapChanges changes) {
    if (project == m_project && results == m_results && changes == m_changes) return;
    m_project = project;
    m_results = results;
    m_changes = changes;
    if (!project) {
        m_data = nullptr;
        emit dataChanged(nullptr);
        return;
    }
    m_job.start([project = std::move(project), results = std::move(results),
                 changes = std::move(changes)](const geo::Progress& progress) -> std::shared_ptr<const MapData> {
        return std::make_shared<const MapData>(project, results, MapStyle::standard(), progress, changes);
    });
}

}  // namespace app
