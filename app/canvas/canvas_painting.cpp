#include "app/canvas/canvas_state.hpp"
#include "app/canvas/ground_length.hpp"
#include "app/canvas/heat_legend.hpp"
#include "app/canvas/overlays.hpp"
#include "app/canvas/scale_bar.hpp"

#include <QPainter>

#include <cmath>

namespace app {
namespace {

/// Where a picture stands in a view.
QRectF place_of(const Picture& picture, const Viewport& view) {
    const geo::Box extent = picture.view.extent();
    return {view.to_screen({extent.min_x, extent.max_y}), view.to_screen({extent.max_x, extent.min_y})};
}

bool covers(const Picture& picture, const Viewport& view) {
    return !picture.image.isNull() && place_of(picture, view).adjusted(-1, -1, 1, 1).contains(QRectF{{}, view.size});
}

/// Of the same scale: moved by whole device pixels, so that it stays as sharp as it was painted. Else the part to be seen is scaled.
void draw_picture(QPainter& painter, const Picture& picture, const Viewport& view, double device_ratio) {
    if (picture.image.isNull()) return;
    const QRectF place = place_of(picture, view);
    if (picture.view.camera.metres_per_px == view.camera.metres_per_px && picture.device_ratio == device_ratio) {
        const QPointF corner{std::round(place.left() * device_ratio) / device_ratio, std::round(place.top() * device_ratio) / device_ratio};
        painter.drawImage(corner, picture.image);
        return;
    }
    const QRectF seen = place.intersected(QRectF{{}, view.size});
    if (seen.isEmpty()) return;
    const double scale_x = picture.image.width() / place.width(), scale_y = picture.image.height() / place.height();
    const QRectF part{(seen.left() - place.left()) * scale_x, (seen.top() - place.top()) * scale_y, seen.width() * scale_x,
                      seen.height() * scale_y};
    painter.drawImage(seen, picture.image, part);
}

}  // namespace

void MapCanvas::State::draw(QPainter& painter_to) {
    const Viewport view = this->view();
    const double ratio = canvas.devicePixelRatioF();
    const OverlayStyle& style = overlay_style(is_dark);
    const Picture& picture = painter.picture();
    if (!covers(picture, view)) {
        painter_to.fillRect(QRectF{{}, view.size}, style.ground);
        draw_picture(painter_to, painter.backdrop(), view, ratio);
    }
    draw_picture(painter_to, picture, view, ratio);

    painter_to.setRenderHint(QPainter::Antialiasing);
    draw_marks(painter_to, view, marks, style);
    active().draw(painter_to, view, style);
    if (data) {
        const double k = scale_factor_near(data->crs(), camera.centre);
        draw_scale_bar(painter_to, view.size, camera.metres_per_px / k, style);
    }
    if (isHeatShown()) HeatLegend::draw(painter_to, view.size, *heat, data->style(), style);
}

void MapCanvas::paintEvent(QPaintEvent*) {
    m_state->painter.look(m_state->view(), devicePixelRatioF());  // The window may have come to a screen of another ratio.
    QPainter painter{this};
    m_state->draw(painter);
}

}  // namespace app
