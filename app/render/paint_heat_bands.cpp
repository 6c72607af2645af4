#include "app/render/layer_painting.hpp"
#include "app/render/legend.hpp"
#include "geo/io/isobands.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double least_cell_mm = 0.4;  // Finer cells than this are not seen on paper.

/// What of a raster a view shows, in cells no finer than it needs: means of blocks.
geo::Raster seen_part(const geo::Raster& raster, const geo::Box& view, double least_cell_m) {
    const geo::RasterGrid& grid = raster.grid;
    const int block = std::max(1, static_cast<int>(least_cell_m / grid.cell));
    const double side = block * grid.cell;
    const int all_columns = (grid.columns + block - 1) / block, all_rows = (grid.rows + block - 1) / block;
    const auto clamped = [](double cells, int most) { return std::clamp(static_cast<int>(std::floor(std::clamp(cells, -1e6, 1e6))), 0, most); };
    const int first_column = clamped((view.min_x - grid.corner.x) / side - 2.0, all_columns), last_column = clamped((view.max_x - grid.corner.x) / side + 3.0, all_columns);
    const int first_row = clamped((grid.corner.y - view.max_y) / side - 2.0, all_rows), last_row = clamped((grid.corner.y - view.min_y) / side + 3.0, all_rows);
    geo::Raster part;
    part.crs = raster.crs;
    part.grid = {{grid.corner.x + first_column * side, grid.corner.y - first_row * side}, side, last_column - first_column, last_row - first_row};
    part.values.reserve(part.grid.cell_count());
    for (int row = first_row; row < last_row; ++row)
        for (int column = first_column; column < last_column; ++column) {
            double sum = 0.0;
            for (int r = row * block; r < std::min((row + 1) * block, grid.rows); ++r)
                for (int c = column * block; c < std::min((column + 1) * block, grid.columns); ++c) {
                    const float value = raster.values[static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(c)];
                    if (std::isfinite(value)) sum += static_cast<double>(value);
                }
            part.values.push_back(static_cast<float>(sum / (block * block)));
        }
    return part;
}

QPainterPath path_of(const geo::MultiPolygon& areas, const MapScene& scene) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const auto add = [&](const geo::Ring& ring) {
        QPolygonF corners;
        for (const geo::Point& p : ring) corners.push_back(scene.to_screen(p));
        path.addPolygon(corners);
        path.closeSubpath();
    };
    for (const geo::Polygon& polygon : areas) {
        add(polygon.outer);
        for (const geo::Ring& hole : polygon.holes) add(hole);
    }
    return path;
}

}  // namespace

void paint_heat_bands(QPainter& painter, const MapScene& scene, const geo::Progress& progress) {
    const geo::Heat& heat = *scene.heat;
    const std::vector<HeatBand> looks = heat_bands(scene.data->style());
    const double maximum = static_cast<double>(heat.maximum);
    std::vector<double> levels{looks.front().from * maximum};
    for (const HeatBand& look : looks) levels.push_back(look.to * maximum);
    levels.back() *= 1.001;  // The greatest value lies below the last level.
    const geo::Raster seen = seen_part(heat.raster, scene.extent(), least_cell_mm * scene.px_per_mm * scene.metres_per_px);
    const std::vector<geo::Isoband> bands = geo::isobands(seen, levels, progress);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        painter.setBrush(looks[i].colour);
        painter.drawPath(path_of(bands[i].areas, scene));
    }
}

}  // namespace app
