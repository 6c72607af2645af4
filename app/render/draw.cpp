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
        : m_painter{painter}, m_shown{scene}, m_progress{progress} {}

    std::vector<LayerFailure> draw() {
        const std::vector<VisibleLayer>& visible = m_shown.visible;
        const double count = static_cast<double>(visible.size()) + 1.0;
        for (std::size_t v = 0; v < visible.size(); ++v) {
            if (!visible[v].is_drawn) continue;
            const std::string& group = m_shown.style.groups[m_shown.style.layers[visible[v].layer].group].id;
            guarded(group, [&] {
                draw_layer(visible[v],
                           m_progress.part(static_cast<double>(v) / count, static_cast<double>(v + 1) / count));
            });
        }
        const MapScene& scene = m_shown.scene;
        if (scene.has_labels && !scene.is_draft)
            guarded("labels", [&] { paint_labels(m_painter, scene, place_labels(scene, m_progress.part(0.9, 1.0))); });
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
        const StyleLayer& layer = m_shown.style.layers[visible.layer];
        progress.at(0.0);
        m_painter.setOpacity(visible.opacity);
        if (layer.type == LayerType::Heatmap) {
            if (shows_heat(m_shown.scene)) paint_heat(m_painter, m_shown.scene, *layer.ramp, progress);
            return;
        }
        const LayerPainting work = painting_of(m_shown, visible, &m_painter, progress);
        if (layer.type == LayerType::Fill) paint_areas(work);
        if (layer.type == LayerType::Line) paint_lines(work);
        if (layer.type == LayerType::Symbol) paint_symbols(work);
    }

    void fail(const std::string& group, const geo::Message& reason) {
        if (std::ranges::find(m_failures, group, &LayerFailure::group) == m_failures.end())
            m_failures.push_back({group, reason});
    }

    QPainter& m_painter;
    ShownScene m_shown;
    const geo::Progress& m_progress;
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
