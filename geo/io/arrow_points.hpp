#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/point_sink.hpp"

#include <ogr_api.h>

#include <optional>

namespace geo::reading {

/// Reads the points of a layer by columns, several times as fast as feature by feature.
/// @param weight  position of its column
/// @return false, with nothing read, when the layer offers no such way or its columns are of other kinds
/// @throws SourceError  the file is damaged @throws Cancelled
bool read_points_by_columns(OGRLayerH layer, std::optional<std::size_t> weight, const std::string& shown, PointSink& sink, const Progress& progress);

}  // namespace geo::reading
