#pragma once

#include "app/render/map_scene.hpp"

#include <string>
#include <vector>

namespace app {

/// Ids of the style's layers of which anything shows in a scene, in drawing order; what only touches its edge does not.
std::vector<std::string> shown_layers(const MapScene& scene);

/// A line of a legend that stands alone.
struct LegendLine {
    geo::Message title;  ///< with what it is of: `建筑 ≤ 27 m`
    std::string layer;   ///< of the style: its looks are the key
};

/// Lines for those layers, the topmost group first, classes of a group in the style's order; each once.
std::vector<LegendLine> legend_lines(const MapStyle& style, const std::vector<std::string>& layers);

/// The key of a layer as on paper, as vectors. @param box  of the key @param px_per_mm  units of the painter
void paint_legend_key(QPainter& painter, const QRectF& box, const MapStyle& style, const std::string& layer, double px_per_mm);

/// A class of density as filled on paper; the last reaches to the greatest.
struct HeatBand {
    double from, to;  ///< shares of the greatest density
    QColor colour;    ///< with opacity
};
std::vector<HeatBand> heat_bands(const MapStyle& style);

}  // namespace app
