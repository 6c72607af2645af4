#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

#include <optional>
#include <span>
#include <string>

namespace app {

/// What was decided of presumed ground in the place of what was before.
class SetStrips : public QUndoCommand {
   public:
    /// @param decision  nothing: open again
    static SetStrips* decided(OpenProject& project, std::span<const std::string> ids, std::optional<geo::StripDecision> decision);

    void undo() override { m_project.setProject(with(m_before)); }
    void redo() override { m_project.setProject(with(m_after)); }

   private:
    using Strips = std::map<std::string, geo::StripDecision>;
    SetStrips(OpenProject& project, Strips after, const QString& text);
    ProjectData with(const Strips& strips) const;

    OpenProject& m_project;
    Strips m_before, m_after;
};

}  // namespace app
