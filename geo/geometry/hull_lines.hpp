#pragma once

#include "geo/geometry/shapes.hpp"

#include <vector>

namespace geo {

/// Lines that an area lies on one side of: the longest edges of its convex hull. They tell what is far from an area that lies askew in its box.
class HullLines {
   public:
    explicit HullLines(const MultiPolygon& area);

    /// Whether all of the box certainly lies farther from the area than the distance: beyond one of the lines by more than that.
    bool is_beyond(const Box& box, double distance) const;

   private:
    struct Line {
        Point place, outward;  ///< a place on it, and its unit normal away from the area
    };
    std::vector<Line> m_lines;
};

}  // namespace geo
