#pragma once

#include "app/jobs/job.hpp"
#include "geo/io/layer_preview.hpp"

#include <QObject>

#include <deque>
#include <utility>
#include <vector>

namespace app {

/// Reads previews one after the other in the background; each is known by an id of the asker's.
class PreviewQueue : public QObject {
    Q_OBJECT

   public:
    explicit PreviewQueue(QObject* parent = nullptr);

    /// A newer request of the same id takes the older one's place, also while that is being read.
    void ask(int id, geo::PreviewRequest request);
    void forget(int id);

   signals:
    void read(int id, const std::vector<geo::LayerPreview>& previews);
    void failed(int id, const geo::Message& reason);
    void emptied();

   private:
    using Previews = std::vector<geo::LayerPreview>;

    void next();
    int finishCurrent();

    Job<Previews> m_job;
    std::deque<std::pair<int, geo::PreviewRequest>> m_waiting;
    int m_current = 0;
};

}  // namespace app
