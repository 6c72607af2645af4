#include "geo/geometry/inscribed_circle.hpp"

#include "geo/geometry/two.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>

namespace geo {
namespace {

/// Of a place from the middles of the four quarters of a cell: computed together, since they share all but the place.
using Four = std::array<double, 4>;

struct Edge {
    Point from, along;
    double inverse_length2;
    std::uint32_t before, after;  ///< edges of the same ring

    /// How far `d`, as seen from a place on the edge's line, lies to its left.
    double side_of(Point d) const { return (along.x * d.y - along.y * d.x) * std::sqrt(inverse_length2); }
};

/// A square of the plane with the signed distance of its middle from the outline, inside > 0.
struct Cell {
    Point middle;
    double half = 0.0, depth = 0.0;
    double reach() const { return half * std::numbers::sqrt2; }
};

/// Cells are cut in four, deepest first, as long as the depth of their middle does not rule out a larger circle. Each looks only at edges that may be nearest to
/// some place in it, of which small cells have few.
class Search {
   public:
    Search(const Polygon& polygon, double tolerance) : m_box{box_of(polygon.outer)}, m_tolerance{tolerance} {
        add(polygon.outer, signed_area(polygon.outer) < 0);
        for (const Ring& hole : polygon.holes) add(hole, signed_area(hole) > 0);
    }

    Circle largest() {
        if (m_edges.empty() || m_box.empty()) return {};
        for (std::uint32_t i = 0; i < m_edges.size(); ++i) m_near.push_back(i);
        // Nothing is known of the whole yet: any depth that it may have.
        const double half = 0.5 * std::max(m_box.max_x - m_box.min_x, m_box.max_y - m_box.min_y);
        cut({m_box.centre(), half, 0.0}, 0);
        return m_best;
    }

   private:
    /// Edges of a ring with the polygon's ground on their left.
    void add(const Ring& ring, bool is_turned) {
        const std::size_t first = m_edges.size(), count = ring.size();
        const auto vertex = [&](std::size_t i) { return ring[is_turned ? count - 1 - i % count : i % count]; };
        for (std::size_t i = 0; i < count; ++i) {
            const Point from = vertex(i), to = vertex(i + 1), along{to.x - from.x, to.y - from.y};
            const double length2 = along.x * along.x + along.y * along.y;
            m_edges.push_back({from, along, length2 > 0 ? 1.0 / length2 : 0.0, static_cast<std::uint32_t>(first + (i + count - 1) % count),
                               static_cast<std::uint32_t>(first + (i + 1) % count)});
        }
    }

    /// Told by the edge that is nearest to the place; at a corner by the mean of both edges' normals (Baerentzen & Aanaes 2005, in the plane).
    bool is_inside(Point p, const Edge& nearest) const {
        const Point d{p.x - nearest.from.x, p.y - nearest.from.y};
        const double t = (d.x * nearest.along.x + d.y * nearest.along.y) * nearest.inverse_length2;
        if (t > 0.0 && t < 1.0) return nearest.side_of(d) > 0;
        const Edge& other = m_edges[t <= 0.0 ? nearest.before : nearest.after];
        const Point corner = t <= 0.0 ? nearest.from : other.from, from_corner{p.x - corner.x, p.y - corner.y};
        return nearest.side_of(from_corner) + other.side_of(from_corner) > 0;
    }

    const Edge& nearest_edge(std::size_t quarter, double distance2, std::size_t first) const {
        while (m_distance2[first][quarter] != distance2) ++first;
        return m_edges[m_near[first]];
    }

    bool has_room(const Cell& cell) const { return cell.depth + cell.reach() > m_best.radius + m_tolerance; }

    /// Least squared distance of each middle from the edges in `m_near` from `first` on, and from each edge.
    Four measure(const std::array<Cell, 4>& quarters, std::size_t first) {
        if (m_distance2.size() < m_near.size()) m_distance2.resize(2 * m_near.size());
        Two x[2], y[2], least[2];
        for (std::size_t h = 0; h < 2; ++h) {
            x[h] = Two{quarters[2 * h].middle.x, quarters[2 * h + 1].middle.x};
            y[h] = Two{quarters[2 * h].middle.y, quarters[2 * h + 1].middle.y};
            least[h] = both(std::numeric_limits<double>::infinity());
        }
        const Two zero = both(0.0), one = both(1.0);
        for (std::size_t i = first; i < m_near.size(); ++i) {
            const Edge& e = m_edges[m_near[i]];
            for (std::size_t h = 0; h < 2; ++h) {
                const Two dx = x[h] - e.from.x, dy = y[h] - e.from.y;
                Two t = (dx * e.along.x + dy * e.along.y) * e.inverse_length2;
                t = t < zero ? zero : t;
                t = t > one ? one : t;
                const Two rx = dx - t * e.along.x, ry = dy - t * e.along.y, distance2 = rx * rx + ry * ry;
                m_distance2[i][2 * h] = distance2[0], m_distance2[i][2 * h + 1] = distance2[1];
                least[h] = distance2 < least[h] ? distance2 : least[h];
            }
        }
        return {least[0][0], least[0][1], least[1][0], least[1][1]};
    }

    /// Whether every place in the cell lies left of the edge and is nearest to its inner part, not to an end.
    static bool runs_along(const Edge& edge, const Cell& cell) {
        const Point d{cell.middle.x - edge.from.x, cell.middle.y - edge.from.y};
        const double length = 1.0 / std::sqrt(edge.inverse_length2), at = (d.x * edge.along.x + d.y * edge.along.y) / length;
        return edge.side_of(d) >= cell.reach() && at >= cell.reach() && at <= length - cell.reach();
    }

    /// Between two walls no circle is wider than they are apart. Without this, every place in the middle of a long strip would have to be looked at.
    /// @param first  where the cell's edges begin in `m_near`
    bool has_room_between_walls(const Cell& cell, const Edge& nearest, std::size_t first) const {
        if (!runs_along(nearest, cell)) return true;
        for (std::size_t i = first; i < m_near.size(); ++i) {
            const Edge& other = m_edges[m_near[i]];
            if (nearest.along.x * other.along.x + nearest.along.y * other.along.y >= 0 || !runs_along(other, cell)) continue;
            const double a = std::sqrt(nearest.inverse_length2), b = std::sqrt(other.inverse_length2);
            const double turn = std::hypot(nearest.along.x * a + other.along.x * b, nearest.along.y * a + other.along.y * b);
            const double apart = cell.depth + other.side_of({cell.middle.x - other.from.x, cell.middle.y - other.from.y});
            if (0.5 * (apart + turn * cell.reach()) <= m_best.radius + m_tolerance) return false;
        }
        return true;
    }

    /// @param first  where in `m_near` the edges begin that may be nearest to a place in the cell; they reach to its end
    void cut(const Cell& cell, std::size_t first) {
        std::array<Cell, 4> quarters;
        const double half = 0.5 * cell.half;
        for (std::size_t q = 0; q < 4; ++q) quarters[q] = {{cell.middle.x + (q % 2 ? half : -half), cell.middle.y + (q / 2 ? half : -half)}, half};
        const Four least = measure(quarters, first);
        const bool is_one_side = std::abs(cell.depth) > quarters.front().reach();
        for (std::size_t q = 0; q < 4; ++q) {
            Cell& quarter = quarters[q];
            quarter.depth = std::sqrt(least[q]);
            // The middle of the cell lies on the same side where it is nearer than the outline; and what has no room even inside need not be asked.
            const bool is_in = is_one_side ? cell.depth > 0 : has_room(quarter) && is_inside(quarter.middle, nearest_edge(q, least[q], first));
            if (!is_in) quarter.depth = -quarter.depth;
            if (quarter.depth > m_best.radius) m_best = {quarter.middle, quarter.depth};
        }
        std::array<std::size_t, 4> order{0, 1, 2, 3};
        std::ranges::sort(order, std::greater{}, [&](std::size_t q) { return quarters[q].depth; });
        const std::size_t end = m_near.size();
        for (const std::size_t q : order) {
            if (!has_room(quarters[q])) continue;
            const double farthest = std::abs(quarters[q].depth) + 2 * quarters[q].reach(), farthest2 = farthest * farthest * (1 + 1e-12);
            m_near.resize(2 * end - first);
            std::size_t last = end;
            for (std::size_t i = first; i < end; ++i) {
                m_near[last] = m_near[i];
                last += m_distance2[i][q] <= farthest2;
            }
            m_near.resize(last);
            if (quarters[q].depth < quarters[q].reach() || has_room_between_walls(quarters[q], nearest_edge(q, least[q], first), end)) cut(quarters[q], end);
            m_near.resize(end);
        }
    }

    Box m_box;
    double m_tolerance;
    std::vector<Edge> m_edges;
    std::vector<std::uint32_t> m_near;  ///< edges: a stack of lists, one for each cell that is being cut
    std::vector<Four> m_distance2;      ///< of each edge in `m_near` from the middles of the quarters of its cell
    Circle m_best;
};

}  // namespace

Circle inscribed_circle(const Polygon& polygon, double tolerance) { return Search{polygon, tolerance}.largest(); }

}  // namespace geo
