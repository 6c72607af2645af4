#pragma once

#include "app/render/map_style.hpp"

#include <QColor>

#include <string_view>

namespace app {

/// Colours and strokes of what is drawn over the map, for a light or a dark ground: `styles/map/overlays.json`, and the ground of
/// the map's own style.
struct OverlayStyle {
    QColor ground;                     ///< where nothing is painted yet
    QColor paper, ink, ink_second;     ///< of scale bar and legend
    QColor frame;                      ///< of the legend's card
    QColor accent, on_accent;          ///< of marks and tags
    QColor halo;                       ///< under the selection
    double selection_px = 0, selection_halo_px = 0;
    double mark_px = 0, kept_mark_px = 0;
    double measure_px = 0, measure_halo_px = 0;
    double band_px = 0, band_opacity = 0;
    double paper_opacity = 0;          ///< of scale bar and legend
    double dot_px = 0;                 ///< diameter
    int text_px = 0, small_text_px = 0;

    bool operator==(const OverlayStyle&) const = default;
};

/// The one that is compiled in; read once.
const OverlayStyle& overlay_style(bool is_dark);
/// @throws geo::InvalidInput  not JSON, or a key is missing or of the wrong kind
OverlayStyle parse_overlay_style(std::string_view json, const MapStyle& map_style, bool is_dark);

}  // namespace app
