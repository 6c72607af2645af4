#include "app/render/layer_painting.hpp"
#include "app/render/legend.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double least_mm = 0.3;  // Of a line, or of an area's side: less is not seen.

/// Length of what a rectangle holds of a segment (Liang and Barsky 1984).
double length_in(const QRectF& view, QPointF a, QPointF b) {
    double from = 0.0, to = 1.0;
    const auto clip = [&](double way, double room) {
        if (way == 0.0) return room >= 0.0;
        const double t = room / way;
        if (way < 0.0) from = std::max(from, t);
        else to = std::min(to, t);
        return from < to;
    };
    const QPointF d = b - a;
    const bool is_in = clip(-d.x(), a.x() - view.left()) && clip(d.x(), view.right() - a.x()) && clip(-d.y(), a.y() - view.top()) && clip(d.y(), view.bottom() - a.y());
    return is_in ? (to - from) * std::hypot(d.x(), d.y()) : 0.0;
}

double area_of(const QPolygonF& ring) {
    double twice = 0.0;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return 0.5 * std::abs(twice);
}

bool shows_part(const LayerPainting& work, const Part& part, double least_px) {
    QPolygonF vertices;
    work.screen.transform(work.vertices(part), vertices);
    const QRectF view = work.screen.view();
    if (part.kind == Part::Kind::Point) return view.contains(vertices.front());
    const bool is_ring = part.kind != Part::Kind::Line;
    if (is_ring && work.layer.type != LayerType::Line) return part.kind == Part::Kind::Outer && area_of(cut(vertices, view)) >= least_px * least_px;
    double length = 0.0;
    for (qsizetype i = is_ring ? 0 : 1; i < vertices.size(); ++i)
        length += length_in(view, vertices[(i + vertices.size() - 1) % vertices.size()], vertices[i]);
    return length >= least_px;
}

bool shows(const LayerPainting& work, const Thing& thing) {
    if (work.layer.type == LayerType::Symbol && !work.layer.marker) return false;
    if (work.layer.type == LayerType::Symbol && std::ranges::none_of(work.parts(thing), [](const Part& p) { return p.kind == Part::Kind::Point; }))
        return work.screen.view().contains(anchor_of(work, thing));
    return std::ranges::any_of(work.parts(thing), [&](const Part& part) { return shows_part(work, part, work.screen.px(least_mm)); });
}

bool shows_density(const MapScene& scene, const Ramp& ramp) {
    if (!shows_heat(scene)) return false;
    const geo::RasterGrid& grid = scene.heat->raster.grid;
    const QRectF view{QPointF{}, scene.size};
    const double least = ramp.transparent_below * static_cast<double>(scene.heat->maximum);
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const float value = scene.heat->raster.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(column)];
            if (static_cast<double>(value) >= least && view.contains(scene.to_screen(grid.centre_of(column, row)))) return true;
        }
    return false;
}

}  // namespace

std::vector<std::string> shown_layers(const MapScene& scene) {
    std::vector<std::string> shown;
    if (!scene.data) return shown;
    const ShownScene parts{scene};
    const geo::Progress silent;
    for (const VisibleLayer& visible : parts.visible) {
        if (!visible.is_drawn) continue;
        const StyleLayer& layer = parts.style.layers[visible.layer];
        if (layer.type == LayerType::Heatmap) {
            if (shows_density(scene, *layer.ramp)) shown.push_back(layer.id);
            continue;
        }
        const LayerPainting work = painting_of(parts, visible, nullptr, silent);
        if (std::ranges::any_of(work.things, [&](std::uint32_t thing) { return shows(work, work.data.things[thing]); })) shown.push_back(layer.id);
    }
    return shown;
}

}  // namespace app
