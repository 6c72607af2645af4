#pragma once

#include "app/project/open_project.hpp"
#include "geo/rules/pack_edit.hpp"

#include <QUndoCommand>

#include <map>
#include <string>
#include <vector>

namespace app {

/// Scenarios and packs of a project in the place of those before: one added, copied, renamed, changed or deleted. Results go with their scenario, and come back
/// with undo.
class SetScenarios : public QUndoCommand {
   public:
    /// Pack, zone type and assumed distances of a scenario. Its results stay until the next run; the window says that they are stale.
    /// @param scenario  of a name that the project has; its pack is one of the project's, else one that comes with the program
    /// @throws geo::RuleError  the pack is unknown or cannot be used; nothing has changed then
    static SetScenarios* changed(OpenProject& project, const geo::Scenario& scenario);
    /// A copy with its results, shown at once. @throws geo::InvalidInput  the name is empty or taken
    static SetScenarios* duplicated(OpenProject& project, const std::string& name, const std::string& copy);
    /// @throws geo::InvalidInput  as above
    static SetScenarios* renamed(OpenProject& project, const std::string& name, const std::string& to);
    /// @throws geo::InvalidInput  the last one cannot go
    static SetScenarios* deleted(OpenProject& project, const std::string& name);

    /// One rule of a scenario's pack as the planner writes it; other scenarios that use the pack follow. A pack that was not made to be edited here is copied
    /// first, and the scenario takes the copy. @throws geo::RuleError  what cannot be said in a pack
    static SetScenarios* ruleEdited(OpenProject& project, const std::string& name, const geo::RuleEdit& edit);
    /// A rule of such a copy again as its parent has it. @throws geo::RuleError  the parent is not there, or has no such rule
    static SetScenarios* ruleReset(OpenProject& project, const std::string& name, const std::string& rule);

    void undo() override { set(m_before); }
    void redo() override { set(m_after); }

   private:
    /// The inputs, which may be large, stay as they are and are in no step.
    struct State {
        std::map<std::string, std::string> packs;
        std::vector<geo::Scenario> scenarios;
        std::map<std::string, ResultsData> results;  ///< of scenarios that come, go or change their name
        QString shown;
    };
    static State present(const OpenProject& project);
    SetScenarios(OpenProject& project, State before, State after, const QString& text);
    void set(const State& state);

    OpenProject& m_project;
    State m_before, m_after;
};

}  // namespace app
