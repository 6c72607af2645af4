#pragma once

#include "app/pages/sheet.hpp"
#include "app/render/map_scene.hpp"

#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <string>
#include <vector>

namespace app {

/// A map on a sheet: where on the paper (mm), which ground, at which scale. Its own ground is shown true to scale: a wall of 20.00 ground metres is 40.0 mm at 1:500.
struct SheetMap {
    QRectF frame;                  ///< on the paper, mm
    geo::Point centre;             ///< working CRS
    int denominator = 500;
    double scale_factor = 1.0;     ///< grid metres per ground metre
    double grid_every_mm = 50.0;   ///< of coordinate crosses
    bool has_grid_labels = true;   ///< outside of the frame: E below, N left
    bool has_heat = false;
    std::vector<geo::LayerView> layers;  ///< as `MapScene`
};

/// The round scales from which sheets choose, ascending: 200, 250, 500, 1 000, 2 000 …
/// The largest at which the box, with `margin_m` round it, fits the frame; nothing where none up to `smallest` does.
std::optional<int> round_scale(const geo::Box& box, QSizeF frame_mm, double margin_m, double scale_factor, int largest, int smallest);

/// Frames of ground that cover a box at a scale where one does not: row by row from the upper left, overlapping by 10 mm.
std::vector<geo::Point> tile_centres(const geo::Box& box, QSizeF frame_mm, int denominator, double scale_factor);

/// A true shortest line between a site and an obstacle that governs it.
struct DimensionLine {
    geo::Point from, to;     ///< working CRS; of the site, of the obstacle
    double have_m = 0.0;
    std::optional<double> need_m;
    QString clause;          ///< tag below the line: `≥ 6.00 · 渝2024-20`
    std::string site;
};

/// The lines of a site: to its governing obstacle and the next one; from its certificate rows and the shapes of site and obstacles.
std::vector<DimensionLine> dimension_lines(const SheetSource& source, const geo::Site& site);


/// Draws a map with grid, dimension lines and further marks into its frame. @return groups of the map's style of which anything was drawn, for the legend
std::vector<std::string> draw_sheet_map(QPainter& painter, const SheetSource& source, const SheetMap& map, const std::vector<DimensionLine>& dimensions,
                                        geo::Language language, const geo::Progress& progress = {});

}  // namespace app
