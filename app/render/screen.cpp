#include "app/render/screen.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double least_step_px = 0.3;     // Shorter steps than this cannot be seen.
constexpr double least_offset_px = 0.05;  // Nor a corner so flat.
constexpr double least_turn = 0.02;       // Sine of the angle of such a corner.
constexpr double margin_mm = 6.0;         // Markers and strokes reach into the picture from as far outside of it.

double shrink_at(const MapStyle::Layers& style, double denominator) {
    const double way = std::log(denominator / style.shrink_from) / std::log(style.shrink_to / style.shrink_from);
    return std::lerp(1.0, style.shrink_least, std::clamp(way, 0.0, 1.0));
}

/// Whether going straight from `a` to `c` passes `b` so close that nobody sees it. What is left out of a bend stays
/// below a tenth of a pixel or so: the test looks at the turn, too, so that many small turns do not add up.
bool is_on_way(QPointF a, QPointF b, QPointF c) {
    const QPointF ab = b - a, bc = c - b;
    const double cross = ab.x() * bc.y() - ab.y() * bc.x(), dot = QPointF::dotProduct(ab, bc);
    if (dot <= 0.0) return false;
    const double ab2 = QPointF::dotProduct(ab, ab), bc2 = QPointF::dotProduct(bc, bc);
    // Height of b over a–c, squared, about cross² / |ac|².
    return cross * cross <= least_offset_px * least_offset_px * (ab2 + bc2 + 2.0 * dot) &&
           cross * cross <= least_turn * least_turn * ab2 * bc2;
}

}  // namespace

QPointF Viewport::to_screen(geo::Point place) const {
    return {0.5 * size.width() + (place.x - camera.centre.x) / camera.metres_per_px,
            0.5 * size.height() - (place.y - camera.centre.y) / camera.metres_per_px};
}

geo::Point Viewport::to_map(QPointF place) const {
    return {camera.centre.x + (place.x() - 0.5 * size.width()) * camera.metres_per_px,
            camera.centre.y - (place.y() - 0.5 * size.height()) * camera.metres_per_px};
}

geo::Box Viewport::extent() const {
    const double half_x = 0.5 * size.width() * camera.metres_per_px;
    const double half_y = 0.5 * size.height() * camera.metres_per_px;
    return {camera.centre.x - half_x, camera.centre.y - half_y, camera.centre.x + half_x, camera.centre.y + half_y};
}

double MapScene::scale_denominator() const {
    return std::round(metres_per_px * px_per_mm * 1e9 / scale_factor) * 1e-6;
}

double MapScene::seen_share() const {
    if (!seen) return 1.0;
    return (seen->max_x - seen->min_x) * (seen->max_y - seen->min_y) /
           (size.width() * size.height() * metres_per_px * metres_per_px);
}

Screen::Screen(const MapScene& scene, const MapData::Layers& layers)
    : m_scale{1.0 / scene.metres_per_px},
      m_px_per_mm{scene.px_per_mm},
      m_hatch{scene.is_paper ? 1.0 : layers.style->layers().screen_hatch},
      m_text{scene.is_paper ? 1.0 : layers.style->layers().screen_text},
      m_denominator{scene.scale_denominator()},
      m_shrink{scene.is_paper ? 1.0 : shrink_at(layers.style->layers(), m_denominator)},
      m_view{QPointF{0.0, 0.0}, scene.size} {
    const QPointF origin = scene.to_screen(layers.origin);
    m_x = origin.x(), m_y = origin.y();
    const geo::Box extent = scene.extent().grown(margin_mm * m_px_per_mm * scene.metres_per_px);
    m_map_box = {extent.min_x - layers.origin.x, extent.min_y - layers.origin.y, extent.max_x - layers.origin.x,
                 extent.max_y - layers.origin.y};
}

QRectF Screen::box(const geo::Box& box) const {
    return {QPointF{m_x + box.min_x * m_scale, m_y - box.max_y * m_scale},
            QPointF{m_x + box.max_x * m_scale, m_y - box.min_y * m_scale}};
}

void Screen::transform(std::span<const QPointF> places, QPolygonF& out) const {
    out.clear();
    for (const QPointF& place : places) {
        const QPointF p = at(place);
        if (!out.isEmpty() && std::abs(p.x() - out.back().x()) + std::abs(p.y() - out.back().y()) < least_step_px)
            continue;
        if (out.size() >= 2 && is_on_way(out[out.size() - 2], out.back(), p))
            out.back() = p;
        else
            out.push_back(p);
    }
    if (out.size() == 1 && places.size() > 1) out.push_back(at(places.back()));
}

}  // namespace app
