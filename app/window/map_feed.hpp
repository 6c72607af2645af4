#pragma once

#include "app/jobs/job.hpp"
#include "app/project/open_project.hpp"
#include "app/render/map_data.hpp"

#include <QObject>

namespace app {

/// Makes what the map draws anew, in the background, whenever inputs or results change; the old picture stays meanwhile.
class MapFeed : public QObject {
    Q_OBJECT

   public:
    explicit MapFeed(OpenProject& project, QObject* parent = nullptr);

    std::shared_ptr<const MapData> data() const { return m_data; }

   signals:
    void dataChanged(const std::shared_ptr<const app::MapData>& data);  ///< null when no project is open
    void failed(const geo::Message& reason);

   private:
    void make();

    OpenProject& m_project;
    Job<std::shared_ptr<const MapData>> m_job;
    std::shared_ptr<const MapData> m_data;
};

}  // namespace app
