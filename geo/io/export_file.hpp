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

/// Writes `zones`, `sites`, `bays`, `clearances`, `checks` and the inputs as used, in the columns of the project.
///
/// - Shapefiles `zones.shp`, `clearances.dbf`, `<role>.shp`, with `.cpg`, language byte and `.prj`; a role whose shapes differ in
///   kind becomes `<role>_point.shp`, `<role>_line.shp` and `<role>.shp` for its areas. What the DBF cannot keep (characters, long
///   texts, huge numbers) is a finding. The source's own attributes stay out.
/// - One GeoPackage `<name>.gpkg`, with `grounds` besides.
/// - GeoJSON `<name>.geojson` in EPSG:4326 with nine decimals; tables without geometry have features with a null one.
///
/// Everything is written beside its place, reread and counted, then moved in: complete or absent.
/// @return the files made, sorted
/// @throws OutputError  not writable, disk full, or files exist and not `overwrite` (lists them)
/// @throws UsageError   an encoding that is neither UTF-8 nor GBK @throws Cancelled
std::vector<std::filesystem::path> export_files(const ExportRequest& request, const Inputs& inputs, const Results& results,
                                                std::vector<Finding>& findings, const Progress& progress = {});

}  // namespace geo
