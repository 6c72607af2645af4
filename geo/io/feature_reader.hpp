#pragma once

#include "geo/core/progress.hpp"
#include "geo/io/field_mapping.hpp"
#include "geo/io/source_file.hpp"
#include "geo/io/vector_file.hpp"

namespace geo::reading {

/// Column names in UTF-8, in the layer's order.
std::vector<std::string> column_names(OGRLayerH layer, const Decoder& decoder);

/// What a cell holds, as text: numbers without needless decimals, dates as ISO 8601; empty for null and for what is no number.
std::string cell_text(OGRFeatureH feature, int column, OGRFieldType type, const Decoder& decoder);

/// Reads all features of a layer into `result` (features, numbers, findings, read count), in the coordinates of the file.
/// Those without a geometry that the role takes are left out, with a finding each.
///
/// @throws InvalidInput  none left
void read_features(SourceLayer& result, OGRLayerH layer, const FieldMapping& mapping, const Decoder& decoder,
                   const std::string& shown, const Progress& progress);

}  // namespace geo::reading
