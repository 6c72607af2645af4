#pragma once

#include "app/canvas/canvas_tool.hpp"

#include <QRectF>

#include <optional>

namespace app {

/// Zooms to the box drawn; a mere click zooms in about it, with Shift out.
class ZoomBoxTool : public CanvasTool {
   public:
    using CanvasTool::CanvasTool;
    QCursor cursor() const override { return Qt::CrossCursor; }
    void press(QPointF at) override;
    void drag(QPointF to) override;
    void release(QPointF at) override;
    void cancel() override;
    void draw(QPainter& painter, const Viewport& view, const OverlayStyle& style) const override;

   private:
    std::optional<QPointF> m_from;
    QPointF m_to;
};

}  // namespace app
