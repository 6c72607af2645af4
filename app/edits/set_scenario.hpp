#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

namespace app {

/// Rule pack and zone type of a scenario. Its results stay until the next run; the window says that they are stale.
class SetScenario : public QUndoCommand {
   public:
    /// @param scenario  of a name that the project has; its pack is one of the project's, else one that comes with the program
    /// @throws geo::RuleError  the pack is unknown or cannot be used
    SetScenario(OpenProject& project, const geo::Scenario& scenario);
    void undo() override { m_project.setProject(m_before); }
    void redo() override { m_project.setProject(m_after); }

   private:
    OpenProject& m_project;
    ProjectData m_before, m_after;
};

}  // namespace app
