#pragma once

#include "app/pages/map_marks.hpp"
#include "app/pages/sheet_maps.hpp"

namespace app {

/// Where the scale bar and the north arrow of a map stand, page units from the frame's upper left corner; not valid where it has none.
struct MapPlates {
    QRectF scale_bar, north_arrow;
};

/// In the corners that looks ask for, or where these would hide sites (or much of a compound), in others.
MapPlates place_plates(const SheetSource& source, const SheetMap& map, const MapScene& scene, const MapMarks& marks);

/// Texts of a scale bar with their rooms, page units from its plate's upper left corner. @param painter  none: nothing is painted
std::vector<TextOnMap> scale_bar_texts(QPainter* painter, int denominator, geo::Language language, const ScaleBarMarks& look);
std::vector<TextOnMap> north_arrow_texts(QPainter* painter, const NorthMarks& look);

}  // namespace app
