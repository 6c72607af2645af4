#include "app/render/layer_painting.hpp"
#include "app/render/legend.hpp"
#include "geo/core/error.hpp"

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
    for (int i = 0; i <= steps; ++i)
        table[static_cast<std::size_t>(i)] = qPremultiply(ramp_colour(ramp, i / static_cast<double>(steps)).rgba());
    return table;
}

/// Values of a raster along one line of pixels, between the centres of its cells; beyond its edge there is nothing.
class RasterLine {
public:
    RasterLine(const geo::Raster& raster)
        : m_raster{raster}, m_cells(static_cast<std::size_t>(raster.grid.columns) + 3, 0.0F) {}

    /// Moves to a row, counted from the middle of the first.
    void move_to(double row) {
        const int above = static_cast<int>(std::floor(std::clamp(row, -2.0, m_raster.grid.rows + 1.0)));
        const auto share = static_cast<float>(std::clamp(row - above, 0.0, 1.0));
        for (int c = 0; c < m_raster.grid.columns; ++c)
            m_cells[static_cast<std::size_t>(c) + 1] = std::lerp(cell(c, above), cell(c, above + 1), share);
    }
    /// @param column  counted from the middle of the first
    float at(double column) const {
        const double place = std::clamp(column + 1.0, 0.0, static_cast<double>(m_cells.size()) - 2.0);
        const auto left = static_cast<std::size_t>(place);
        return m_cells[left] +
               (m_cells[left + 1] - m_cells[left]) * static_cast<float>(place - static_cast<double>(left));
    }

private:
    float cell(int column, int row) const {
        if (row < 0 || row >= m_raster.grid.rows) return 0.0F;
        const float value =
            m_raster.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_raster.grid.columns) +
                            static_cast<std::size_t>(column)];
        return std::isfinite(value) ? value : 0.0F;
    }

    const geo::Raster& m_raster;
    std::vector<float> m_cells;  ///< of the row, with an empty one before and two behind
};

}  // namespace

QColor heat_colour(const MapStyle& style, double share) {
    for (const StyleLayer& layer : style.layers().layers)
        if (layer.ramp) return ramp_colour(*layer.ramp, share);
    return Qt::transparent;
}

std::vector<HeatBand> heat_bands(const MapStyle& style) {
    std::vector<HeatBand> bands;
    for (const StyleLayer& layer : style.layers().layers) {
        if (!layer.ramp) continue;
        double from = layer.ramp->transparent_below;
        for (const auto& [to, colour] : layer.ramp->steps) {
            bands.push_back({from, to, ramp_colour(*layer.ramp, to)});
            from = to;
        }
        break;
    }
    return bands;
}

void paint_heat(QPainter& painter, const MapScene& scene, const Ramp& ramp, const geo::Progress& progress) {
    const geo::Heat& heat = *scene.heat;
    const geo::RasterGrid& grid = heat.raster.grid;
    if (heat.raster.values.size() != grid.cell_count())
        throw geo::InvalidInput{
            geo::say("绘制隐患密度时：栅格有 {} 个值，应为 {} 个。请重新计算密度。",
                     "Drawing the hazard density: the raster has {} values for {} cells. Compute the density again.",
                     heat.raster.values.size(), grid.cell_count())};
    if (scene.is_paper) {
        paint_heat_bands(painter, scene, progress);
        return;
    }
    const QPointF corner = scene.to_screen(grid.corner), end = scene.to_screen({grid.box().max_x, grid.box().min_y});
    const QRect area = QRectF{corner, end}.intersected(QRectF{QPointF{}, scene.size}).toAlignedRect();
    if (area.isEmpty()) return;

    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    QImage image{
        QSize{static_cast<int>(std::ceil(area.width() * ratio)), static_cast<int>(std::ceil(area.height() * ratio))},
        QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(ratio);
    const auto table = table_of(ramp);
    RasterLine values{heat.raster};
    const double cells_per_px = scene.metres_per_px / grid.cell / ratio;
    const double first_column = (area.left() - corner.x()) * ratio * cells_per_px + 0.5 * cells_per_px - 0.5;
    const double first_row = (area.top() - corner.y()) * ratio * cells_per_px + 0.5 * cells_per_px - 0.5;
    const float factor = static_cast<float>(steps) / heat.maximum;
    for (int y = 0; y < image.height(); ++y) {
        if (y % 64 == 0) progress.at(y / static_cast<double>(image.height()));
        values.move_to(first_row + y * cells_per_px);
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const float value = values.at(first_column + x * cells_per_px) * factor;
            line[x] = table[static_cast<std::size_t>(std::clamp(value, 0.0F, static_cast<float>(steps)))];
        }
    }
    painter.drawImage(area.topLeft(), image);
}

}  // namespace app
