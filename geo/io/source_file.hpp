#pragma once

#include "geo/core/finding.hpp"
#include "geo/io/gdal_open.hpp"
#include "geo/io/text_encoding.hpp"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace geo::reading {

/// A file opened for reading, with whatever copies that took.
struct SourceFile {
    std::shared_ptr<void> scratch;  ///< temporary files; must outlive the dataset
    Dataset dataset;
    std::string shown;              ///< file name for messages
    Encoding encoding;              ///< of the texts as GDAL hands them out
    std::string encoding_name;      ///< of the file
    std::string encoding_from;
    bool crs_is_by_format = false;  ///< the format has one CRS, whatever the coordinates
    bool layer_is_file = false;     ///< its one layer is named by the file; GDAL may see a temporary copy's name
    bool is_beginning = false;      ///< only the beginning was opened
    std::vector<Finding> findings;
};

/// Opens a shapefile, DBF, GeoPackage, GeoJSON, CSV (`.csv.gz` too), FlatGeobuf or KML without writing anything beside it.
/// @param encoding    of a DBF or CSV, as the user says
/// @param most_bytes  of a CSV or GeoJSON larger than that only whole records of the beginning are opened, and the encoding of a CSV
///                    or DBF is told by so many bytes; other formats give their first features without reading the rest (KML does not)
/// @throws SourceError   missing, a directory, unreadable, not of these formats, a GDAL `/vsi` path
/// @throws InvalidInput  unknown encoding
SourceFile open_source(const std::filesystem::path& file, const std::optional<std::string>& encoding,
                       std::uintmax_t most_bytes = std::numeric_limits<std::uintmax_t>::max());

}  // namespace geo::reading
