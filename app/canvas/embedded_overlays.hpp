#pragma once

#include "geo/core/embedded.hpp"

namespace geo::embedded {

std::span<const File> map_overlays();

}  // namespace geo::embedded
