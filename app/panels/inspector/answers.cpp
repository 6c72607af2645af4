#include "app/panels/inspector/answers.hpp"

#include "geo/core/error.hpp"
#include "geo/scenario/scenario_rules.hpp"

#include <algorithm>

namespace app {
namespace {

/// @throws geo::RuleError
std::shared_ptr<const geo::Reasons> reasonsFor(const geo::Project& project, const std::string& name) {
    const geo::Scenario& scenario = scenarioWithRules(project, name);
    return std::make_shared<const geo::Reasons>(project.inputs, geo::pack_of(project.packs, scenario), scenario.zone_type);
}

}  // namespace

const geo::Scenario& scenarioWithRules(const geo::Project& project, const std::string& name) {
    const auto scenario = std::ranges::find(project.scenarios, name, &geo::Scenario::name);
    if (scenario == project.scenarios.end() || !project.packs.contains(scenario->pack))
        throw geo::RuleError{geo::say("说明此处能否设置时：方案 {} 没有规则包。请先为它选择规则包。",
                                      "Telling why charging may stand: scenario {} has no rule pack. Choose one for it first.", name)};
    return *scenario;
}

Answers::Answers(const OpenProject& project, QObject* parent) : QObject{parent}, m_project{project} {
    connect(&project, &OpenProject::projectChanged, this, &Answers::refresh);
    connect(&project, &OpenProject::inputsChanged, this, &Answers::refresh);
    connect(&project, &OpenProject::resultsChanged, this, &Answers::refresh);  // Another scenario has another pack.
    connect(&m_making, &JobSignals::finished, this, [this] {
        m_reasons = m_making.takeResult();
        answer();
    });
    connect(&m_making, &JobSignals::failed, this, [this](const geo::Message& reason) {
        m_failure = reason;
        answer();
    });
    connect(&m_answering, &JobSignals::finished, this, [this] {
        const geo::Why why = m_answering.takeResult();
        setBusy(false);
        emit answered(why);
    });
    connect(&m_answering, &JobSignals::failed, this, &Answers::tell);
    refresh();
}

void Answers::refresh() {
    if (m_made_of == m_project.project() && m_scenario == m_project.scenario()) return;
    m_made_of = m_project.project();
    m_scenario = m_project.scenario();
    m_reasons.reset();
    m_failure.reset();
    m_answering.cancel();
    if (!m_made_of) {
        m_making.cancel();
        return forget();
    }
    setBusy(static_cast<bool>(m_question));
    m_making.start([project = m_made_of, scenario = m_scenario.toStdString()](const geo::Progress&) { return reasonsFor(*project, scenario); });
}

void Answers::ask(Question question) {
    m_question = std::move(question);
    setBusy(true);
    answer();
}

void Answers::forget() {
    m_question = {};
    m_answering.cancel();
    setBusy(false);
}

void Answers::answer() {
    if (!m_question) return;
    m_answering.cancel();  // An older question's answer must not pass for this one's.
    if (m_failure) return tell(*m_failure);
    if (!m_reasons) return;  // Asked again once they are made.
    m_answering.start([reasons = m_reasons, question = m_question](const geo::Progress&) { return question(*reasons); });
}

void Answers::tell(const geo::Message& reason) {
    setBusy(false);
    emit failed(reason);
}

void Answers::setBusy(bool is_busy) {
    if (m_is_busy == is_busy) return;
    m_is_busy = is_busy;
    emit busyChanged(is_busy);
}

}  // namespace app
