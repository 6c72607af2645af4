#pragma once

#include "app/jobs/job.hpp"
#include "app/panels/heat/hazard_facts.hpp"
#include "geo/density/hazard_density.hpp"
#include "geo/io/project_file.hpp"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

namespace app {

/// Makes the density of a project's hazard reports, off the GUI thread: reads the reports, estimates, computes. The newest settings win; a
/// computation that is nearly done may still show its picture before, so that a slider that moves on and on is followed.
class HeatSource : public QObject {
    Q_OBJECT

   public:
    /// A density that needs more than this is computed only when asked for by `computeAnyway`.
    static constexpr std::uint64_t pleasant_bytes = std::uint64_t{1} << 30;

    explicit HeatSource(QObject* parent = nullptr);

    /// Reads the reports of another project. @param project  null: none @param keeps_heat  shows what there is until the new one is made
    void setProject(std::shared_ptr<const geo::Project> project, bool keeps_heat = false);
    void setSettings(const geo::HeatSettings& settings);
    /// Off: nothing is computed and there is no heat.
    void setOn(bool is_on);
    void setLimit(std::uint64_t bytes) { m_limit = bytes; }

    std::shared_ptr<const HazardFacts> facts() const { return m_facts; }  ///< null until they are read
    std::shared_ptr<const geo::Heat> heat() const { return m_heat; }      ///< null: none
    const std::optional<geo::HeatEstimate>& estimate() const { return m_estimate; }  ///< for the newest settings
    bool isTooLarge() const { return m_estimate && m_estimate->bytes > m_limit; }
    bool isBusy() const { return m_reading.isRunning() || m_estimating.isRunning() || m_making.isRunning(); }

   public slots:
    void computeAnyway();
    void cancel();  ///< the heat stays as it was

   signals:
    void factsChanged();
    void estimateChanged();
    void heatChanged(std::shared_ptr<const geo::Heat> heat);
    void busyChanged();
    void progressed(double share);
    void failed(const geo::Message& reason);

   private:
    void estimateAnew();
    void make();
    void startMaking();
    void show(std::shared_ptr<const geo::Heat> heat);

    std::shared_ptr<const HazardFacts> m_facts;
    geo::HeatSettings m_settings;
    std::uint64_t m_limit = pleasant_bytes;
    bool m_is_on = true;
    std::optional<geo::HeatEstimate> m_estimate;
    std::shared_ptr<const geo::Heat> m_heat;
    bool m_wants_newer = false;  ///< the settings have changed since the computation that runs began
    QElapsedTimer m_running_since;
    // Last, so that they end before what their results go to.
    Job<std::shared_ptr<const HazardFacts>> m_reading;
    Job<geo::HeatEstimate> m_estimating;
    Job<std::shared_ptr<const geo::Heat>> m_making;
};

}  // namespace app
