#pragma once

#include "app/pages/sheet_maps.hpp"

#include <set>

namespace app {

/// Layers of the map style (positions) of which anything shows on a map.
std::set<std::size_t> drawn_layers(const SheetSource& source, const SheetMap& map);

}  // namespace app
