#pragma once

#include "app/jobs/job.hpp"
#include "app/project/open_project.hpp"
#include "geo/zones/why.hpp"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace app {

/// The scenario of that name. @throws geo::RuleError  there is none, or it has no rule pack
const geo::Scenario& scenarioWithRules(const geo::Project& project, const std::string& name);

/// Answers *why* questions about the scenario that is shown, off the GUI thread. What the answers rest on is made anew when inputs, rules or
/// the scenario change; the last question is then answered again. Only the newest question is.
class Answers : public QObject {
    Q_OBJECT

   public:
    using Question = std::function<geo::Why(const geo::Reasons&)>;

    explicit Answers(const OpenProject& project, QObject* parent = nullptr);

    void ask(Question question);  ///< ends in `answered` or `failed`, unless another one or `forget` overtakes it
    void forget();
    bool isBusy() const { return m_is_busy; }

   signals:
    void answered(const geo::Why& why);
    void failed(const geo::Message& reason);  ///< the rules do not cover the inputs, or the scenario has none
    void busyChanged(bool is_busy);

   private:
    using Made = std::shared_ptr<const geo::Reasons>;

    void refresh();
    void answer();
    void tell(const geo::Message& reason);
    void setBusy(bool is_busy);

    const OpenProject& m_project;
    ProjectData m_made_of;
    QString m_scenario;
    Made m_reasons;
    std::optional<geo::Message> m_failure;  ///< of making them
    Question m_question;
    bool m_is_busy = false;
    Job<Made> m_making;
    Job<geo::Why> m_answering;
};

}  // namespace app
