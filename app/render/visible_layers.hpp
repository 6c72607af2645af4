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

bool shows_heat(const MapScene& scene);

/// A scene with data, taken apart for painting: what it shows, and where that falls in the picture.
struct ShownScene {
    explicit ShownScene(const MapScene& scene);

    const MapScene& scene;
    const MapData::Layers& data;
    const MapStyle::Layers& style;
    Screen screen;
    std::vector<VisibleLayer> visible;  ///< in drawing order

    /// The things of a style layer in view, as positions in `data.things`; none where another group stands for so many.
    std::vector<std::uint32_t> things_in_view(std::size_t layer) const;
    /// Not a zone, site or bay of another compound than the scene is of.
    bool is_wanted(const Thing& thing) const;
};

}  // namespace app
