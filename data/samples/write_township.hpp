#pragma once

#include "geo/model/inputs.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace samples {

/// One input file of the sample and the role it plays, as `--role ROLE=FILE` wants it.
struct SampleFile {
    geo::Role role;
    std::filesystem::path file;
    std::string layer;  ///< within the file; empty where it holds one table

    bool operator==(const SampleFile&) const = default;
};

/// Writes the township as planners get it into a folder, which is made if need be: a GBK shapefile a layer (some with .cpg,
/// some with only the language byte, one with neither), 隐患.csv, and township.gpkg with all layers again under English names.
/// Two calls write the same bytes; the only time in them is a fixed day, or SOURCE_DATE_EPOCH.
///
/// @return the shapefiles and the table, in the order of the layers: what a project needs; township.gpkg says the same again
/// @throws OutputError  not writable, or a file exists and `overwrite` is not set; then the folder is as it was
std::vector<SampleFile> write_township(const geo::Inputs& township, const std::filesystem::path& folder, bool overwrite = false);

}  // namespace samples
