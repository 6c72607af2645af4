#pragma once

#include <filesystem>

namespace geo::storage {

/// Reads a file just written from end to end: as many features, and as many with a geometry, as were meant.
/// @param driver  GDAL's name of the format @throws OutputError naming `target`
void reread(const std::filesystem::path& file, const std::filesystem::path& target, const char* driver, std::size_t rows,
            std::size_t shapes);

}  // namespace geo::storage
