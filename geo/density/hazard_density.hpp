#pragma once

#include "geo/density/kernel_density.hpp"

#include <span>
#include <vector>

namespace geo {

/// A density of hazard reports and what went into it.
struct Heat {
    Raster raster;               ///< reports (by weight) per ground hectare; no cells when no report passes
    HeatSettings settings;       ///< as used: the cell chosen, the date of `as_of`
    std::size_t reports = 0;     ///< that passed the filter
    double weight = 0.0;         ///< their sum of weights
    float maximum = 0.0F;        ///< greatest cell
};

/// The reports that pass the filter, in order, with what each counts for by severity and age.
/// @throws InvalidInput  weights that are negative or not finite
std::vector<WeightedPoint> counted(std::span<const HazardReport> reports, const HeatSettings& settings);

/// What a density would take, known before any of it is made.
struct HeatEstimate {
    RasterGrid grid;
    std::uint64_t bytes = 0;
    std::size_t reports = 0;
};

/// @param crs  working CRS of the reports; one scale factor, at the centre of their box, turns ground metres into grid metres. Empty: they are
///             metres of a plane without CRS
/// @throws InvalidInput  settings that are not positive, a cell wider than the bandwidth, a grid of more cells than can be @throws CrsError
HeatEstimate estimate_heat(std::span<const HazardReport> reports, const HeatSettings& settings, const CrsName& crs, int threads = 0);

/// @throws as estimate_heat @throws Cancelled
Heat hazard_density(std::span<const HazardReport> reports, const HeatSettings& settings, const CrsName& crs, int threads = 0,
                    const Progress& progress = {});

/// The same of points that already have their weights: the settings' filter and weights are left aside.
HeatEstimate estimate_heat(std::span<const WeightedPoint> points, const HeatSettings& settings, const CrsName& crs, int threads = 0);
Heat point_density(std::vector<WeightedPoint> points, const HeatSettings& settings, const CrsName& crs, int threads = 0,
                   const Progress& progress = {});

}  // namespace geo
