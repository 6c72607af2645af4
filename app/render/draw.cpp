#include "app/render/layer_painting.hpp"
#include "geo/core/error.hpp"

#include <QPainter>

#include <algorithm>
#include <set>

namespace app {
namespace {

enum class Detail { Full, Thin, Hidden };

Detail detail_at(const StyleLayer& layer, double denominator, double thin_factor) {
    if (denominator < layer.from) return Detail::Hidden;
    if (denominator <= layer.to) return Detail::Full;
    return layer.thins && denominator <= layer.to * thin_factor ? Detail::Thin : Detail::Hidden;
}

/// How a group is shown in this scene.
struct GroupView {
    std::size_t group = 0;
    bool is_visible = true;
    double opacity = 1.0;
};

/// Groups from the lowest up. Those that the scene lists take, in its order, the places that they have between them; the others stay.
std::vector<GroupView> groups_of(const MapScene& scene, const MapStyle::Layers& style) {
    std::vector<GroupView> listed;  // lowest first
    for (auto view = scene.layers.rbegin(); view != scene.layers.rend(); ++view)
        if (const auto group = style.group_named(view->id)) listed.push_back({*group, view->is_visible, view->opacity});
    std::vector<GroupView> groups;
    std::size_t next = 0;
    for (std::size_t g = 0; g < style.groups.size(); ++g) {
        const bool is_listed = std::ranges::find(listed, g, &GroupView::group) != listed.end();
        groups.push_back(is_listed ? listed[next++] : GroupView{g, style.groups[g].is_visible, 1.0});
    }
    return groups;
}

bool shows_heat(const MapScene& scene) { return scene.heat && scene.heat->raster.grid.cell_count() > 0 && scene.heat->maximum > 0.0F; }

/// The things of a style layer that are in view.
std::vector<std::uint32_t> things_in_view(const MapData::Layers& data, std::size_t layer, const Screen& screen) {
    std::vector<std::uint32_t> things;
    for (const std::size_t position : data.meeting(layer, screen.map_box())) things.push_back(data.layers[layer].things[position]);
    return things;
}

class Picture {
   public:
    Picture(QPainter& painter, const MapScene& scene, const geo::Progress& progress)
        : m_painter{painter}, m_scene{scene}, m_progress{progress}, m_data{scene.data->layers()}, m_style{m_data.style->layers()}, m_screen{scene, m_data},
          m_groups{groups_of(scene, m_style)} {}

    std::vector<LayerFailure> draw() {
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            if (!m_groups[g].is_visible || m_groups[g].opacity <= 0.0) continue;
            const double count = static_cast<double>(m_groups.size());
            const geo::Progress progress = m_progress.part(static_cast<double>(g) / count, static_cast<double>(g + 1) / count);
            try {
                draw_group(m_groups[g], progress);
            } catch (const geo::Cancelled&) {
                throw;
            } catch (const geo::Error& error) {
                fail(m_groups[g].group, error.message());
            } catch (const std::exception& error) {
                fail(m_groups[g].group, {error.what(), error.what()});
            }
        }
        return std::move(m_failures);
    }

   private:
    void draw_group(const GroupView& view, const geo::Progress& progress) {
        m_painter.setOpacity(view.opacity);
        for (std::size_t s = 0; s < m_style.layers.size(); ++s)
            if (m_style.layers[s].group == view.group) draw_layer(s, progress);
        m_painter.setOpacity(1.0);
    }

    void draw_layer(std::size_t s, const geo::Progress& progress) {
        const StyleLayer& layer = m_style.layers[s];
        const Detail detail = detail_at(layer, m_screen.denominator(), m_style.thin_factor);
        progress.at(0.0);
        if (detail == Detail::Hidden) return;
        if (layer.type == LayerType::Heatmap) {
            if (shows_heat(m_scene)) paint_heat(m_painter, m_scene, *layer.ramp, progress);
            return;
        }
        LayerPainting work{m_painter, m_scene, m_screen, m_data, layer, m_scene.is_dark ? layer.dark : layer.paint, things_in_view(m_data, s, m_screen),
                           detail == Detail::Thin, progress};
        if (work.things.empty() || is_crowded_out(layer)) return;
        if (layer.type == LayerType::Fill) paint_areas(work);
        if (layer.type == LayerType::Line) paint_lines(work);
        if (layer.type == LayerType::Symbol) paint_symbols(work);
    }

    /// Whether so many of the layer's group are in view that another group stands for them.
    bool is_crowded_out(const StyleLayer& layer) const {
        if (layer.crowd == 0) return false;
        const auto instead = m_style.group_named(layer.instead);
        const auto shown = std::ranges::find(m_groups, *instead, &GroupView::group);
        if (!shown->is_visible || !shows_heat(m_scene)) return false;
        std::size_t count = 0;
        for (std::size_t s = 0; s < m_style.layers.size(); ++s)
            if (m_style.layers[s].group == layer.group) count += m_data.meeting(s, m_screen.map_box()).size();
        return count > layer.crowd;
    }

    void fail(std::size_t group, const geo::Message& reason) { m_failures.push_back({m_style.groups[group].id, reason}); }

    QPainter& m_painter;
    const MapScene& m_scene;
    const geo::Progress& m_progress;
    const MapData::Layers& m_data;
    const MapStyle::Layers& m_style;
    Screen m_screen;
    std::vector<GroupView> m_groups;
    std::vector<LayerFailure> m_failures;
};

}  // namespace

std::vector<LayerFailure> draw(QPainter& painter, const MapScene& scene, const geo::Progress& progress) {
    progress.at(0.0);
    const MapStyle::Layers& style = (scene.data ? scene.data->style() : *MapStyle::standard()).layers();
    const QRectF view{QPointF{}, scene.size};
    painter.save();
    painter.setClipRect(view);
    painter.fillRect(view, scene.is_dark ? style.dark_ground : style.ground);
    painter.setRenderHint(QPainter::Antialiasing, !scene.is_draft);
    painter.setRenderHint(QPainter::TextAntialiasing, true);
    std::vector<LayerFailure> failures;
    try {
        if (scene.data) failures = Picture{painter, scene, progress}.draw();
    } catch (...) {
        painter.restore();
        throw;
    }
    painter.restore();
    progress.at(1.0);
    return failures;
}

void draw_mark(QPainter& painter, const MapScene& scene, const geo::Shape& shape, const MarkLook& look) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const auto polygon_of = [&](const std::vector<geo::Point>& places) {
        QPolygonF polygon;
        for (const geo::Point place : places) polygon.push_back(scene.to_screen(place));
        return polygon;
    };
    const auto paint = [&](const QPen& pen, const QBrush& brush) {
        painter.setPen(pen);
        painter.setBrush(brush);
        for (const geo::Polygon& area : shape.areas) {
            painter.drawPolygon(polygon_of(area.outer));
            for (const geo::Ring& hole : area.holes) painter.drawPolygon(polygon_of(hole));
        }
        for (const geo::Line& line : shape.lines) painter.drawPolyline(polygon_of(line));
        const double ring_px = 2.2 * scene.px_per_mm;
        for (const geo::Point place : shape.points) painter.drawEllipse(scene.to_screen(place), ring_px, ring_px);
    };
    if (look.casing.isValid()) paint({look.casing, look.casing_mm * scene.px_per_mm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}, {});
    if (look.stroke.isValid()) paint({look.stroke, look.stroke_mm * scene.px_per_mm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}, look.fill.isValid() ? QBrush{look.fill} : QBrush{});
    painter.restore();
}

}  // namespace app
