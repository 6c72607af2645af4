#pragma once

#include "geo/geometry/octets.hpp"
#include "geo/geometry/shapes.hpp"

namespace geo {

/// On which side of the line from `a` to `b` lies `c`: 1 left, -1 right; 0 where rounding could have decided (and on the line).
///
/// The bound is Shewchuk's for a determinant of differences (Adaptive precision floating-point arithmetic, 1997, ccwerrboundA).
inline int sure_side(Point a, Point b, Point c) {
    const double left = (a.x - c.x) * (b.y - c.y), right = (a.y - c.y) * (b.x - c.x), turn = left - right;
    constexpr double bound = 3.3306690738754716e-16 * (1.0 + 1e-12);
    const double error = bound * ((left < 0 ? -left : left) + (right < 0 ? -right : right));
    return turn > error ? 1 : turn < -error ? -1 : 0;
}

/// Whether the outlines of areas meet themselves or one another. Reused, it allocates nothing.
class Crossings {
   public:
    /// Boxes round the pairs of edges that meet: that cross, touch, fold back on their neighbour, or lie so close that rounding would
    /// decide. None found proves that they do not.
    const std::vector<RoughBox>& find(const MultiPolygon& areas);
    /// @param is_known  of each edge, outer rings before their holes: known ones do not meet one another
    const std::vector<RoughBox>& find(const MultiPolygon& areas, const std::vector<char>& is_known);

   private:
    struct Edge {
        Point a, b;
        int next;  ///< the edge that begins in `b`
    };
    template <typename Choose>
    void add(const Ring& ring, Choose&& is_indexed);
    template <typename Choose>
    void load(const MultiPolygon& areas, Choose&& is_indexed);
    void compare(int i, int j);

    std::vector<Edge> m_edges;
    std::vector<RoughBox> m_boxes, m_found;
    std::vector<int> m_fresh;  ///< edges in the index, where those are not all
    Octets m_index;
};

}  // namespace geo
