#pragma once

#include "geo/core/embedded.hpp"

namespace geo::embedded {

std::span<const File> translations();  ///< compiled from `app/translations`

}  // namespace geo::embedded
