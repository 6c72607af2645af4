#pragma once

#include "geo/density/hazard_density.hpp"

#include <filesystem>
#include <string>

namespace geo {

/// Writes a density as a GeoTIFF that says what it is: unit, kernel, bandwidth, cell, and what it was made of.
/// @param source  file that the reports are of @throws as write_geotiff
void write_heat(const std::filesystem::path& file, const Heat& heat, const std::filesystem::path& source, bool overwrite, const Progress& progress = {});

}  // namespace geo
