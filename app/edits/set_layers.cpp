#include "app/edits/set_layers.hpp"

#include "app/edits/edit_ids.hpp"

namespace app {

SetLayers::SetLayers(OpenProject& project, std::vector<geo::LayerView> layers, const QString& text, int gesture)
    : QUndoCommand{text}, m_project{project}, m_before{project.view().layers}, m_after{std::move(layers)}, m_gesture{gesture} {
    setObsolete(m_before == m_after);
}

int SetLayers::id() const { return SetLayersId; }
void SetLayers::undo() { set(m_before); }
void SetLayers::redo() { set(m_after); }

bool SetLayers::mergeWith(const QUndoCommand* next) {
    const auto* other = static_cast<const SetLayers*>(next);
    if (m_gesture == 0 || other->m_gesture != m_gesture) return false;
    m_after = other->m_after;
    setObsolete(m_after == m_before);
    return true;
}

void SetLayers::set(const std::vector<geo::LayerView>& layers) {
    geo::MapView view = m_project.view();
    view.layers = layers;
    m_project.setView(std::move(view));
}

}  // namespace app
