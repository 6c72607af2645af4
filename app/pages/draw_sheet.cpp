#include "app/pages/page_text.hpp"
#include "app/pages/sheet_content.hpp"
#include "app/render/layer_painting.hpp"
#include "app/render/legend.hpp"

#include <QPainter>
#include <algorithm>

namespace app {
namespace {

class Drawing {
   public:
    Drawing(QPainter& painter, const Sheet::Content& content) : m_painter{painter}, m_content{content} {}

    void draw(const geo::Progress& progress) {
        const QRectF paper{QPointF{}, m_content.paper * page_units_per_mm};
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setRenderHint(QPainter::TextAntialiasing);
        m_painter.fillRect(paper, page_looks().colours.paper);
        const double count = static_cast<double>(m_content.maps.size()) + 1.0;
        for (std::size_t m = 0; m < m_content.maps.size(); ++m) {
            const MapOnPage& map = m_content.maps[m];
            draw_sheet_map(m_painter, map.source.value_or(m_content.source), map.map, map.dimensions, m_content.map_language,
                           progress.part(static_cast<double>(m) / count, static_cast<double>(m + 1) / count));
        }
        for (const PageItem& item : m_content.items) std::visit([this](const auto& i) { paint(i); }, item);
        progress.at(1.0);
    }

   private:
    void paint(const PageText& text) { paint_text(m_painter, text.base, text.text, text.type, text.colour); }

    void paint(const PageShape& shape) {
        const QPainterPath path = QTransform::fromScale(page_units_per_mm, page_units_per_mm).map(shape.path);
        m_painter.setBrush(shape.fill.isValid() ? QBrush{shape.fill} : Qt::NoBrush);
        m_painter.setPen(shape.stroke.isValid() ? pen_of(shape.stroke, shape.stroke_mm, shape.dash_mm, page_units_per_mm) : Qt::NoPen);
        m_painter.drawPath(path);
    }

    void paint(const PageKey& key) {
        const QRectF box{key.box.topLeft() * page_units_per_mm, key.box.size() * page_units_per_mm};
        paint_legend_key(m_painter, box, m_content.source.map->style(), key.layer, page_units_per_mm);
    }

    QPainter& m_painter;
    const Sheet::Content& m_content;
};

}  // namespace

QSizeF paper_of(const Sheet& sheet) { return sheet.content().paper; }

void draw_sheet(QPainter& painter, const Sheet& sheet, const geo::Progress& progress) {
    progress.at(0.0);
    painter.save();
    try {
        Drawing{painter, sheet.content()}.draw(progress);
    } catch (...) {
        painter.restore();
        throw;
    }
    painter.restore();
}

}  // namespace app
