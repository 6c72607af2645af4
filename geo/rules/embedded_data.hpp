#pragma once

#include "geo/core/embedded.hpp"

namespace geo::embedded {

std::span<const File> rulepacks();
std::span<const File> codelists();
std::span<const File> schemas();

}  // namespace geo::embedded
