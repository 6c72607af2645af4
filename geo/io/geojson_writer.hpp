#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/table.hpp"

#include <filesystem>

namespace geo::storage {

/// Writes a table as GeoJSON in EPSG:4326 with nine decimals (a tenth of a millimetre) and reads it again. Rings keep their order;
/// a table without geometry becomes features whose geometry is null.
/// @throws OutputError  also where a coordinate has no longitude and latitude
void write_geojson(const std::filesystem::path& file, const std::filesystem::path& target, const Table& table, const CrsName& crs,
                   const Progress& progress);

}  // namespace geo::storage
