#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

namespace app {

/// How the density of hazard reports is made.
class SetHeat : public QUndoCommand {
   public:
    /// @param gesture  of a slider that is dragged: commands of the same one, which is not 0, become one step
    SetHeat(OpenProject& project, geo::HeatSettings heat, const QString& text, int gesture = 0);
    int id() const override;
    void undo() override;
    void redo() override;
    bool mergeWith(const QUndoCommand* next) override;

   private:
    void set(const geo::HeatSettings& heat);

    OpenProject& m_project;
    geo::HeatSettings m_before, m_after;
    int m_gesture;
};

}  // namespace app
