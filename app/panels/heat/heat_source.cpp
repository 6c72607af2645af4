#include "app/panels/heat/heat_source.hpp"

#include <utility>

namespace app {
namespace {

/// A computation that has run for less than this is let finish before newer settings take its place.
constexpr qint64 patience_ms = 600;

}  // namespace

HeatSource::HeatSource(QObject* parent) : QObject{parent} {
    connect(&m_reading, &JobSignals::finished, this, [this] {
        m_facts = m_reading.takeResult();
        emit factsChanged();
        estimateAnew();
        emit busyChanged();
    });
    connect(&m_estimating, &JobSignals::finished, this, [this] {
        m_estimate = m_estimating.takeResult();
        emit estimateChanged();
        if (isTooLarge()) {
            m_wants_newer = false;
            m_making.cancel();
        } else {
            make();
        }
        emit busyChanged();
    });
    connect(&m_making, &JobSignals::finished, this, [this] {
        show(m_making.takeResult());
        // Settings that are being estimated are made after that.
        if (std::exchange(m_wants_newer, false) && !m_estimating.isRunning()) startMaking();
        emit busyChanged();
    });
    connect(&m_estimating, &JobSignals::failed, this, [this] {
        m_estimate.reset();
        emit estimateChanged();
    });
    connect(&m_making, &JobSignals::progressed, this, &HeatSource::progressed);
    for (JobSignals* job : {static_cast<JobSignals*>(&m_reading), static_cast<JobSignals*>(&m_estimating), static_cast<JobSignals*>(&m_making)}) {
        connect(job, &JobSignals::cancelled, this, [this] {
            m_wants_newer = false;
            emit busyChanged();
        });
        connect(job, &JobSignals::failed, this, [this](const geo::Message& reason) {
            m_wants_newer = false;
            emit busyChanged();
            emit failed(reason);
        });
    }
}

void HeatSource::setProject(std::shared_ptr<const geo::Project> project, bool keeps_heat) {
    cancel();
    m_facts = nullptr;
    m_estimate.reset();
    if (!keeps_heat || !project) show(nullptr);
    emit factsChanged();
    emit estimateChanged();
    if (!project) {
        m_reading.cancel();
        emit busyChanged();
        return;
    }
    m_reading.start([project = std::move(project)](const geo::Progress& progress) {
        return std::make_shared<const HazardFacts>(hazard_facts(project->inputs, progress));
    });
    emit busyChanged();
}

void HeatSource::setSettings(const geo::HeatSettings& settings) {
    if (settings == m_settings) return;
    m_settings = settings;
    estimateAnew();
}

void HeatSource::setOn(bool is_on) {
    if (is_on == m_is_on) return;
    m_is_on = is_on;
    if (m_is_on) {
        estimateAnew();
        return;
    }
    cancel();
    show(nullptr);
}

void HeatSource::computeAnyway() {
    if (m_estimate && !m_estimating.isRunning()) make();
}

void HeatSource::cancel() {
    m_wants_newer = false;
    m_estimating.cancel();
    m_making.cancel();
}

void HeatSource::estimateAnew() {
    if (!m_facts) return;
    if (m_facts->reports.empty()) {
        show(nullptr);
        return;
    }
    m_estimating.start([facts = m_facts, settings = m_settings](const geo::Progress&) {
        return geo::estimate_heat(facts->reports, settings, facts->crs);
    });
    emit busyChanged();
}

void HeatSource::make() {
    if (!m_is_on) return;
    if (m_making.isRunning() && m_running_since.elapsed() < patience_ms) {
        m_wants_newer = true;
        return;
    }
    startMaking();
}

void HeatSource::startMaking() {
    m_wants_newer = false;
    m_running_since.start();
    m_making.start([facts = m_facts, settings = m_settings](const geo::Progress& progress) {
        return std::make_shared<const geo::Heat>(geo::hazard_density(facts->reports, settings, facts->crs, 0, progress));
    });
    emit busyChanged();
}

void HeatSource::show(std::shared_ptr<const geo::Heat> heat) {
    if (!heat && !m_heat) return;
    m_heat = std::move(heat);
    emit heatChanged(m_heat);
}

}  // namespace app
