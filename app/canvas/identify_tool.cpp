#include "app/canvas/identify_tool.hpp"

#include <QApplication>

namespace app {

void IdentifyTool::press(QPointF at) {
    m_pressed_at = at;
    m_is_pressed = true;
    m_has_moved = false;
    m_hand.press(at);
}

void IdentifyTool::drag(QPointF to) {
    if (!m_is_pressed) return;
    m_has_moved = m_has_moved || (to - m_pressed_at).manhattanLength() >= QApplication::startDragDistance();
    if (m_has_moved) m_hand.drag(to);
}

void IdentifyTool::release(QPointF at) {
    constexpr double cursor_px = 5.0;
    const bool is_click = m_is_pressed && !m_has_moved;
    cancel();
    if (is_click) emit canvas().identified(view().to_map(at), cursor_px * canvas().camera().metres_per_px);
}

void IdentifyTool::cancel() {
    m_hand.cancel();
    m_is_pressed = m_has_moved = false;
}

}  // namespace app
