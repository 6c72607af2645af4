#include "app/project/open_project.hpp"

#include <QFileInfo>

#include <cassert>
#include <utility>

namespace app {

OpenProject::OpenProject(QObject* parent) : QObject{parent} {
    connect(&m_undo, &QUndoStack::cleanChanged, this, [this] { tellModified(); });
}

bool OpenProject::isModified() const { return isOpen() && (m_recovered || !m_undo.isClean()); }

QString OpenProject::name() const { return QFileInfo{m_loaded.path}.fileName(); }

void OpenProject::show(LoadedProject loaded) {
    assert(loaded.project && loaded.results.contains(loaded.scenario.toStdString()));
    replace(std::move(loaded));
}

void OpenProject::close() {
    if (isOpen()) replace({});
}

void OpenProject::replace(LoadedProject loaded) {
    m_loaded = std::move(loaded);
    m_recovered = m_loaded.is_recovered;
    m_undo.clear();
    emit projectChanged();
    tellModified();
}

ResultsData OpenProject::results(const std::string& scenario) const {
    const auto found = m_loaded.results.find(scenario);
    return found == m_loaded.results.end() ? nullptr : found->second;
}

void OpenProject::showScenario(const QString& name) {
    if (name == m_loaded.scenario || !m_loaded.results.contains(name.toStdString())) return;
    m_loaded.scenario = name;
    emit scenarioChanged();
    emit resultsChanged();
}

void OpenProject::setResults(ResultsData results) {
    assert(isOpen() && results);
    const QString scenario = QString::fromStdString(results->scenario);
    m_loaded.results[results->scenario] = std::move(results);
    if (std::exchange(m_loaded.scenario, scenario) != scenario) emit scenarioChanged();
    emit resultsChanged();
}

void OpenProject::setProject(ProjectData project) { setProject(std::move(project), {}); }

void OpenProject::setProject(ProjectData project, const std::map<std::string, ResultsData>& results) {
    assert(isOpen() && project && !project->scenarios.empty());
    std::map<std::string, ResultsData> all;
    for (const geo::Scenario& scenario : project->scenarios) {
        ResultsData& of_it = all[scenario.name];
        if (const auto given = results.find(scenario.name); given != results.end()) {
            of_it = given->second;
        } else if (const auto known = m_loaded.results.find(scenario.name); known != m_loaded.results.end()) {
            of_it = known->second;
        } else {
            auto none = std::make_shared<geo::Results>();
            none->scenario = scenario.name;
            of_it = std::move(none);
        }
    }
    const ResultsData shown = this->results();
    m_loaded.project = std::move(project);
    m_loaded.results = std::move(all);
    const bool is_gone = !m_loaded.results.contains(m_loaded.scenario.toStdString());
    if (is_gone) m_loaded.scenario = QString::fromStdString(m_loaded.project->scenarios.front().name);
    emit inputsChanged();
    if (is_gone) emit scenarioChanged();
    if (this->results() != shown) emit resultsChanged();
}

void OpenProject::setView(geo::MapView view) {
    // Where the map stands is no part of an edit: undoing one does not move it.
    view.camera = m_loaded.view.camera;
    m_loaded.view = std::move(view);
    emit viewChanged();
}

void OpenProject::setCamera(const geo::Camera& camera) { m_loaded.view.camera = camera; }

void OpenProject::setPath(const QString& path) {
    m_loaded.path = path;
    m_loaded.is_read_only = false;  // It has just been written.
    emit pathChanged();
}

void OpenProject::setSaved() {
    m_recovered = m_loaded.is_recovered = false;
    m_undo.setClean();
    tellModified();
}

void OpenProject::setSavedBefore() {
    // The state that the file has is none that undoing is sure to lead back to.
    m_undo.resetClean();
    tellModified();
}

void OpenProject::tellModified() {
    if (std::exchange(m_told_modified, isModified()) != isModified()) emit modifiedChanged(isModified());
}

}  // namespace app
