#include "app/pages/map_content.hpp"

#include "app/render/layer_painting.hpp"

#include <algorithm>

namespace app {
namespace {

MapScene scene_of(const SheetSource& source, const SheetMap& map) {
    MapScene scene;
    scene.data = source.map;
    scene.heat = map.has_heat ? source.heat : nullptr;
    scene.layers = map.layers;
    scene.centre = map.centre;
    scene.px_per_mm = page_units_per_mm;
    scene.metres_per_px = map.denominator * 0.001 * map.scale_factor / page_units_per_mm;
    scene.size = map.frame.size() * page_units_per_mm;
    scene.is_paper = true;
    return scene;
}

bool crosses(const QPolygonF& line, const QRectF& view) {
    if (std::ranges::any_of(line, [&](QPointF p) { return view.contains(p); })) return true;
    const QPolygonF edge{view};
    for (qsizetype i = 1; i < line.size(); ++i)
        for (qsizetype e = 1; e < edge.size(); ++e)
            if (QLineF{line[i - 1], line[i]}.intersects(QLineF{edge[e - 1], edge[e]}, nullptr) == QLineF::BoundedIntersection) return true;
    return false;
}

/// Some of a thing's ground or line lies in the picture.
bool shows(const ShownScene& shown, const Thing& thing, bool is_outline) {
    const QRectF view = shown.screen.view().adjusted(-shown.screen.px_per_m() * thing.half_width_m, -shown.screen.px_per_m() * thing.half_width_m,
                                                     shown.screen.px_per_m() * thing.half_width_m, shown.screen.px_per_m() * thing.half_width_m);
    if (!view.intersects(shown.screen.box(thing.box).adjusted(-1.0, -1.0, 1.0, 1.0))) return false;
    QPolygonF vertices;
    for (std::uint32_t p = thing.begin; p < thing.end; ++p) {
        const Part& part = shown.data.parts[p];
        if (part.kind == Part::Kind::Hole) continue;
        shown.screen.transform(std::span{shown.data.points}.subspan(part.begin, part.end - part.begin), vertices);
        if (part.kind == Part::Kind::Outer) {
            if (is_outline) {
                vertices.push_back(vertices.front());
                if (crosses(vertices, view)) return true;
            } else if (!cut(vertices, view).isEmpty()) {
                return true;
            }
        } else if (crosses(vertices, view)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::set<std::size_t> drawn_layers(const SheetSource& source, const SheetMap& map) {
    std::set<std::size_t> layers;
    const MapScene scene = scene_of(source, map);
    const ShownScene shown{scene};
    for (const VisibleLayer& visible : shown.visible) {
        if (!visible.is_drawn) continue;
        const bool is_outline = shown.style.layers[visible.layer].type == LayerType::Line;
        const auto things = shown.things_in_view(visible.layer);
        if (std::ranges::any_of(things, [&](std::uint32_t thing) { return shows(shown, shown.data.things[thing], is_outline); })) layers.insert(visible.layer);
    }
    return layers;
}

}  // namespace app
