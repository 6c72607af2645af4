#pragma once

#include "app/canvas/overlay_style.hpp"
#include "app/render/map_style.hpp"
#include "geo/density/hazard_density.hpp"

#include <QCoreApplication>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace app {

/// Numbers to be written under a ramp from 0 to `maximum`, beginning with 0: multiples of 1, 2 or 5 × 10ⁿ, three to six of them. @pre maximum > 0
std::vector<double> ramp_numbers(double maximum);

/// What the colours of the hazard density mean.
class HeatLegend {
    Q_DECLARE_TR_FUNCTIONS(app::HeatLegend)

   public:
    static QString kernelText(const geo::HeatSettings& settings);  ///< `Quartic kernel · bandwidth 50 m`
    /// In the lower right corner of a view. Nothing for a density without reports, or in a view too small for map and legend. @return where it stands, or an empty rectangle
    static QRectF draw(QPainter& painter, QSizeF view, const geo::Heat& heat, const MapStyle& map_style, const OverlayStyle& style);
};

}  // namespace app
