#pragma once

#include "geo/core/embedded.hpp"

namespace geo::embedded {

std::span<const File> map_styles();   ///< of `styles/map`, the standard one first
std::span<const File> map_schemas();  ///< `data/schemas/mapstyle.schema.json`

}  // namespace geo::embedded
