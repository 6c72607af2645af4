#pragma once

#include "geo/core/finding.hpp"
#include "geo/core/progress.hpp"
#include "geo/crs/crs.hpp"
#include "geo/model/role.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geo {

/// What to look at, and what the user said about it so far.
struct PreviewRequest {
    std::filesystem::path file{};
    std::optional<std::string> layer{};     ///< else every layer of the file
    std::optional<Role> role{};             ///< else the one proposed
    std::optional<CrsName> crs{};           ///< overrides the file's
    std::optional<std::string> encoding{};  ///< of a DBF or CSV
    std::map<std::string, std::string> mapping{};  ///< role field → source column
    std::optional<Point> hint_lonlat{};   ///< where other layers lie, to guess a CRS
};

/// What a layer looks like before it is imported, and what the importer would make of it. Nothing is written beside the file.
struct LayerPreview {
    std::string layer;       ///< name, as `LayerRequest::layer` wants it
    bool is_only_layer = true;
    bool is_table = false;   ///< has no geometry; coordinates may stand in columns
    bool has_coordinates = true;  ///< false of a table without such columns
    bool names_buildings = false; ///< of a table without coordinates: hazards may stand where the buildings do
    bool has_points = false, has_lines = false, has_areas = false;  ///< in the features looked at
    std::optional<std::int64_t> feature_count;  ///< nothing where counting would mean reading a large file
    std::vector<std::string> columns{};
    std::vector<std::vector<std::string>> rows{};  ///< of the first features, a text a column, empty for null

    std::string encoding, encoding_from;  ///< as in `Provenance`; `format` where the format has only one
    int unreadable_texts = 0;             ///< of the names and cells looked at: not in that encoding, they show U+FFFD
    CrsName crs;                          ///< empty: nobody knows
    std::string crs_from;                 ///< `file`, `option`, `guessed`; `derived` where the places are those of buildings
    std::string crs_title;
    Message crs_why{};                    ///< of a guess
    Box extent_lonlat{};                  ///< empty while the CRS is not known
    Shape sketch{};                       ///< the features looked at, longitude and latitude; a few thousand vertices

    std::optional<Role> role;             ///< as asked, else proposed by names, geometry and columns; nothing when they do not tell
    std::vector<std::pair<std::string, std::string>> mapping{};  ///< role field → source column, in the role's order, `id` and `name` first
    std::optional<Message> problem{};     ///< why the layer cannot be imported like this, and what to do
};

/// Looks at the layers of a file: at most some megabytes of it, and some thousand features a layer, whatever its size (KML is read whole).
/// What is told of a large file is what its beginning tells.
///
/// @return in the file's order. What one layer lacks (CRS, geometry that the role takes …) is its `problem`
/// @throws SourceError   missing, unreadable, no such layer
/// @throws InvalidInput  no layers; unknown encoding, CRS or column
std::vector<LayerPreview> preview_layers(const PreviewRequest& request, const Progress& progress = {});

}  // namespace geo
