#pragma once

#include "app/canvas/map_canvas.hpp"
#include "app/canvas/overlay_style.hpp"
#include "app/canvas/viewport.hpp"

#include <QCursor>

class QPainter;

namespace app {

/// What the left button does on the map. Positions are logical pixels of the canvas.
class CanvasTool {
   public:
    explicit CanvasTool(MapCanvas& canvas) : m_canvas{canvas} {}
    virtual ~CanvasTool() = default;
    CanvasTool(const CanvasTool&) = delete;
    CanvasTool& operator=(const CanvasTool&) = delete;

    virtual QCursor cursor() const = 0;
    virtual void press(QPointF) {}
    virtual void drag(QPointF) {}   ///< moved with the button down
    virtual void hover(QPointF) {}  ///< moved without
    virtual void release(QPointF) {}
    virtual void doubleClick(QPointF at) { press(at); }  ///< in place of the second press
    virtual bool key(int) { return false; }  ///< false: not for this tool
    virtual void cancel() {}                 ///< drops the gesture and what it has drawn
    virtual void draw(QPainter&, const Viewport&, const OverlayStyle&) const {}

   protected:
    MapCanvas& canvas() const { return m_canvas; }
    Viewport view() const { return {m_canvas.camera(), m_canvas.size()}; }

   private:
    MapCanvas& m_canvas;
};

}  // namespace app
