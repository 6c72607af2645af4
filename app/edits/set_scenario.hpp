#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

#include <map>
#include <string>
#include <vector>

namespace app {

/// Rule pack and zone type of a scenario. Its results stay until the next run; the window says that they are stale.
class SetScenario : public QUndoCommand {
   public:
    /// @param scenario  of a name that the project has; its pack is one of the project's, else one that comes with the program
    /// @throws geo::RuleError  the pack is unknown or cannot be used; nothing has changed then
    SetScenario(OpenProject& project, const geo::Scenario& scenario);
    void undo() override { set(m_before); }
    void redo() override { set(m_after); }

   private:
    /// The inputs, which may be large, stay as they are and are in no step.
    struct Rules {
        std::map<std::string, std::string> packs;
        std::vector<geo::Scenario> scenarios;
        bool operator==(const Rules&) const = default;
    };
    static Rules changed(Rules rules, const geo::Scenario& scenario);
    void set(const Rules& rules);

    OpenProject& m_project;
    Rules m_before, m_after;
};

}  // namespace app
