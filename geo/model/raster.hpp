#pragma once

#include "geo/crs/crs.hpp"

#include <cstddef>
#include <vector>

namespace geo {

/// Where the cells of a raster lie: square, north up.
struct RasterGrid {
    Point corner;          ///< upper left corner of the upper left cell: least east, greatest north; metres of the CRS
    double cell = 1.0;     ///< side of a cell, metres of the CRS, > 0
    int columns = 0;
    int rows = 0;

    std::size_t cell_count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    Point centre_of(int column, int row) const { return {corner.x + (column + 0.5) * cell, corner.y - (row + 0.5) * cell}; }
    Box box() const { return {corner.x, corner.y - rows * cell, corner.x + columns * cell, corner.y}; }
    bool operator==(const RasterGrid&) const = default;
};

/// One number a cell.
struct Raster {
    CrsName crs;  ///< projected, metres
    RasterGrid grid;
    std::vector<float> values;  ///< rows × columns, row 0 north
};

}  // namespace geo
