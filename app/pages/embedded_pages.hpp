#pragma once

#include "geo/core/embedded.hpp"

namespace geo::embedded {

std::span<const File> page_templates();  ///< of `styles/pages`, all but the looks
std::span<const File> page_looks();      ///< `styles/pages/looks.json`
std::span<const File> page_schemas();    ///< of a page, then of the looks

}  // namespace geo::embedded
