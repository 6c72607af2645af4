#pragma once

#include "app/pages/map_marks.hpp"
#include "app/pages/sheet_maps.hpp"
#include "app/render/free_space.hpp"

#include <QRectF>

namespace app {

/// The dashed box of a detail and its tag, page units from the frame's upper left corner.
struct PlacedExtent {
    QRectF box;
    QString text;
    QRectF tag;  ///< null: no room for it
};

/// Tags stand outside of what they mark, off each other and what is taken already. @param taken  gains the tags @param inside  where tags may stand
std::vector<PlacedExtent> place_extents(const std::vector<MapExtent>& extents, const MapScene& scene, const ExtentMarks& look, const QRectF& inside, FreeSpace& taken);

void paint_extents(QPainter& painter, const std::vector<PlacedExtent>& extents, const ExtentMarks& look);

}  // namespace app
