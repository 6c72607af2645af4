#include "app/window/map_feed.hpp"

namespace app {

MapFeed::MapFeed(OpenProject& project, QObject* parent) : QObject{parent}, m_project{project} {
    connect(&project, &OpenProject::projectChanged, this, [this] {
        m_data = nullptr;
        emit dataChanged(nullptr);
        make();
    });
    connect(&project, &OpenProject::inputsChanged, this, &MapFeed::make);
    connect(&project, &OpenProject::resultsChanged, this, &MapFeed::make);
    connect(&m_job, &JobSignals::failed, this, &MapFeed::failed);
    connect(&m_job, &JobSignals::finished, this, [this] {
        auto data = m_job.takeResult();
        if (!m_project.isOpen()) return;  // Closed meanwhile.
        m_data = std::move(data);
        emit dataChanged(m_data);
    });
}

void MapFeed::make() {
    if (!m_project.isOpen()) return;
    m_job.start([project = m_project.project(), results = m_project.results()](const geo::Progress& progress) -> std::shared_ptr<const MapData> {
        return std::make_shared<const MapData>(project, results, MapStyle::standard(), progress);
    });
}

}  // namespace app
