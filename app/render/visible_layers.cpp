#include "app/render/visible_layers.hpp"

#include <algorithm>

namespace app {
namespace {

struct GroupView {
    std::size_t group = 0;
    bool is_visible = true;
    double opacity = 1.0;
};

/// From the lowest up.
std::vector<GroupView> groups_of(const MapScene& scene, const MapStyle::Layers& style) {
    std::vector<GroupView> listed;
    for (auto view = scene.layers.rbegin(); view != scene.layers.rend(); ++view) {
        const auto group = style.group_named(view->id);
        if (!group || std::ranges::find(listed, *group, &GroupView::group) != listed.end()) continue;
        listed.push_back({*group, view->is_visible, std::clamp(view->opacity, 0.0, 1.0)});
    }
    std::vector<GroupView> groups;
    std::size_t next = 0;
    for (std::size_t g = 0; g < style.groups.size(); ++g) {
        const bool is_listed = std::ranges::find(listed, g, &GroupView::group) != listed.end();
        groups.push_back(is_listed ? listed[next++] : GroupView{g, style.groups[g].is_visible, 1.0});
    }
    return groups;
}

/// Where one range begins at the end of another, the scale belongs to the first.
bool is_in(double denominator, double from, double to) {
    return (from <= 0.0 || denominator > from) && denominator <= to;
}

std::optional<VisibleLayer> visible(const StyleLayer& layer, double denominator, double thin_factor) {
    VisibleLayer found;
    if (is_in(denominator, layer.from, layer.to)) return found;
    found.is_thin = layer.thins && is_in(denominator, layer.to, layer.to * thin_factor);
    found.is_drawn = found.is_thin;
    const bool has_label = layer.label && is_in(denominator, layer.label->from, layer.label->to);
    if (!found.is_drawn && !has_label) return std::nullopt;
    return found;
}

}  // namespace

std::vector<VisibleLayer> visible_layers(const MapScene& scene, const MapStyle::Layers& style) {
    std::vector<VisibleLayer> layers;
    for (const GroupView& view : groups_of(scene, style)) {
        if (!view.is_visible || view.opacity <= 0.0) continue;
        for (std::size_t s = 0; s < style.layers.size(); ++s) {
            if (style.layers[s].group != view.group) continue;
            auto found = visible(style.layers[s], scene.scale_denominator(), style.thin_factor);
            if (!found) continue;
            found->layer = s;
            found->opacity = view.opacity;
            layers.push_back(*found);
        }
    }
    return layers;
}

bool shows_heat(const MapScene& scene) {
    return scene.heat && scene.heat->raster.grid.cell_count() > 0 && scene.heat->maximum > 0.0F;
}

ShownScene::ShownScene(const MapScene& shown)
    : scene{shown},
      data{shown.data->layers()},
      style{data.style->layers()},
      screen{shown, data},
      visible{visible_layers(shown, style)} {}

std::vector<std::uint32_t> ShownScene::things_in_view(std::size_t layer) const {
    const StyleLayer& looks = style.layers[layer];
    if (looks.crowd > 0 && shows_heat(scene)) {
        const auto is_instead = [&](const VisibleLayer& v) {
            return style.groups[style.layers[v.layer].group].id == looks.instead;
        };
        geo::Box counted = screen.map_box();
        if (const auto& seen = scene.seen)
            counted = {seen->min_x - data.origin.x, seen->min_y - data.origin.y, seen->max_x - data.origin.x,
                       seen->max_y - data.origin.y};
        std::size_t count = 0;
        for (std::size_t s = 0; s < style.layers.size(); ++s)
            if (style.layers[s].group == looks.group) count += data.meeting(s, counted).size();
        if (count > looks.crowd && std::ranges::any_of(visible, is_instead)) return {};
    }
    std::vector<std::uint32_t> things;
    for (const std::size_t position : data.meeting(layer, screen.map_box()))
        if (const std::uint32_t thing = data.layers[layer].things[position]; is_wanted(data.things[thing])) things.push_back(thing);
    return things;
}

bool ShownScene::is_wanted(const Thing& thing) const {
    if (scene.compound.empty()) return true;
    if (const auto* ring = std::get_if<ZoneRing>(&thing.subject)) return ring->zone->compound == scene.compound;
    if (const auto* site = std::get_if<const geo::Site*>(&thing.subject)) return (*site)->compound == scene.compound;
    if (const auto* bay = std::get_if<BayOfSite>(&thing.subject)) return bay->site->compound == scene.compound;
    return true;
}

}  // namespace app
