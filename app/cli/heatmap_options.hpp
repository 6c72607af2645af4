#pragma once

#include "app/cli/options.hpp"
#include "geo/io/point_table.hpp"
#include "geo/model/hazard.hpp"

namespace app {

/// What `anchong heatmap` was told, as words.
struct HeatmapOptions {
    std::string project, points, x, y, weight, crs, unit, encoding, cell = "auto", kernel = "quartic", out, from, to;
    double bandwidth_m = 50.0;
    std::optional<double> half_life_days;
    std::vector<std::string> types, statuses, severities;

    void add_to(CLI::App& command, Console& console);
};

/// @throws UsageError  a date, length or weight that is none
geo::HeatSettings settings_of(const HeatmapOptions& options);

/// The points file that is to be read; `read_points` tells whether the options go together.
geo::PointRequest points_of(const HeatmapOptions& options);

/// Neither or both of project and points, options of points for a project, and an output that is no `.tif`. @throws UsageError
void check(const HeatmapOptions& options);

}  // namespace app
