#pragma once

#include <filesystem>

namespace geo::storage {

/// Reads a file just written from end to end: as many features, and as many with a geometry, as were meant.
/// @param driver  GDAL's name of the format @throws OutputError naming `target`
void reread(const std::filesystem::path& file, const std::filesystem::path& target, const char* driver, std::size_t rows,
            std::size_t shapes);

/// That a shapefile's parts are as long as their own headers say: GDAL reads over a last byte that the disk did not take.
/// @param base  path without extension @throws OutputError naming `target`
void check_shapefile_lengths(const std::filesystem::path& base, const std::filesystem::path& target, bool has_shapes);

/// That the file ends as JSON does. @throws OutputError naming `target`
void check_json_end(const std::filesystem::path& file, const std::filesystem::path& target);

}  // namespace geo::storage
