#pragma once

#include "geo/core/embedded.hpp"

namespace geo::embedded {

std::span<const File> sheet_map_marks();    ///< `styles/pages/sheet_maps.json`
std::span<const File> sheet_map_schemas();  ///< `data/schemas/sheetmaps.schema.json`

}  // namespace geo::embedded
