#pragma once

#include "geo/geometry/shapes.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace geo {

/// Rings whose edges are sorted into bands: tells inside from outside by even and odd crossings, looking only at the band of the point. Bands run
/// across, or along where edges are far shorter that way; there are fewer of them where edges are long, so that memory stays linear. Rebuilt without
/// allocation.
class Bands {
   public:
    Bands() { clear(); }
    void clear();
    void add(const Ring& ring);
    /// To be called after the last `add`. @param edges_a_band  about; more are quicker to build, fewer to ask
    void build(int edges_a_band = 8);

    /// A point on an edge may go either way.
    bool contains(Point p) const {
        if (m_is_turned) std::swap(p.x, p.y);
        const double at = (p.y - m_bottom) * m_scale;
        if (!(at >= 0.0 && at < m_count)) return false;
        bool inside = false;
        for (std::size_t i = m_first[static_cast<std::size_t>(at)]; i < m_first[static_cast<std::size_t>(at) + 1]; ++i) {
            const Edge& e = m_banded[i];
            inside ^= (e.y0 <= p.y) & (p.y < e.y1) & (p.x < e.x0 + (p.y - e.y0) * e.slope);
        }
        return inside;
    }

   private:
    struct Edge {
        double x0, y0, y1, slope;  ///< from the lower end up
    };
    int band_of(double y) const { return std::clamp(static_cast<int>((y - m_bottom) * m_scale), 0, m_count - 1); }

    std::vector<std::pair<Point, Point>> m_ends;
    std::vector<Edge> m_edges, m_banded;
    std::vector<std::size_t> m_first;
    Box m_box;
    bool m_is_turned = false;  ///< x and y have changed places
    double m_bottom = 0.0, m_top = 0.0, m_scale = 0.0;
    int m_count = 0;
};

}  // namespace geo
