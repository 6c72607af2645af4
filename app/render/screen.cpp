#include "app/render/screen.hpp"

#include <cmath>

namespace app {
namespace {

constexpr double least_step_px = 0.3;  // Shorter steps than this cannot be seen.
constexpr double margin_mm = 6.0;      // Markers and strokes reach into the picture from as far outside of it.

}  // namespace

QPointF MapScene::to_screen(geo::Point place) const {
    return {0.5 * size.width() + (place.x - centre.x) / metres_per_px, 0.5 * size.height() - (place.y - centre.y) / metres_per_px};
}

geo::Point MapScene::to_map(QPointF place) const {
    return {centre.x + (place.x() - 0.5 * size.width()) * metres_per_px, centre.y - (place.y() - 0.5 * size.height()) * metres_per_px};
}

geo::Box MapScene::extent() const {
    const double half_width = 0.5 * size.width() * metres_per_px, half_height = 0.5 * size.height() * metres_per_px;
    return {centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height};
}

Screen::Screen(const MapScene& scene, const MapData::Layers& layers)
    : m_scale{1.0 / scene.metres_per_px},
      m_px_per_mm{scene.px_per_mm},
      m_hatch{scene.is_paper ? 1.0 : layers.style->layers().screen_hatch},
      m_text{scene.is_paper ? 1.0 : layers.style->layers().screen_text},
      m_denominator{scene.scale_denominator()},
      m_view{QPointF{0.0, 0.0}, scene.size} {
    const QPointF origin = scene.to_screen(layers.origin);
    m_x = origin.x(), m_y = origin.y();
    const geo::Box extent = scene.extent().grown(margin_mm * m_px_per_mm * scene.metres_per_px);
    m_map_box = {extent.min_x - layers.origin.x, extent.min_y - layers.origin.y, extent.max_x - layers.origin.x, extent.max_y - layers.origin.y};
}

QRectF Screen::box(const geo::Box& box) const {
    return {QPointF{m_x + box.min_x * m_scale, m_y - box.max_y * m_scale}, QPointF{m_x + box.max_x * m_scale, m_y - box.min_y * m_scale}};
}

void Screen::transform(std::span<const QPointF> places, QPolygonF& out) const {
    out.clear();
    for (const QPointF& place : places) {
        const QPointF p = at(place);
        if (out.isEmpty() || std::abs(p.x() - out.back().x()) + std::abs(p.y() - out.back().y()) >= least_step_px) out.push_back(p);
    }
    if (out.size() == 1 && places.size() > 1) out.push_back(at(places.back()));
}

}  // namespace app
