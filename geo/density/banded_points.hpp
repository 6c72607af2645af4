#pragma once

#include "geo/density/kernel_density.hpp"

#include <vector>

namespace geo {

/// A point in cells of a grid: its upper left corner is 0, 0, the centre of its first cell 0.5, 0.5; y grows southward.
struct CellPoint {
    double x, y, weight;
};

/// Points in the order in which a sweep over the grid wants them: by bands of rows, within a band from west to east in strips of columns.
class BandedPoints {
   public:
    /// Keeps the points with weight that reach the grid. @param reach  cells
    BandedPoints(std::span<const WeightedPoint> points, const RasterGrid& grid, double reach);

    /// Calls `use(span)` so that each point within the box, borders included, comes once; a few others may come with them.
    template <typename Use>
    void each_near(const Box& cells, const Use& use) const {
        if (m_points.empty()) return;
        const int west = strip_of(cells.min_x), east = strip_of(cells.max_x);
        const int last = band_of(cells.max_y);
        for (int band = band_of(cells.min_y); band <= last; ++band) {
            const std::size_t row = static_cast<std::size_t>(band) * m_strips;
            const std::size_t from = m_begin[row + west], to = m_begin[row + east + 1];
            if (from != to) use(std::span{m_points}.subspan(from, to - from));
        }
    }

    /// Bytes while it is made, at most.
    static std::uint64_t bytes(std::size_t points);

   private:
    int band_of(double y) const;
    int strip_of(double x) const;

    Box m_box;                                 ///< of the points kept, cells
    double m_band_rows = 0, m_strip_columns = 0;
    int m_bands = 0, m_strips = 0;
    std::vector<std::size_t> m_begin;  ///< of each strip of each band, and the end
    std::vector<CellPoint> m_points;
};

}  // namespace geo
