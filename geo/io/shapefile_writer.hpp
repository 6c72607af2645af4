#pragma once

#include "geo/core/finding.hpp"
#include "geo/core/progress.hpp"
#include "geo/io/dbf_text.hpp"
#include "geo/io/table.hpp"

#include <filesystem>

namespace geo::storage {

/// A shapefile, or a DBF alone, to make from some rows of a table.
struct ShapefilePart {
    std::string name;  ///< without extension
    GeometryKind geometry = GeometryKind::None;
    std::vector<std::size_t> rows;

    std::vector<std::string> file_names() const;
};

/// One part where all shapes are of one kind; else `NAME_point`, `NAME_line` and `NAME` for the areas, a row with a mixed shape
/// in each. Where no row has a shape it is a DBF alone.
std::vector<ShapefilePart> shapefile_parts(const Table& table);

/// Names that a shapefile of some base name and its indexes may have, whoever made them.
std::vector<std::string> shapefile_names(const std::string& name);

/// Writes a part into a folder: `.shp .shx .dbf .prj .cpg`, with the language byte, and reads it again. Characters that the encoding
/// lacks become `?`, texts beyond 254 bytes are cut at a whole character, numbers beyond 1e15 become NULL: a finding each kind.
/// @param target  folder that messages name
/// @throws OutputError
void write_shapefile(const std::filesystem::path& folder, const std::filesystem::path& target, const Table& table,
                     const ShapefilePart& part, const CrsName& crs, const DbfEncoder& encoder, std::vector<Finding>& findings,
                     const Progress& progress);

}  // namespace geo::storage
