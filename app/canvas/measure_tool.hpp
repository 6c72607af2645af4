#pragma once

#include "app/canvas/canvas_tool.hpp"

#include <QCoreApplication>

#include <optional>

namespace app {

/// Clicks lay a line whose length on the ground is written beside its end. A double click or Enter ends it, and it stays until the next begins;
/// Backspace takes back a vertex, Escape the line.
class MeasureTool : public CanvasTool {
    Q_DECLARE_TR_FUNCTIONS(app::MeasureTool)

   public:
    using CanvasTool::CanvasTool;
    void setCrs(const geo::CrsName& crs);  ///< a line laid in another one is dropped

    QCursor cursor() const override { return Qt::CrossCursor; }
    void press(QPointF at) override;
    void release(QPointF at) override;
    void drag(QPointF to) override { hover(to); }
    void hover(QPointF at) override;
    void doubleClick(QPointF at) override;
    bool key(int key) override;
    void cancel() override;
    void draw(QPainter& painter, const Viewport& view, const OverlayStyle& style) const override;

   private:
    void end();
    geo::Line shownLine() const;

    geo::CrsName m_crs;
    geo::Line m_line;                       ///< vertices laid
    std::optional<geo::Point> m_next;       ///< under the cursor
    bool m_is_laying = false;
};

}  // namespace app
