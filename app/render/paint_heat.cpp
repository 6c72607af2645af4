#include "app/render/layer_painting.hpp"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

QColor between(const QColor& a, const QColor& b, double share) {
    const auto mix = [&](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

QColor colour_of(const Ramp& ramp, double share) {
    const auto above = std::ranges::lower_bound(ramp.steps, share, {}, &std::pair<double, QColor>::first);
    if (above == ramp.steps.begin()) return above->second;
    if (above == ramp.steps.end()) return ramp.steps.back().second;
    const auto below = above - 1;
    return between(below->second, above->second, (share - below->first) / (above->first - below->first));
}

/// Nothing below the threshold, rising from there to the first step's opacity, then to the last's.
double opacity_of(const Ramp& ramp, double share) {
    const double first = ramp.steps.front().first;
    if (share < ramp.transparent_below) return 0.0;
    if (share < first) return ramp.opacity_from * (share - ramp.transparent_below) / (first - ramp.transparent_below);
    return std::lerp(ramp.opacity_from, ramp.opacity_to, std::min(1.0, (share - first) / (1.0 - first)));
}

QColor ramp_colour(const Ramp& ramp, double share) {
    if (!std::isfinite(share)) return Qt::transparent;
    QColor colour = colour_of(ramp, share);
    colour.setAlphaF(static_cast<float>(opacity_of(ramp, share)));
    return colour;
}

constexpr int steps = 512;

/// The ramp, ready for pixels.
std::array<QRgb, steps + 1> table_of(const Ramp& ramp) {
    std::array<QRgb, steps + 1> table;
    for (int i = 0; i <= steps; ++i) table[static_cast<std::size_t>(i)] = qPremultiply(ramp_colour(ramp, i / static_cast<double>(steps)).rgba());
    return table;
}

/// The raster's value between cell centres; cells beyond its edge are empty.
class Surface {
   public:
    explicit Surface(const geo::Raster& raster) : m_raster{raster} {}

    float at(double column, double row) const {
        const double c = std::floor(column), r = std::floor(row);
        const auto u = static_cast<float>(column - c), v = static_cast<float>(row - r);
        const int i = static_cast<int>(c), j = static_cast<int>(r);
        return (1.0F - v) * ((1.0F - u) * cell(i, j) + u * cell(i + 1, j)) + v * ((1.0F - u) * cell(i, j + 1) + u * cell(i + 1, j + 1));
    }

   private:
    float cell(int column, int row) const {
        if (column < 0 || row < 0 || column >= m_raster.grid.columns || row >= m_raster.grid.rows) return 0.0F;
        const float value = m_raster.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_raster.grid.columns) + static_cast<std::size_t>(column)];
        return std::isfinite(value) ? value : 0.0F;
    }

    const geo::Raster& m_raster;
};

}  // namespace

QColor heat_colour(const MapStyle& style, double share) {
    for (const StyleLayer& layer : style.layers().layers)
        if (layer.ramp) return ramp_colour(*layer.ramp, share);
    return Qt::transparent;
}

void paint_heat(QPainter& painter, const MapScene& scene, const Ramp& ramp, const geo::Progress& progress) {
    const geo::Heat& heat = *scene.heat;
    const geo::RasterGrid& grid = heat.raster.grid;
    if (grid.cell_count() == 0 || heat.raster.values.size() != grid.cell_count() || !(heat.maximum > 0.0F)) return;
    const QPointF corner = scene.to_screen(grid.corner), end = scene.to_screen({grid.box().max_x, grid.box().min_y});
    const QRect area = QRectF{corner, end}.intersected(QRectF{QPointF{}, scene.size}).toAlignedRect();
    if (area.isEmpty()) return;

    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    QImage image{QSize{static_cast<int>(std::ceil(area.width() * ratio)), static_cast<int>(std::ceil(area.height() * ratio))}, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(ratio);
    const auto table = table_of(ramp);
    const Surface surface{heat.raster};
    const double cells_per_px = scene.metres_per_px / grid.cell / ratio;
    const double first_column = (area.left() - corner.x()) * ratio * cells_per_px + 0.5 * cells_per_px - 0.5;
    const double first_row = (area.top() - corner.y()) * ratio * cells_per_px + 0.5 * cells_per_px - 0.5;
    const float factor = static_cast<float>(steps) / heat.maximum;
    for (int y = 0; y < image.height(); ++y) {
        if (y % 64 == 0) progress.at(y / static_cast<double>(image.height()));
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const float value = surface.at(first_column + x * cells_per_px, first_row + y * cells_per_px) * factor;
            line[x] = table[static_cast<std::size_t>(std::clamp(value, 0.0F, static_cast<float>(steps)))];
        }
    }
    painter.drawImage(area.topLeft(), image);
}

}  // namespace app
