#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

enum class ExportFormat { Shapefile, GeoPackage, GeoJson };

struct ExportRequest {
    ExportFormat format = ExportFormat::Shapefile;
    std::string encoding = "UTF-8";  ///< of shapefiles: `UTF-8` or `GBK`
    std::filesystem::path folder;
    std::string name;  ///< of the project, for the GeoPackage's file name
    bool overwrite = false;
};

/// Writes zones, sites, bays, certificate, checks and the inputs as used: `zones.shp`, `sites.shp`, `clearances.dbf`, `<role>.shp`; likewise
/// `.geojson`; or one `<name>.gpkg`. Shapefiles get `.cpg`, language byte and `.prj`, and field names cut to 10 bytes in whole
/// characters; GeoJSON is EPSG:4326 with 9 decimals. Everything is written beside its place, reread and counted, then moved in:
/// complete or absent.
/// @return the files made, sorted @throws OutputError
std::vector<std::filesystem::path> export_files(const ExportRequest& request, const Inputs& inputs, const Results& results,
                                                std::vector<Finding>& findings, const Progress& progress = {});

}  // namespace geo
