#include "app/canvas/picture_painter.hpp"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

// Shares of the view's side that are painted beyond it.
constexpr double margin_share = 0.25, ahead_share = 0.5, behind_share = 0.1, tight_share = 0.04;
constexpr double spare_share = 0.2;    ///< with less left ahead, the next picture is begun
constexpr double slow_ms = 250.0;      ///< a picture that takes longer is preceded by a draft
constexpr double quick_ms = 150.0;     ///< one that takes less is finished though its content is not the newest: sliders are followed
constexpr double most_px = 12'000.0;   ///< of an image's side, whatever the size and ratio
constexpr double still_px = 0.5;

/// Grown on four sides by shares of its own sides; `towards` is a motion in pixels of the screen.
struct Shares {
    double still, ahead, behind;
};
Viewport grown(const Viewport& view, QPointF towards, const Shares& shares, double device_ratio) {
    const auto share = [&](double along) { return along > still_px ? shares.ahead : along < -still_px ? shares.behind : shares.still; };
    const double most = most_px / device_ratio;
    const auto fitted = [&](double margin, double side) { return std::ceil(std::clamp(margin * side, 0.0, std::max(0.0, 0.5 * (most - side)))); };
    const double left = fitted(share(-towards.x()), view.size.width()), right = fitted(share(towards.x()), view.size.width());
    const double top = fitted(share(-towards.y()), view.size.height()), bottom = fitted(share(towards.y()), view.size.height());
    // Whole device pixels, so that the image is neither wider nor narrower than its view.
    const auto whole = [&](double length) { return std::ceil(length * device_ratio - 1e-6) / device_ratio; };
    Viewport out = view;
    out.size = {whole(view.size.width() + left + right), whole(view.size.height() + top + bottom)};
    out.camera = dragged(view, {0.5 * (left - right), 0.5 * (top - bottom)});
    return out;
}

/// Whether a picture reaches all of a view, rounding apart.
bool holds(const Viewport& picture, const Viewport& view) {
    return picture.extent().grown(1e-3 * view.camera.metres_per_px).holds(view.extent());
}

double area_of(QSizeF size) { return size.width() * size.height(); }

Picture paint(Picture picture, MapScene scene, const geo::Progress& progress) {
    QElapsedTimer clock;
    clock.start();
    scene.centre = picture.view.camera.centre;
    scene.metres_per_px = picture.view.camera.metres_per_px;
    scene.size = picture.view.size;
    scene.is_draft = picture.is_draft;
    const QSize pixels = (picture.view.size * picture.device_ratio).toSize().expandedTo({1, 1});
    picture.image = QImage{pixels, QImage::Format_RGB32};
    if (picture.image.isNull()) throw std::bad_alloc{};
    picture.image.fill(Qt::white);
    picture.image.setDevicePixelRatio(picture.device_ratio);
    {
        QPainter painter{&picture.image};
        picture.failures = draw(painter, scene, progress);
    }
    progress.at(1.0);
    picture.paint_ms = static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    return picture;
}

}  // namespace

PicturePainter::PicturePainter(QObject* parent) : QObject{parent} {
    connect(&m_job, &JobSignals::finished, this, &PicturePainter::take);
    connect(&m_job, &JobSignals::failed, this, [this](const geo::Message& reason) {
        m_wanted.reset();
        m_has_failed = true;
        emit layersFailed({{std::string{}, reason}});
        setBusy(false);
    });
}

void PicturePainter::showContent(MapScene content) {
    m_content = std::move(content);
    ++m_content_number;
    m_has_failed = false;
    if (!m_view.size.isEmpty()) request();
}

void PicturePainter::look(const Viewport& view, double device_ratio) {
    if (view.camera != m_view.camera) {
        const bool is_pan = view.camera.metres_per_px == m_view.camera.metres_per_px;
        m_motion = is_pan ? m_view.to_screen(view.camera.centre) - m_view.to_screen(m_view.camera.centre) : QPointF{};
        if (m_motion.manhattanLength() > view.size.width()) m_motion = {};  // A leap tells nothing about the next move.
    }
    m_has_failed = m_has_failed && view.camera == m_view.camera && view.size == m_view.size;
    m_view = view;
    m_device_ratio = device_ratio;
    if (!m_view.size.isEmpty()) request();
}

bool PicturePainter::isOfScale(const Picture& picture) const {
    return picture.view.camera.metres_per_px == m_view.camera.metres_per_px && picture.device_ratio == m_device_ratio;
}

bool PicturePainter::isWhole() const {
    return !m_picture.image.isNull() && !m_picture.is_draft && m_picture.content == m_content_number && isOfScale(m_picture) &&
           holds(m_picture.view, m_view);
}

/// Whether what is being painted is worth waiting for.
bool PicturePainter::willDo(const Picture& wanted) const {
    const bool is_new_enough = wanted.content == m_content_number || m_view_paint_ms < quick_ms;
    return is_new_enough && isOfScale(wanted) && holds(wanted.view, m_view);
}

void PicturePainter::request() {
    const Viewport wide = grown(m_view, m_motion, {margin_share, ahead_share, behind_share}, m_device_ratio);
    if (isWhole()) {
        const Viewport spare = grown(m_view, m_motion, {0.0, spare_share, 0.0}, m_device_ratio);
        const bool has_spare = !m_picture.is_tight && holds(m_picture.view, spare);
        if (has_spare || holds(m_picture.view, wide)) return stop();
    }
    if (m_has_failed || (m_wanted && willDo(*m_wanted))) return;
    const bool is_near = m_picture.content == m_content_number && isOfScale(m_picture) && m_picture.view.extent().meets(m_view.extent());
    if (is_near && !m_picture.is_draft) return start(wide, false, false);
    // Of another scale, content or place: first what is seen, and before it a draft if that is long in coming.
    const bool is_draft = m_view_paint_ms > slow_ms && !(is_near && holds(m_picture.view, m_view));
    start(grown(m_view, {}, {tight_share, 0.0, 0.0}, m_device_ratio), is_draft, true);
}

void PicturePainter::start(const Viewport& view, bool is_draft, bool is_tight) {
    Picture wanted;
    wanted.view = view;
    wanted.device_ratio = m_device_ratio;
    wanted.content = m_content_number;
    wanted.is_draft = is_draft;
    wanted.is_tight = is_tight;
    m_wanted = wanted;
    MapScene scene = m_content;
    scene.seen = m_view.extent();  // The same whatever the margin, so that nothing changes when it comes.
    m_job.start([wanted = std::move(wanted), scene = std::move(scene)](const geo::Progress& progress) { return paint(wanted, scene, progress); });
    setBusy(true);
}

void PicturePainter::stop() {
    if (m_wanted) m_job.cancel();
    m_wanted.reset();
    setBusy(false);
}

void PicturePainter::take() {
    Picture previous = std::exchange(m_picture, m_job.takeResult());
    m_wanted.reset();
    if (!m_picture.is_draft) m_view_paint_ms = m_picture.paint_ms * area_of(m_view.size) / area_of(m_picture.view.size);
    const geo::Box shown = m_picture.view.extent();
    const geo::Box behind = m_backdrop.view.extent();
    if (m_backdrop.content != m_picture.content || shown.holds(behind) || !behind.meets(shown)) m_backdrop = {};
    if (m_backdrop.image.isNull() && previous.content == m_picture.content && previous.view.extent().holds(shown))
        m_backdrop = std::move(previous);
    emit painted();
    if (!m_picture.is_draft) emit layersFailed(m_picture.failures);
    request();
    setBusy(m_wanted.has_value());
}

void PicturePainter::setBusy(bool is_busy) {
    if (m_is_busy == is_busy) return;
    m_is_busy = is_busy;
    emit busyChanged(is_busy);
}

}  // namespace app
