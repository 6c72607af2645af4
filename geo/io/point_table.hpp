#pragma once

#include "geo/core/finding.hpp"
#include "geo/core/progress.hpp"
#include "geo/model/hazard.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// Which points to read, and what the user said about them.
struct PointRequest {
    std::filesystem::path file;
    std::optional<std::string> layer;             ///< of files that hold several
    std::optional<std::string> x, y;              ///< columns of a table: east or longitude, north or latitude; both or none
    std::optional<std::string> weight;            ///< column; else one that is called so, else each point counts 1
    std::optional<CrsName> crs;                   ///< overrides the file's
    bool is_plane = false;                        ///< coordinates of a plane without CRS
    std::optional<double> metres_per_unit;        ///< of planar coordinates; 1000 for kilometres
    std::optional<std::string> encoding;          ///< of a DBF or CSV
    bool with_reports = false;                    ///< date, type, severity and status too
};

/// Points in one planar CRS.
struct PointTable {
    CrsName crs;                        ///< projected, metres, conformal; empty for a plane
    std::vector<WeightedPoint> points;  ///< in the order of the file, all finite
    std::vector<HazardReport> reports;  ///< the same with what else is known of them, when that was asked for
    std::string x, y, weight;           ///< columns they came from; empty: from the geometry, and each counts 1
    std::int64_t read = 0;              ///< rows or features of the file
    std::vector<Finding> findings;      ///< a row that cannot be used is one each, the first thousand by their numbers
};

/// Reads points from a table with coordinate columns (CSV, gzipped or not, DBF) or from a layer of points (GeoPackage, shapefile, GeoJSON,
/// FlatGeobuf, KML). Columns: as named, else by known names, in whichever order they stand. CRS: as asked, the file's, else a guess from the coordinates
/// (a finding). Degrees, and a CRS that is not conformal or not in metres, are brought into the working CRS of the place.
/// Rows with a coordinate or weight that is missing, no number, not finite, or a weight below zero are left out with a finding.
///
/// @throws SourceError   missing, unreadable, no such layer, not of these formats
/// @throws UsageError    only one of x and y; units for degrees
/// @throws InvalidInput  no such column, no coordinate columns, no points left
/// @throws CrsError      no CRS and none to guess @throws Cancelled
PointTable read_points(const PointRequest& request, const Progress& progress = {});

}  // namespace geo
