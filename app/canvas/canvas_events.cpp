#include "app/canvas/canvas_state.hpp"

#include <QContextMenuEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

namespace app {
namespace {

const double step_factor = std::sqrt(2.0);             ///< of a wheel notch and of `+`
const double fine_step_factor = std::exp2(1.0 / 8.0);  ///< of a notch with Shift or Ctrl
constexpr double notch_angle = 120.0, notch_px = 60.0;
constexpr double arrow_share = 0.2, fine_arrow_share = 0.02;  ///< of the view's shorter side

bool is_fine(Qt::KeyboardModifiers modifiers) { return modifiers & (Qt::ShiftModifier | Qt::ControlModifier); }

/// Notches turned, away from the user positive. With Shift or Alt some platforms turn the wheel sideways.
double notches_of(const QWheelEvent& event) {
    const bool is_touchpad = !event.pixelDelta().isNull() && event.phase() != Qt::NoScrollPhase;
    const QPoint delta = is_touchpad ? event.pixelDelta() : event.angleDelta();
    return (delta.y() != 0 ? delta.y() : delta.x()) / (is_touchpad ? notch_px : notch_angle);
}

}  // namespace

bool MapCanvas::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto& gesture = *static_cast<QNativeGestureEvent*>(event);
        if (gesture.gestureType() == Qt::ZoomNativeGesture) {
            setCamera(zoomed_about(m_state->view(), gesture.position(), 1.0 + gesture.value()));
            return true;
        }
    }
    return QWidget::event(event);
}

void MapCanvas::changeEvent(QEvent* event) {
    // Labels of the map are in the window's language.
    if (event->type() == QEvent::LanguageChange) m_state->showContent();
    if (event->type() == QEvent::FontChange) update();
    QWidget::changeEvent(event);
}

void MapCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (const auto box = m_state->fit) zoomTo(*box);
    m_state->look();
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    State& s = *m_state;
    const bool is_left = event->button() == Qt::LeftButton;
    if (s.gesture || (!is_left && event->button() != Qt::MiddleButton)) return event->ignore();
    s.gesture = is_left && !s.is_space_down ? &s.active() : &s.hand;
    s.button = event->button();
    s.gesture->press(event->position());
    s.updateCursor();
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.gesture || event->button() != Qt::LeftButton || s.is_space_down) return mousePressEvent(event);
    s.gesture = &s.active();
    s.button = event->button();
    s.gesture->doubleClick(event->position());
    s.updateCursor();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.gesture) {
        s.gesture->drag(event->position());
        s.updateCursor();
    } else {
        s.active().hover(event->position());
    }
    emit pointerMoved(s.view().to_map(event->position()));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (!s.gesture || event->button() != s.button) return event->ignore();
    CanvasTool* const gesture = std::exchange(s.gesture, nullptr);
    s.button = Qt::NoButton;
    gesture->release(event->position());
    s.updateCursor();
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = notches_of(*event);
    const double factor = std::pow(is_fine(event->modifiers()) ? fine_step_factor : step_factor, notches);
    setCamera(zoomed_about(m_state->view(), event->position(), factor));
    emit pointerMoved(m_state->view().to_map(event->position()));
    event->accept();
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    State& s = *m_state;
    if (s.active().key(event->key())) return;
    const double share = event->modifiers() & Qt::ShiftModifier ? fine_arrow_share : arrow_share;
    const double step = std::max(1.0, std::round(share * std::min(width(), height())));
    switch (event->key()) {
        case Qt::Key_Left: return setCamera(dragged(s.view(), {step, 0.0}));
        case Qt::Key_Right: return setCamera(dragged(s.view(), {-step, 0.0}));
        case Qt::Key_Up: return setCamera(dragged(s.view(), {0.0, step}));
        case Qt::Key_Down: return setCamera(dragged(s.view(), {0.0, -step}));
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoomBy(step_factor);
        case Qt::Key_Minus: return zoomBy(1.0 / step_factor);
        case Qt::Key_Home: return zoomFull();
        case Qt::Key_Escape:
            s.endGesture();
            s.active().cancel();
            return s.updateCursor();
        case Qt::Key_Space:
            s.is_space_down = true;
            return s.updateCursor();
        default: QWidget::keyPressEvent(event);
    }
}

void MapCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat()) return;
    m_state->is_space_down = false;
    m_state->updateCursor();
}

void MapCanvas::focusOutEvent(QFocusEvent* event) {
    m_state->is_space_down = false;
    m_state->updateCursor();
    QWidget::focusOutEvent(event);
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event) {
    constexpr double cursor_px = 5.0;
    event->accept();
    if (m_state->gesture || !m_state->data) return;
    const bool is_mouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint at = is_mouse ? event->pos() : rect().center();
    emit contextMenuAsked(m_state->view().to_map(at), cursor_px * camera().metres_per_px, mapToGlobal(at));
}

void MapCanvas::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    emit pointerLeft();
}

}  // namespace app
