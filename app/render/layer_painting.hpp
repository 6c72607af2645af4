#pragma once

#include "app/render/visible_layers.hpp"
#include "geo/core/progress.hpp"

#include <QPen>

class QPainter;

namespace app {

/// One style layer about to be painted.
struct LayerPainting {
    QPainter* painter;                   ///< none while labels look for places
    const MapScene& scene;
    const Screen& screen;
    const MapData::Layers& data;
    const StyleLayer& layer;
    const Paint& paint;                  ///< on the scene's ground
    std::vector<std::uint32_t> things;   ///< those in view
    bool is_thin = false;                ///< beyond its range: only its stroke
    const geo::Progress& progress;

    const Thing& thing(std::size_t i) const { return data.things[things[i]]; }
    std::span<const Part> parts(const Thing& thing) const { return std::span{data.parts}.subspan(thing.begin, thing.end - thing.begin); }
    std::span<const QPointF> vertices(const Part& part) const { return std::span{data.points}.subspan(part.begin, part.end - part.begin); }
    /// Pen of the paint's stroke at this scale; none where it has none.
    QPen pen() const;
    void look_up(std::size_t i) const;   ///< at progress, now and then
};

/// @param painter  none while labels look for places
LayerPainting painting_of(const ShownScene& shown, const VisibleLayer& visible, QPainter* painter, const geo::Progress& progress);

void paint_areas(const LayerPainting& work);
void paint_lines(const LayerPainting& work);
void paint_symbols(const LayerPainting& work);

/// A stroke of so many millimetres in pixels; none without a colour.
QPen pen_of(const QColor& colour, double stroke_mm, const std::vector<double>& dash_mm, double px_per_mm);

/// Hatch of one area. @param rings  in pixels, the outer one first @param origin  lines are counted from here
void paint_hatch(QPainter& painter, const Hatch& hatch, double px_per_mm, QPointF origin, const QRectF& view, std::span<const QPolygonF> rings);

/// The picture of the scene's density over the view. @throws geo::InvalidInput  values and cells differ in number @throws geo::Cancelled
void paint_heat(QPainter& painter, const MapScene& scene, const Ramp& ramp, const geo::Progress& progress);
/// The same as vectors: areas between the ramp's steps, which do not overlap.
void paint_heat_bands(QPainter& painter, const MapScene& scene, const geo::Progress& progress);

/// Where a thing's marker or label stands: a point, the middle of a line, a point inside of an area; in pixels.
QPointF anchor_of(const LayerPainting& work, const Thing& thing);
/// A place inside a ring (in pixels) well away from its edge: the centroid where it lies inside, else the middle of the widest chord near it.
QPointF place_inside(const QPolygonF& ring);

double length_of(const QPolygonF& line);
/// The place so far along a line of one vertex at least; its end where it is shorter.
QPointF place_along(const QPolygonF& line, double distance);

/// What of a ring lies in a rectangle (Sutherland and Hodgman 1974); its edges along the rectangle are new.
QPolygonF cut(const QPolygonF& ring, const QRectF& to);

/// Whether the shape is a site's disc or goes with it.
inline bool stands_with_site(MarkerShape shape) { return shape == MarkerShape::Disc || shape == MarkerShape::Phase || shape == MarkerShape::Ring; }

/// One marker about a place; discs, whose texts make them wide, are labels.
void paint_marker(QPainter& painter, const Marker& marker, const Paint& paint, QPointF place, double px_per_mm);

}  // namespace app
