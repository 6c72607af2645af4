#pragma once

#include "app/pages/map_marks.hpp"
#include "app/pages/mark_texts.hpp"
#include "app/render/free_space.hpp"

#include <QLineF>
#include <QRectF>

#include <optional>
#include <span>
#include <vector>

namespace app {

/// A dimension about to be placed; page units from the frame's upper left corner.
struct DimensionWish {
    QLineF line;  ///< from the site to the obstacle; of no length where they touch
    QString value, tag;
};

/// One with room for its texts.
struct PlacedDimension {
    DimensionWish wish;
    QPointF value_at, tag_at;
    double angle_deg = 0.0;   ///< clockwise; texts read from below or from the right
    QPolygonF value_room, tag_room;
    QPolygonF leader;         ///< from the line to the shelf that texts outside of it stand on; empty: they stand along it
};

/// What dimensions keep off.
struct DimensionRoom {
    QRectF inside;            ///< the frame, less what stays clear along it
    FreeSpace& taken;         ///< by anything that no text may cover; gains lines, leaders and texts
    const FreeSpace& sites;   ///< texts do not cover them; leaders rather not
};

/// Places each wish in turn, `nullopt` where its line leaves the frame or its texts find no room. Lines and ends are kept clear of the texts of all.
std::vector<std::optional<PlacedDimension>> place_dimensions(std::span<const DimensionWish> wishes, const DimensionRoom& room, const DimensionMarks& look);

/// What a placed dimension covers, convex: for labels to keep off.
std::vector<QPolygonF> rooms_of(const PlacedDimension& placed, const DimensionMarks& look);

/// Lines, ticks and leaders; texts come over them, and over the map's labels.
void paint_dimension_lines(QPainter& painter, const PlacedDimension& placed, const DimensionMarks& look);
void paint_dimension_texts(QPainter& painter, const PlacedDimension& placed, const DimensionMarks& look);

/// Clockwise angle of texts along a line that read from below or from the right: from -90° (upright, read from the right) up to below 90°.
double reading_angle(const QLineF& line);

}  // namespace app
