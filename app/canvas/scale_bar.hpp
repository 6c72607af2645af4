#pragma once

#include "app/canvas/overlay_style.hpp"

#include <QRectF>
#include <QString>

class QPainter;

namespace app {

/// A round length on the ground in some equal parts.
struct ScaleBar {
    double part_m = 0.0;   ///< 1, 2 or 5 times a power of ten
    int parts = 0;         ///< 2…4
    double part_px = 0.0;
};

/// The longest bar that is no wider than `most_px`. @pre both positive @param ground_m_per_px  ground metres that a pixel stands for
ScaleBar choose_scale_bar(double ground_m_per_px, double most_px);

/// Number of a tick as written below the bar, in metres or kilometres: `0`, `20`, `60 m`.
QString scale_bar_number(const ScaleBar& bar, int tick);

/// In the lower left corner of a view, on paper. @return where it stands
QRectF draw_scale_bar(QPainter& painter, QSizeF view, double ground_m_per_px, const OverlayStyle& style);

}  // namespace app
