#pragma once

#include "app/pages/map_marks.hpp"
#include "app/pages/sheet_maps.hpp"

namespace app {

/// Round coordinates on a map and where they fall, page units from the frame's upper left corner.
struct GridLine {
    double at;
    double metres;  ///< of the working CRS
};
struct MapGrid {
    std::vector<GridLine> east, north;
};
MapGrid grid_of(const SheetMap& map, const MapScene& scene);

/// Crosses inside of the frame and ticks along it.
void paint_grid(QPainter& painter, const MapGrid& grid, QSizeF frame, const GridMarks& look);
/// E below the frame, N to its left, turned; those near its corners are left out.
void paint_grid_labels(QPainter& painter, const MapGrid& grid, QSizeF frame, const GridMarks& look);

}  // namespace app
