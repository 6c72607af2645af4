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
    assert(loaded.project && loaded.results);
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

void OpenProject::setResults(ResultsData results) {
    assert(isOpen() && results);
    m_loaded.scenario = QString::fromStdString(results->scenario);
    m_loaded.results = std::move(results);
    emit resultsChanged();
}

void OpenProject::setProject(ProjectData project) {
    assert(isOpen() && project);
    m_loaded.project = std::move(project);
    emit inputsChanged();
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
