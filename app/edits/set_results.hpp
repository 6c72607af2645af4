#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

namespace app {

/// The results of a run in the place of those before.
class SetResults : public QUndoCommand {
   public:
    SetResults(OpenProject& project, ResultsData results);
    void undo() override { m_project.setResults(m_before); }
    void redo() override { m_project.setResults(m_after); }

   private:
    OpenProject& m_project;
    ResultsData m_before, m_after;
};

}  // namespace app
