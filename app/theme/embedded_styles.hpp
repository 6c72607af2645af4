#pragma once

#include "geo/core/embedded.hpp"

namespace geo::embedded {

std::span<const File> ui_styles();  ///< `styles/ui` with its icons

}  // namespace geo::embedded
