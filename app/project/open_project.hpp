#pragma once

#include "geo/io/project_file.hpp"
#include "geo/model/map_view.hpp"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <map>
#include <memory>
#include <string>

namespace app {

/// Values of a project are replaced as a whole and never changed, so that workers may read them while newer ones take their place.
using ProjectData = std::shared_ptr<const geo::Project>;
using ResultsData = std::shared_ptr<const geo::Results>;

/// A project as read from its file (or from the working copy of unsaved edits beside it).
struct LoadedProject {
    QString path;           ///< of the project file
    ProjectData project;
    QString scenario;       ///< that is shown
    std::map<std::string, ResultsData> results;  ///< by scenario, one for each of the project's; never null
    geo::MapView view;
    bool is_recovered = false;  ///< holds unsaved edits of an earlier run
    bool is_read_only = false;  ///< another window has it open, or the file cannot be written
};

/// The project that the window shows: its values, its undo stack and what tells of changes. Values change only through the commands of
/// `app/edits`, which call the setters here. Each edit is written to the working copy at once by `ProjectStore`.
class OpenProject : public QObject {
    Q_OBJECT

   public:
    explicit OpenProject(QObject* parent = nullptr);

    bool isOpen() const { return m_loaded.project != nullptr; }
    bool isModified() const;
    bool isReadOnly() const { return m_loaded.is_read_only; }
    const QString& path() const { return m_loaded.path; }
    QString name() const;  ///< of the file, without folder
    ProjectData project() const { return m_loaded.project; }  ///< null when none is open
    const QString& scenario() const { return m_loaded.scenario; }  ///< that is shown
    ResultsData results() const { return results(m_loaded.scenario.toStdString()); }  ///< of the scenario shown; null when no project is open
    ResultsData results(const std::string& scenario) const;                           ///< null when there is no such scenario
    const std::map<std::string, ResultsData>& allResults() const { return m_loaded.results; }
    const geo::MapView& view() const { return m_loaded.view; }
    QUndoStack& undoStack() { return m_undo; }

    /// Shows another project; the undo stack starts anew.
    void show(LoadedProject loaded);
    void close();

    /// Shows another scenario of the project. No edit: neither undone nor asked about.
    void showScenario(const QString& name);

    // For undo commands.
    void setResults(ResultsData results);  ///< of one scenario, which is then shown
    void setProject(ProjectData project);  ///< other scenarios, rules, phases or inputs; scenarios new to it have empty results, and what is gone takes its results along
    /// Both at once. @param results  of some scenarios; those of others stay. What is shown stays where it can.
    void setProject(ProjectData project, const std::map<std::string, ResultsData>& results);
    void setView(geo::MapView view);       ///< layers and heat; the camera stays
    void setCamera(const geo::Camera& camera);  ///< moves are no edits: neither undone nor asked about, kept with the next save

    // For the store.
    void setPath(const QString& path);  ///< that was just written to
    void setSaved();  ///< what is shown is what the file has
    void setSavedBefore();  ///< the file has what was shown a while ago; edits have been made since

   signals:
    void projectChanged();   ///< another one, or none; all of the following are implied
    void inputsChanged();    ///< inputs, rules, scenarios or phases
    void resultsChanged();   ///< those shown: computed anew, or of another scenario
    void scenarioChanged();  ///< another one is shown; `resultsChanged` follows
    void viewChanged();      ///< layers or heat
    void pathChanged();
    void modifiedChanged(bool is_modified);

   private:
    void replace(LoadedProject loaded);
    void tellModified();

    LoadedProject m_loaded;
    QUndoStack m_undo;
    bool m_told_modified = false;  ///< by the last `modifiedChanged`
    bool m_recovered = false;  ///< recovered edits are unsaved though the undo stack is clean
};

}  // namespace app
