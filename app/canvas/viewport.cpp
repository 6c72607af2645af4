#include "app/canvas/viewport.hpp"

#include <algorithm>
#include <cmath>

namespace app {

double scale_of(double metres_per_px) { return metres_per_px * screen_px_per_mm * 1000.0; }

double metres_per_px_at(double scale_denominator) { return scale_denominator / (screen_px_per_mm * 1000.0); }

geo::Camera within_scales(geo::Camera camera) {
    camera.metres_per_px =
        std::clamp(camera.metres_per_px, metres_per_px_at(largest_scale), metres_per_px_at(smallest_scale));
    return camera;
}

bool is_usable(const geo::Camera& camera) {
    return std::isfinite(camera.centre.x) && std::isfinite(camera.centre.y) && std::isfinite(camera.metres_per_px) &&
           camera.metres_per_px > 0.0;
}

geo::Camera zoomed_about(const Viewport& view, QPointF anchor, double factor) {
    if (!std::isfinite(factor) || factor <= 0.0) return view.camera;
    const geo::Camera zoomed = within_scales({view.camera.centre, view.camera.metres_per_px / factor});
    const double step = view.camera.metres_per_px - zoomed.metres_per_px;
    const QPointF from_middle = anchor - QPointF{0.5 * view.size.width(), 0.5 * view.size.height()};
    return {{zoomed.centre.x + from_middle.x() * step, zoomed.centre.y - from_middle.y() * step}, zoomed.metres_per_px};
}

geo::Camera dragged(const Viewport& view, QPointF by) {
    const geo::Camera& camera = view.camera;
    return {{camera.centre.x - by.x() * camera.metres_per_px, camera.centre.y + by.y() * camera.metres_per_px},
            camera.metres_per_px};
}

geo::Camera fitting(const geo::Box& box, QSizeF size, double room_px) {
    constexpr double closest_to_a_point = 250.0;
    const double width = std::max(1.0, size.width() - 2.0 * room_px);
    const double height = std::max(1.0, size.height() - 2.0 * room_px);
    const double needed = std::max((box.max_x - box.min_x) / width, (box.max_y - box.min_y) / height);
    return within_scales({box.centre(), needed > 0.0 ? needed : metres_per_px_at(closest_to_a_point)});
}

}  // namespace app
