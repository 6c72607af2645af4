#pragma once

#include "app/jobs/job.hpp"
#include "app/project/open_project.hpp"
#include "app/render/map_data.hpp"

#include <QObject>

namespace app {

/// Makes what a map draws in the background, whenever it is asked for something else; the old picture stays meanwhile.
class MapFeed : public QObject {
    Q_OBJECT

   public:
    explicit MapFeed(QObject* parent = nullptr);

    /// From now on that of the scenario shown, whichever that is.
    void follow(OpenProject& project);
    /// Nothing happens when it is what was asked for last. @param project  null: nothing to draw, which is told at once
    void show(ProjectData project, ResultsData results, MapChanges changes = {});

    std::shared_ptr<const MapData> data() const { return m_data; }

   signals:
    void dataChanged(const std::shared_ptr<const app::MapData>& data);  ///< null when there is nothing to draw
    void failed(const geo::Message& reason);

   private:
    Job<std::shared_ptr<const MapData>> m_job;
    ProjectData m_project;
    ResultsData m_results;
    MapChanges m_changes;
    std::shared_ptr<const MapData> m_data;
};

}  // namespace app
