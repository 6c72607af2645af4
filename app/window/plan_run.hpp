#pragma once

#include "app/jobs/job.hpp"
#include "app/window/parts.hpp"
#include "geo/checks/recheck.hpp"
#include "geo/report/plan.hpp"

#include <QElapsedTimer>
#include <QObject>

namespace app {

/// Runs the plan, or checks it again, in the background; results replace the old ones as one undoable step.
class PlanRun : public QObject {
    Q_OBJECT

   public:
    explicit PlanRun(const Parts& parts, QObject* parent = nullptr);

    void run(geo::Steps steps);
    void check();
    void cancel();
    bool isRunning() const { return m_plan.isRunning() || m_check.isRunning(); }

   signals:
    void planned();  ///< results were replaced

   private:
    void begin(const QString& words);
    ResultsData withPhasesOfNow(ResultsData results);
    void conclude();
    void concludeCheck();

    const Parts& m_parts;
    ProjectData m_of_project;  ///< that the plan is of, as it was when the run began
    ResultsData m_known;       ///< likewise, those that it replaces
    Job<ResultsData> m_plan;
    Job<std::shared_ptr<const geo::Recheck>> m_check;
    QElapsedTimer m_clock;
};

}  // namespace app
