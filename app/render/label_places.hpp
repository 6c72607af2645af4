#pragma once

#include "app/render/labels.hpp"
#include "app/render/layer_painting.hpp"

namespace app {

/// A place that a label could take.
struct LabelSpot {
    QPointF centre;
    double angle_deg = 0.0;
};

/// Where a label of this size could stand for a thing, best first.
std::vector<LabelSpot> label_spots(const LayerPainting& work, const Thing& thing, const Label& label, QSizeF size);

/// Where a disc could stand about a site, best first.
std::vector<QPointF> disc_spots(const QRectF& site, QSizeF disc, double px_per_mm);

}  // namespace app
