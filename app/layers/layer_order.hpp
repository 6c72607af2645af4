#pragma once

#include "app/render/map_style.hpp"
#include "geo/model/map_view.hpp"

#include <string>
#include <vector>

namespace app {

/// All layer groups of a style in drawing order, topmost first, as `draw` takes a view: groups that the view lists take, in its order, the places that
/// they have between them, the others stand where the style has them. Entries of groups that the style lacks come last, so that nothing is lost.
std::vector<geo::LayerView> complete_layers(const MapStyle& style, const std::vector<geo::LayerView>& listed);

enum class Side { Above, Below };

/// The same with one layer moved directly beside another; unchanged where either is not there or both are the same.
std::vector<geo::LayerView> moved_beside(std::vector<geo::LayerView> layers, const std::string& id, const std::string& neighbour, Side side);

/// The same with one layer on top (`Above`) or at the bottom of all.
std::vector<geo::LayerView> moved_to_end(std::vector<geo::LayerView> layers, const std::string& id, Side side);

}  // namespace app
