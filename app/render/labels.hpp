#pragma once

#include "app/render/visible_layers.hpp"
#include "geo/core/progress.hpp"

#include <QLineF>

namespace app {

/// A text, a site's disc, or the mark of a compound's phase, with its place in the picture.
struct PlacedLabel {
    const StyleLayer* layer = nullptr;
    QString text;
    QPointF centre;
    double angle_deg = 0.0;     ///< clockwise
    QPolygonF room;             ///< that it takes, convex; no two overlap
    QLineF leader;              ///< discs: from the site to the disc; of no length: none
    QSizeF disc;                ///< discs: how large
    const StyleLayer* phase = nullptr;  ///< discs and names of compounds: the phase beside it, or alone where there is no room for the name
    QString phase_text;
    QPointF phase_centre;
    QSizeF phase_size;
    const StyleLayer* ring = nullptr;  ///< discs: round disc and phase
    double opacity = 1.0;
};

/// Labels and discs of a scene that find room: never over another, nor over a bay. Where they compete, the one of the later priority gives way.
/// @throws geo::Cancelled
std::vector<PlacedLabel> place_labels(const MapScene& scene, const geo::Progress& progress = {});

void paint_labels(QPainter& painter, const MapScene& scene, const std::vector<PlacedLabel>& labels);

}  // namespace app
