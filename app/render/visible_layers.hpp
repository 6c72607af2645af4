#pragma once

#include "app/render/screen.hpp"

namespace app {

/// A style layer that a scene shows.
struct VisibleLayer {
    std::size_t layer = 0;      ///< position in the style
    double opacity = 1.0;       ///< of its group
    bool is_drawn = true;       ///< in its range, or just beyond it; else only its labels are
    bool is_thin = false;       ///< beyond its range: only its stroke
};

/// Those that the scene's layers and scale show, in drawing order. Groups that the scene lists take, in its order, the places that they have
/// between them; the others stay.
std::vector<VisibleLayer> visible_layers(const MapScene& scene, const MapStyle::Layers& style);

/// The things of a style layer in view, as positions in `data.things`; none where another group stands for so many.
std::vector<std::uint32_t> things_in_view(const MapData::Layers& data, std::size_t layer, const Screen& screen, const MapScene& scene,
                                          std::span<const VisibleLayer> visible);

bool shows_heat(const MapScene& scene);

}  // namespace app
