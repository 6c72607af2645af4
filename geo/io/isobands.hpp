#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/raster.hpp"

#include <span>
#include <vector>

namespace geo {

/// Ground on which a raster's values lie between two levels, its edges interpolated between the centres of cells.
struct Isoband {
    double from = 0.0, to = 0.0;
    MultiPolygon areas;  ///< metres of the raster's CRS; empty where there is none
};

/// One band for each pair of neighbouring levels; bands do not overlap and together cover all ground with values from the first level to the last.
/// Cells that are not finite, and everything beyond the raster's edge, count as 0.
/// @param levels  at least two, ascending, above 0 @throws InvalidInput  otherwise, or values and cells differ in number @throws Cancelled
std::vector<Isoband> isobands(const Raster& raster, std::span<const double> levels, const Progress& progress = {});

}  // namespace geo
