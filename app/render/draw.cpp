#include "app/render/labels.hpp"
#include "app/render/layer_painting.hpp"
#include "geo/core/error.hpp"

#include <QPainter>
#include <algorithm>

namespace app {
namespace {

class Picture {
public:
    Picture(QPainter& painter, const MapScene& scene, const geo::Progress& progress)
        : m_painter{painter},
          m_scene{scene},
          m_progress{progress},
          m_data{scene.data->layers()},
          m_style{m_data.style->layers()},
          m_screen{scene, m_data},
          m_visible{visible_layers(scene, m_style)} {}

    std::vector<LayerFailure> draw() {
        for (std::size_t v = 0; v < m_visible.size(); ++v) {
            if (!m_visible[v].is_drawn) continue;
            const std::string& group = m_style.groups[m_style.layers[m_visible[v].layer].group].id;
            const double count = static_cast<double>(m_visible.size()) + 1.0;
            guarded(group, [&] {
                draw_layer(m_visible[v],
                           m_progress.part(static_cast<double>(v) / count, static_cast<double>(v + 1) / count));
            });
        }
        if (!m_scene.is_draft)
            guarded("labels",
                    [&] { paint_labels(m_painter, m_scene, place_labels(m_scene, m_progress.part(0.9, 1.0))); });
        return std::move(m_failures);
    }

private:
    /// What fails is told; a group once, however many of its layers fail.
    template <typename F>
    void guarded(const std::string& group, F&& f) {
        m_painter.save();
        try {
            f();
        } catch (const geo::Cancelled&) {
            m_painter.restore();
            throw;
        } catch (const geo::Error& error) {
            fail(group, error.message());
        } catch (const std::exception& error) {
            fail(group, {error.what(), error.what()});
        }
        m_painter.restore();
    }

    void draw_layer(const VisibleLayer& visible, const geo::Progress& progress) {
        const StyleLayer& layer = m_style.layers[visible.layer];
        progress.at(0.0);
        m_painter.setOpacity(visible.opacity);
        if (layer.type == LayerType::Heatmap) {
            if (shows_heat(m_scene)) paint_heat(m_painter, m_scene, *layer.ramp, progress);
            return;
        }
        const LayerPainting work{&m_painter,
                                 m_scene,
                                 m_screen,
                                 m_data,
                                 layer,
                                 m_scene.is_dark ? layer.dark : layer.paint,
                                 things_in_view(m_data, visible.layer, m_screen, m_scene, m_visible),
                                 visible.is_thin,
                                 progress};
        if (layer.type == LayerType::Fill) paint_areas(work);
        if (layer.type == LayerType::Line) paint_lines(work);
        if (layer.type == LayerType::Symbol) paint_symbols(work);
    }

    void fail(const std::string& group, const geo::Message& reason) {
        if (std::ranges::find(m_failures, group, &LayerFailure::group) == m_failures.end())
            m_failures.push_back({group, reason});
    }

    QPainter& m_painter;
    const MapScene& m_scene;
    const geo::Progress& m_progress;
    const MapData::Layers& m_data;
    const MapStyle::Layers& m_style;
    Screen m_screen;
    std::vector<VisibleLayer> m_visible;
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

}  // namespace app
