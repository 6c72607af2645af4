#include "app/canvas/zoom_box_tool.hpp"

#include <QApplication>
#include <QPainter>

namespace app {

void ZoomBoxTool::press(QPointF at) { m_from = m_to = at; }

void ZoomBoxTool::drag(QPointF to) {
    m_to = to;
    canvas().update();
}

void ZoomBoxTool::release(QPointF at) {
    if (!m_from) return;
    constexpr double click_factor = 2.0;
    const QRectF box = QRectF{*m_from, at}.normalized();
    cancel();
    if (std::max(box.width(), box.height()) < QApplication::startDragDistance()) {
        const bool is_out = QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
        canvas().setCamera(zoomed_about(view(), at, is_out ? 1.0 / click_factor : click_factor));
        return;
    }
    geo::Box wanted;
    wanted.add(view().to_map(box.topLeft()));
    wanted.add(view().to_map(box.bottomRight()));
    canvas().setCamera(fitting(wanted, canvas().size(), 0.0));
}

void ZoomBoxTool::cancel() {
    m_from.reset();
    canvas().update();
}

void ZoomBoxTool::draw(QPainter& painter, const Viewport&, const OverlayStyle& style) const {
    if (!m_from) return;
    QColor fill = style.accent;
    fill.setAlphaF(static_cast<float>(style.band_opacity));
    painter.setPen(QPen{style.accent, style.band_px});
    painter.setBrush(fill);
    painter.drawRect(QRectF{*m_from, m_to}.normalized());
}

}  // namespace app
