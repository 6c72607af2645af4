#pragma once

#include "app/render/map_layers.hpp"
#include "app/render/map_scene.hpp"

#include <QPolygonF>
#include <QRectF>

#include <span>

namespace app {

/// Where the map's coordinates fall in the picture, and how long its millimetres are there.
class Screen {
   public:
    Screen(const MapScene& scene, const MapData::Layers& layers);

    QPointF at(QPointF place) const { return {m_x + place.x() * m_scale, m_y - place.y() * m_scale}; }
    /// A thing's box in pixels.
    QRectF box(const geo::Box& box) const;
    /// Vertices in pixels; those that hardly differ from the one before are left out.
    void transform(std::span<const QPointF> places, QPolygonF& out) const;

    QRectF view() const { return m_view; }
    geo::Box map_box() const { return m_map_box; }  ///< metres from the origin of the map's coordinates
    double px_per_m() const { return m_scale; }
    double px(double mm) const { return mm * m_px_per_mm; }
    /// Of strokes and markers, which shrink as the map does.
    double mark_px(double mm) const { return mm * m_px_per_mm * m_shrink; }
    double hatch_px(double mm) const { return mm * m_px_per_mm * m_hatch; }
    double text_px(double mm) const { return mm * m_px_per_mm * m_text; }
    double denominator() const { return m_denominator; }
    QPointF origin() const { return {m_x, m_y}; }  ///< hatches count from here, so that they move with the map

   private:
    double m_scale, m_x, m_y, m_px_per_mm, m_hatch, m_text, m_denominator, m_shrink;
    QRectF m_view;
    geo::Box m_map_box;
};

}  // namespace app
