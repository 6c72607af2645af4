#pragma once

#include "geo/io/source_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo::reading {

struct NamedLayer {
    std::string name;  ///< as the user knows it: of files with one nameless layer, the file's
    OGRLayerH layer;
};

std::vector<NamedLayer> layers_of(const SourceFile& source, const std::filesystem::path& file);

/// What the file says of a layer's CRS; empty for nothing.
std::string wkt_of(OGRLayerH layer);

}  // namespace geo::reading
