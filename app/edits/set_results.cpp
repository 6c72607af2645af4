#include "app/edits/set_results.hpp"

#include <QCoreApplication>

namespace app {

SetResults::SetResults(OpenProject& project, ResultsData results)
    : QUndoCommand{QCoreApplication::translate("app::SetResults", "run the plan")}, m_project{project}, m_before{project.results()},
      m_after{std::move(results)} {}

}  // namespace app
