#pragma once

#include <QPolygonF>
#include <QRectF>

#include <unordered_map>
#include <vector>

namespace app {

/// Whether two convex polygons have ground in common; touching is none.
bool overlap(const QPolygonF& a, const QPolygonF& b);

/// A rectangle about a place, turned clockwise.
QPolygonF turned_box(QPointF centre, QSizeF size, double angle_deg);

/// What of a picture is taken, by convex polygons.
class FreeSpace {
   public:
    /// @param cell_px  about the size of what is asked for
    explicit FreeSpace(double cell_px = 48.0) : m_cell{cell_px} {}

    bool is_free(const QPolygonF& place) const;
    void take(const QPolygonF& place);

   private:
    template <typename F>
    void each_cell(const QRectF& box, F&& f) const;

    double m_cell;
    std::vector<QPolygonF> m_taken;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_cells;  ///< of a square grid
};

}  // namespace app
