#include "app/canvas/picture_painter.hpp"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double margin_share = 0.3;   ///< of the view's longer side, painted beyond each of its sides
constexpr double spare_share = 0.4;    ///< of the margin: with less left, the next picture is begun
constexpr double slow_ms = 150.0;      ///< a full picture that takes longer is preceded by a draft
constexpr double most_px = 12'000.0;   ///< of an image's side, whatever the size and ratio

double margin_of(QSizeF view) { return margin_share * std::max(view.width(), view.height()); }

Viewport with_margin(Viewport view, double device_ratio, double margin) {
    const auto side = [&](double length) { return std::ceil(std::min(length + 2.0 * margin, most_px / device_ratio)); };
    view.size = {std::max(side(view.size.width()), view.size.width()), std::max(side(view.size.height()), view.size.height())};
    return view;
}

Picture paint(Picture picture, MapScene scene, const geo::Progress& progress) {
    QElapsedTimer clock;
    clock.start();
    scene.centre = picture.view.camera.centre;
    scene.metres_per_px = picture.view.camera.metres_per_px;
    scene.size = picture.view.size;
    scene.px_per_mm = screen_px_per_mm;
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
    m_has_failed = m_has_failed && view.camera == m_view.camera && view.size == m_view.size;
    m_view = view;
    m_device_ratio = device_ratio;
    if (!m_view.size.isEmpty()) request();
}

bool PicturePainter::isWhole() const { return !m_picture.image.isNull() && !m_picture.is_draft && serves(m_picture, 0.0); }

/// Of the present content and scale, and reaching `spare` pixels beyond the view.
bool PicturePainter::serves(const Picture& picture, double spare) const {
    if (picture.content != m_content_number || picture.device_ratio != m_device_ratio ||
        picture.view.camera.metres_per_px != m_view.camera.metres_per_px)
        return false;
    const double slack = (1e-6 - spare) * m_view.camera.metres_per_px;
    return picture.view.extent().grown(slack).holds(m_view.extent());
}

void PicturePainter::request() {
    if (isWhole() && (m_picture.view.camera == m_view.camera || serves(m_picture, spare_share * margin_of(m_view.size)))) return stop();
    if (m_wanted && serves(*m_wanted, 0.0)) return;
    if (m_has_failed) return;
    // Where the picture at hand is of another scale or content, a slow sharp one is long in coming.
    start(m_full_paint_ms > slow_ms && !serves(m_picture, 0.0));
}

void PicturePainter::start(bool is_draft) {
    Picture wanted;
    wanted.view = with_margin(m_view, m_device_ratio, is_draft ? 0.0 : margin_of(m_view.size));
    wanted.device_ratio = m_device_ratio;
    wanted.content = m_content_number;
    wanted.is_draft = is_draft;
    m_wanted = wanted;
    m_job.start([wanted = std::move(wanted), scene = m_content](const geo::Progress& progress) { return paint(wanted, scene, progress); });
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
    if (!m_picture.is_draft) m_full_paint_ms = m_picture.paint_ms;
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
