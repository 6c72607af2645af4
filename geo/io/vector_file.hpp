#pragma once

#include "geo/core/progress.hpp"
#include "geo/model/layer.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// What to read, and what the user said about it.
struct LayerRequest {
    Role role = Role::Background;
    std::filesystem::path file;
    std::optional<std::string> layer;     ///< of files that hold several
    std::optional<CrsName> crs;           ///< overrides the file's
    std::optional<std::string> encoding;  ///< of a DBF or CSV
    std::optional<double> accuracy_m;
    std::string accuracy_source{};        ///< what it was drawn from, where no number is given: `osm`, `survey_500` …; empty: guessed
    std::map<std::string, std::string> mapping;  ///< role field → source column
};

/// A layer as its file has it: own CRS, rings not yet repaired.
struct SourceLayer {
    Layer layer;
    std::vector<std::int64_t> numbers;  ///< 1-based place in the file of each feature
    std::vector<std::string> buildings; ///< of a table of hazards without coordinates: id or name of the building of each feature, which has no place yet
    std::string where;                  ///< file, and layer where it has several, as findings name it
    std::vector<Finding> findings;
    std::size_t position = 0;  ///< among the layers asked for
};

/// Reads one layer of a shapefile, GeoPackage, GeoJSON, FlatGeobuf or KML, or a table (CSV, gzipped or not, DBF) with coordinate columns.
/// Nothing is written beside the file.
///
/// A table of hazards may name buildings instead: its features then have no place, and the layer no CRS, until they are joined.
///
/// DBF encoding: the option, `.cpg`, language byte, UTF-8 validity, GBK, in that order. CRS: the option, the file, else a guess from the
/// coordinates (a finding). Field mapping: the option, else names and their synonyms (fields `id`, `name`, those of the role and, of tables, `x` and `y`).
/// Features with no geometry, or one of a type
/// the role does not take, are left out with a finding each; a layer with none left is an error.
///
/// @param hint_lonlat  where other layers lie, to guess a CRS
/// @throws SourceError   missing, a directory, no such layer, unreadable, driver not allowed
/// @throws InvalidInput  empty, no geometry the role takes, unknown column in the mapping
/// @throws CrsError      no CRS and none to guess: names the option that gives it
SourceLayer read_layer(const LayerRequest& request, std::optional<Point> hint_lonlat = {}, const Progress& progress = {});

/// Names of the layers of a file. @throws SourceError
std::vector<std::string> layer_names(const std::filesystem::path& file);

}  // namespace geo
