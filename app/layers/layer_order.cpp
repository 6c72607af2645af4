#include "app/layers/layer_order.hpp"

#include <algorithm>
#include <iterator>

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

Layers complete_layers(const MapStyle& style, const Layers& saved) {
    Layers listed;
    for (const geo::LayerView& layer : saved)  // A file may list one twice.
        if (std::ranges::count(listed, layer.id, &geo::LayerView::id) == 0) listed.push_back(layer);
    const auto is_of_style = [&](const geo::LayerView& layer) { return std::ranges::count(style.groups(), layer.id, &LayerGroup::id) > 0; };
    Layers layers;
    auto next = listed.begin();
    for (const LayerGroup& group : style.groups()) {
        if (std::ranges::count(listed, group.id, &geo::LayerView::id) == 0) {
            layers.push_back({.id = group.id, .is_visible = group.is_visible});
            continue;
        }
        next = std::find_if(next, listed.end(), is_of_style);
        layers.push_back(*next++);
    }
    std::ranges::copy_if(listed, std::back_inserter(layers), [&](const geo::LayerView& layer) { return !is_of_style(layer); });
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
