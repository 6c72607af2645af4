#pragma once

#include "geo/io/source_file.hpp"
#include "geo/model/role.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace geo::reading {

struct NamedLayer {
    std::string name;
    OGRLayerH layer;
};

std::vector<NamedLayer> layers_of(const SourceFile& source, const std::filesystem::path& file);

/// The named layer; else the only one, the only one whose name says the role, or the only one whose geometry the role takes.
/// @param shown   file name, for messages
/// @param option  what the user writes before `:LAYER` to choose one
/// @throws SourceError  no layer of that name @throws InvalidInput  none, or it cannot be told which
NamedLayer pick_layer(const std::vector<NamedLayer>& layers, Role of, const std::optional<std::string>& wanted, const std::string& shown,
                      const std::string& option);

/// The layer's CRS as WKT2; empty when it has none.
std::string wkt_of(OGRLayerH layer);

}  // namespace geo::reading
