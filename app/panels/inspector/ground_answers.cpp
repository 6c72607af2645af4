#include "app/panels/inspector/ground_answers.hpp"

#include "app/panels/inspector/answers.hpp"
#include "geo/scenario/other_rules.hpp"

#include <utility>

namespace app {

GroundAnswers::GroundAnswers(const OpenProject& project, QObject* parent) : QObject{parent}, m_project{project} {
    connect(&m_job, &JobSignals::finished, this, [this] {
        Answer answer = m_job.takeResult();
        m_takings = std::move(answer.takings);
        if (std::exchange(m_is_wanted, false)) emit answered(answer.grounds);
    });
    connect(&m_job, &JobSignals::failed, this, [this](const geo::Message& reason) {
        if (std::exchange(m_is_wanted, false)) emit failed(reason);
    });
    connect(&m_job, &JobSignals::cancelled, this, [this] {
        if (std::exchange(m_is_wanted, false)) emit cancelled();
    });
    connect(&m_job, &JobSignals::progressed, this, [this](double share) {
        if (m_is_wanted) emit progressed(share);
    });
}

void GroundAnswers::ask(Question question) {
    if (m_made_of != m_project.project() || m_scenario != m_project.scenario()) m_takings.reset();
    m_made_of = m_project.project();
    m_scenario = m_project.scenario();
    m_is_wanted = true;
    m_job.start([project = m_made_of, scenario = m_scenario.toStdString(), takings = m_takings, question = std::move(question)](const geo::Progress& progress) {
        Answer answer{takings, {}};
        if (!answer.takings)
            answer.takings = std::make_shared<const geo::Takings>(geo::takings_of(project->inputs, project->packs, scenarioWithRules(*project, scenario)));
        answer.grounds = question(*answer.takings, progress);
        return answer;
    });
}

void GroundAnswers::forget() {
    m_is_wanted = false;
    m_job.cancel();
}

}  // namespace app
