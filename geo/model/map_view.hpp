#pragma once

#include "geo/geometry/shapes.hpp"
#include "geo/model/hazard.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

/// How one layer of the map is shown.
struct LayerView {
    std::string id;  ///< as in the map style: `building`, `zones-legal`, `heat` …
    bool is_visible = true;
    double opacity = 1.0;  ///< 0…1, on top of the style's own

    bool operator==(const LayerView&) const = default;
};

/// What part of the map is looked at.
struct Camera {
    Point centre;               ///< working CRS
    double metres_per_px = 1.0; ///< grid metres per logical pixel

    bool operator==(const Camera&) const = default;
};

/// How a project's map looks; kept with the project.
struct MapView {
    std::vector<LayerView> layers;  ///< topmost first; layers that are not listed are shown where the style has them
    HeatSettings heat;
    std::optional<Camera> camera;   ///< absent: the full extent

    bool operator==(const MapView&) const = default;
};

}  // namespace geo
