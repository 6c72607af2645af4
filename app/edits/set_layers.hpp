#pragma once

#include "app/project/open_project.hpp"

#include <QUndoCommand>

#include <vector>

namespace app {

/// Order, visibility and opacity of the map's layers.
class SetLayers : public QUndoCommand {
   public:
    /// @param gesture  of a slider that is dragged: commands of the same one, which is not 0, become one step
    SetLayers(OpenProject& project, std::vector<geo::LayerView> layers, const QString& text, int gesture = 0);
    int id() const override;
    void undo() override;
    void redo() override;
    bool mergeWith(const QUndoCommand* next) override;

   private:
    void set(const std::vector<geo::LayerView>& layers);

    OpenProject& m_project;
    std::vector<geo::LayerView> m_before, m_after;
    int m_gesture;
};

}  // namespace app
