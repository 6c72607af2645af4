#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/raster.hpp"

#include <filesystem>
#include <string>

namespace geo {

/// What a raster says of itself to whoever opens it.
struct RasterText {
    std::string unit;         ///< of the values: `1/ha`
    std::string band;         ///< name of the band
    std::string description;  ///< of the whole, one line
};

/// Writes a GeoTIFF: Float32, deflated tiles, CRS (none for a plane), NoData −9999, statistics of the band, and the texts. Written
/// beside its place and moved in: complete or absent. A `.aux.xml` or `.ovr` of a file it replaces goes too. The same raster gives the
/// same bytes where `SOURCE_DATE_EPOCH` is set.
///
/// @throws OutputError   not writable, disk full, or exists and not `overwrite`
/// @throws InvalidInput  no cells @throws CrsError @throws Cancelled
void write_geotiff(const std::filesystem::path& file, const Raster& raster, const RasterText& text, bool overwrite,
                   const Progress& progress = {});

}  // namespace geo
