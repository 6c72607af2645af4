#include "app/pages/sheet_maps.hpp"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace app {

geo::Box ground_of(const SheetMap& map) {
    const double m = map.denominator * 0.001 * map.scale_factor;
    const double w = 0.5 * map.frame.width() * m, h = 0.5 * map.frame.height() * m;
    return {map.centre.x - w, map.centre.y - h, map.centre.x + w, map.centre.y + h};
}

std::optional<int> round_scale(const geo::Box& box, QSizeF frame, double margin_m, double f, int largest, int smallest) {
    for (const int d : {200, 250, 500, 1000, 2000, 2500, 5000, 10000, 20000, 25000, 50000, 100000}) {
        if (d < largest || d > smallest) continue;
        if ((box.max_x - box.min_x) / f + 2 * margin_m <= frame.width() * 0.001 * d && (box.max_y - box.min_y) / f + 2 * margin_m <= frame.height() * 0.001 * d) return d;
    }
    return std::nullopt;
}

std::vector<geo::Point> tile_centres(const geo::Box& box, QSizeF frame, int denominator, double f) {
    const double m = denominator * 0.001 * f, w = (frame.width() - 10) * m, h = (frame.height() - 10) * m;
    const int nx = std::max(1, static_cast<int>(std::ceil((box.max_x - box.min_x) / w))), ny = std::max(1, static_cast<int>(std::ceil((box.max_y - box.min_y) / h)));
    std::vector<geo::Point> all;
    for (int y = 0; y < ny; ++y)
        for (int x = 0; x < nx; ++x) all.push_back({box.centre().x + (x - 0.5 * (nx - 1)) * w, box.centre().y - (y - 0.5 * (ny - 1)) * h});
    return all;
}

struct DimensionLines::State {};
DimensionLines::DimensionLines(const SheetSource&) : m_state{std::make_unique<State>()} {}
DimensionLines::~DimensionLines() = default;
std::vector<DimensionLine> DimensionLines::of(const geo::Site&) const { return {}; }

DrawnMap draw_sheet_map(QPainter& painter, const SheetSource& source, const SheetMap& map, const std::vector<DimensionLine>&, geo::Language language,
                        const geo::Progress& progress) {
    MapScene scene;
    scene.data = source.map;
    scene.layers = map.layers;
    scene.centre = map.centre;
    scene.px_per_mm = page_units_per_mm;
    scene.metres_per_px = map.denominator * 0.001 * map.scale_factor / page_units_per_mm;
    scene.size = map.frame.size() * page_units_per_mm;
    scene.language = language;
    scene.is_paper = true;
    painter.save();
    painter.translate(map.frame.topLeft() * page_units_per_mm);
    draw(painter, scene, progress);
    painter.setPen({QColor{"#1B2026"}, 35});
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF{QPointF{}, scene.size});
    painter.restore();
    return {};
}

}  // namespace app
