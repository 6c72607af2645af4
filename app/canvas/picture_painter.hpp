#pragma once

#include "app/canvas/viewport.hpp"
#include "app/jobs/job.hpp"
#include "app/render/map_scene.hpp"

#include <QImage>
#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace app {

/// A painted part of the map, larger than the view that asked for it.
struct Picture {
    QImage image;                ///< opaque; its device pixel ratio is set
    Viewport view;               ///< what it shows
    double device_ratio = 1.0;
    std::uint64_t content = 0;   ///< number of the content that it shows
    bool is_draft = false;       ///< without antialiasing and labels
    bool is_tight = false;       ///< hardly more than the view: the first after a change, so that it comes soon
    double paint_ms = 0.0;
    std::vector<LayerFailure> failures;
};

/// Keeps a picture of the map at hand for the view that is looked at. A worker paints it with a margin round the view, wider towards where the view
/// moves, so that panning is seldom ahead of it; a newer need cancels the older one, unless the picture being painted will do.
class PicturePainter : public QObject {
    Q_OBJECT

   public:
    explicit PicturePainter(QObject* parent = nullptr);

    /// What is to be seen, apart from the view: data, heat, layers, language, dark ground. The present picture stays until the new one is there.
    void showContent(MapScene content);
    /// What is looked at. Returns at once.
    void look(const Viewport& view, double device_ratio);

    const Picture& picture() const { return m_picture; }    ///< the newest; without an image before the first
    const Picture& backdrop() const { return m_backdrop; }  ///< a wider one, to be seen where the newest does not reach
    bool isWhole() const;  ///< the view is within a sharp picture
    bool isSharp() const { return !m_wanted && isWhole(); }
    bool isPainting() const { return m_wanted.has_value(); }

   signals:
    void painted();
    void busyChanged(bool is_busy);
    void layersFailed(const std::vector<app::LayerFailure>& failures);

   private:
    void request();
    void start(const Viewport& view, bool is_draft, bool is_tight);
    void stop();
    void take();
    bool isOfScale(const Picture& picture) const;
    bool willDo(const Picture& wanted) const;
    void setBusy(bool is_busy);

    Job<Picture> m_job;
    MapScene m_content;
    std::uint64_t m_content_number = 1;
    Viewport m_view;
    QPointF m_motion;  ///< pixels of the view's last move at one scale
    double m_device_ratio = 1.0;
    Picture m_picture, m_backdrop;
    std::optional<Picture> m_wanted;  ///< being painted; without image
    double m_view_paint_ms = 0.0;     ///< what a picture of the view alone takes, by the last one painted
    bool m_has_failed = false;        ///< at the present need: not tried again before it changes
    bool m_is_busy = false;
};

}  // namespace app
