#include "app/canvas/pan_tool.hpp"

namespace app {

QCursor PanTool::cursor() const { return m_is_held ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }

void PanTool::press(QPointF at) {
    m_last = at;
    m_is_held = true;
}

void PanTool::drag(QPointF to) {
    if (!m_is_held) return;
    canvas().setCamera(dragged(view(), to - m_last));
    m_last = to;
}

void PanTool::release(QPointF at) {
    drag(at);
    m_is_held = false;
}

void PanTool::cancel() { m_is_held = false; }

}  // namespace app
