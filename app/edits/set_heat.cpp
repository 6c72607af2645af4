#include "app/edits/set_heat.hpp"

#include "app/edits/edit_ids.hpp"

namespace app {

SetHeat::SetHeat(OpenProject& project, geo::HeatSettings heat, const QString& text, int gesture)
    : QUndoCommand{text}, m_project{project}, m_before{project.view().heat}, m_after{std::move(heat)}, m_gesture{gesture} {
    setObsolete(m_before == m_after);
}

int SetHeat::id() const { return SetHeatId; }
void SetHeat::undo() { set(m_before); }
void SetHeat::redo() { set(m_after); }

bool SetHeat::mergeWith(const QUndoCommand* next) {
    const auto* other = static_cast<const SetHeat*>(next);
    if (m_gesture == 0 || other->m_gesture != m_gesture) return false;
    m_after = other->m_after;
    setObsolete(m_after == m_before);
    return true;
}

void SetHeat::set(const geo::HeatSettings& heat) {
    geo::MapView view = m_project.view();
    view.heat = heat;
    m_project.setView(std::move(view));
}

}  // namespace app
