#pragma once

#include "app/canvas/pan_tool.hpp"

namespace app {

/// A click asks what is there; a drag pans.
class IdentifyTool : public CanvasTool {
   public:
    explicit IdentifyTool(MapCanvas& canvas) : CanvasTool{canvas}, m_hand{canvas} {}
    QCursor cursor() const override { return m_has_moved ? m_hand.cursor() : QCursor{Qt::WhatsThisCursor}; }
    void press(QPointF at) override;
    void drag(QPointF to) override;
    void release(QPointF at) override;
    void cancel() override;

   private:
    PanTool m_hand;
    QPointF m_pressed_at;
    bool m_is_pressed = false;
    bool m_has_moved = false;  ///< further than a click may
};

}  // namespace app
