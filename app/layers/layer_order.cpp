#include "app/layers/layer_order.hpp"

#include <algorithm>

namespace app {
namespace {

using Layers = std::vector<geo::LayerView>;

Layers::iterator find(Layers& layers, const std::string& id) { return std::ranges::find(layers, id, &geo::LayerView::id); }

/// Takes a layer out. @pre it is there
geo::LayerView taken(Layers& layers, const std::string& id) {
    const auto it = find(layers, id);
    geo::LayerView layer = *it;
    layers.erase(it);
    return layer;
}

}  // namespace

Layers complete_layers(const MapStyle& style, const Layers& listed) {
    Layers layers = listed;
    auto next = layers.begin();  // Where a group of the style goes that the view does not list.
    for (const LayerGroup& group : style.groups()) {
        auto it = find(layers, group.id);
        if (it == layers.end()) it = layers.insert(next, {.id = group.id, .is_visible = group.is_visible});
        next = it + 1;
    }
    return layers;
}

Layers moved_beside(Layers layers, const std::string& id, const std::string& neighbour, Side side) {
    if (id == neighbour || find(layers, id) == layers.end() || find(layers, neighbour) == layers.end()) return layers;
    const geo::LayerView layer = taken(layers, id);
    layers.insert(find(layers, neighbour) + (side == Side::Below ? 1 : 0), layer);
    return layers;
}

Layers moved_to_end(Layers layers, const std::string& id, Side side) {
    if (find(layers, id) == layers.end()) return layers;
    const geo::LayerView layer = taken(layers, id);
    layers.insert(side == Side::Above ? layers.begin() : layers.end(), layer);
    return layers;
}

}  // namespace app
