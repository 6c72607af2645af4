#pragma once

#include "app/canvas/canvas_tool.hpp"

namespace app {

/// The map follows the hand.
class PanTool : public CanvasTool {
   public:
    using CanvasTool::CanvasTool;
    QCursor cursor() const override;
    void press(QPointF at) override;
    void drag(QPointF to) override;
    void release(QPointF at) override;
    void cancel() override;

   private:
    QPointF m_last;
    bool m_is_held = false;
};

}  // namespace app
