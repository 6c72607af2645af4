#pragma once

#include "app/pages/sheet_maps.hpp"

namespace app {

/// Makes what lies outside of the scene's compound pale; its boundary stays whole. @param veil  with opacity
void paint_outside(QPainter& painter, const SheetSource& source, const MapScene& scene, const QColor& veil);

}  // namespace app
