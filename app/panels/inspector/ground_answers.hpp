#pragma once

#include "app/jobs/job.hpp"
#include "app/project/open_project.hpp"
#include "geo/zones/ground_taken.hpp"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace app {

/// What rules take of ground in the scenario that is shown, measured off the GUI thread. What it rests on is made with the first question and anew when
/// inputs, rules or the scenario change; only the newest question is answered.
class GroundAnswers : public QObject {
    Q_OBJECT

   public:
    using Grounds = std::vector<geo::GroundTaken>;
    using Question = std::function<Grounds(const geo::Takings&, const geo::Progress&)>;

    explicit GroundAnswers(const OpenProject& project, QObject* parent = nullptr);

    void ask(Question question);  ///< ends in `answered`, `failed` or `cancelled`, unless another one or `forget` overtakes it
    void cancel() { m_job.cancel(); }
    void forget();  ///< nothing is heard of the last question any more
    bool isBusy() const { return m_is_wanted && m_job.isRunning(); }

   signals:
    void answered(const std::vector<geo::GroundTaken>& grounds);
    void failed(const geo::Message& reason);  ///< the rules do not cover the inputs, or the scenario has none
    void cancelled();
    void progressed(double share);

   private:
    struct Answer {
        std::shared_ptr<const geo::Takings> takings;
        Grounds grounds;
    };

    const OpenProject& m_project;
    ProjectData m_made_of;
    QString m_scenario;
    std::shared_ptr<const geo::Takings> m_takings;
    bool m_is_wanted = false;
    Job<Answer> m_job;
};

}  // namespace app
