#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/project_file.hpp"
#include "geo/model/existing.hpp"

#include <filesystem>
#include <optional>
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
    std::optional<int> phase{};  ///< rank: only the sites of this phase, with their bays, clearances and checks
    const ExistingFacilities* existing = nullptr;  ///< judged; null where there are none
    std::vector<std::pair<std::string, std::string>> certificate{};  ///< header of the certificate, for a GeoPackage's table `anchong_certificate`; empty: none
};

/// Writes `zones`, `sites`, `bays`, `clearances`, `checks`, existing facilities as judged (`existing`, `existing_clearances`) and the inputs as used, in the columns of
/// the project; compounds have their `phase` besides. A phase
/// without sites is a finding.
///
/// - Shapefiles `zones.shp`, `clearances.dbf`, `<role>.shp`, with `.cpg`, language byte and `.prj`; a role whose shapes differ in
///   kind becomes `<role>_point.shp`, `<role>_line.shp` and `<role>.shp` for its areas. What the DBF cannot keep (characters, long
///   texts, huge numbers) is a finding. The source's own attributes stay out.
/// - One GeoPackage `<name>.gpkg`, with `grounds`, `phases` (`phase, rank, name, begins, ends, budget`), `layer_styles` and `anchong_certificate` besides.
/// - GeoJSON `<name>.geojson` in EPSG:4326 with nine decimals; tables without geometry have features with a null one.
/// - `sites.qml` and `zones.qml` beside shapefiles and GeoJSON show them in QGIS in their phases' and rings' colours; in a GeoPackage `layer_styles` does.
///
/// Everything is written beside its place, reread and counted, then moved in: complete or absent.
/// @return the files made, sorted
/// @throws OutputError  not writable, disk full, or files exist and not `overwrite` (lists them; the same style is none)
/// @throws UsageError   an encoding that is neither UTF-8 nor GBK @throws Cancelled
std::vector<std::filesystem::path> export_files(const ExportRequest& request, const Project& project, const Results& results,
                                                std::vector<Finding>& findings, const Progress& progress = {});

}  // namespace geo
