#include "app/panels/new_project/preview_queue.hpp"

#include <algorithm>

namespace app {

PreviewQueue::PreviewQueue(QObject* parent) : QObject{parent} {
    connect(&m_job, &JobSignals::finished, this, [this] {
        const Previews previews = m_job.takeResult();
        emit read(finishCurrent(), previews);
        next();
    });
    connect(&m_job, &JobSignals::failed, this, [this](const geo::Message& reason) {
        emit failed(finishCurrent(), reason);
        next();
    });
    connect(&m_job, &JobSignals::cancelled, this, [this] {
        finishCurrent();
        next();
    });
}

void PreviewQueue::ask(int id, geo::PreviewRequest request) {
    forget(id);
    m_waiting.emplace_back(id, std::move(request));
    if (m_current == 0) next();
}

void PreviewQueue::forget(int id) {
    std::erase_if(m_waiting, [id](const auto& item) { return item.first == id; });
    if (m_current == id) m_job.cancel();  // `cancelled` follows, and the next begins
}

int PreviewQueue::finishCurrent() { return std::exchange(m_current, 0); }

void PreviewQueue::next() {
    if (m_current != 0) return;  // whoever heard of the last result asked for another
    if (m_waiting.empty()) {
        emit emptied();
        return;
    }
    auto [id, request] = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_current = id;
    m_job.start([request = std::move(request)](const geo::Progress& progress) { return geo::preview_layers(request, progress); });
}

}  // namespace app
