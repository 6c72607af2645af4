#pragma once

#include "geo/geometry/box_index.hpp"

#include <optional>

namespace geo {

/// A piece of an outline; both ends equal for a point.
struct Edge {
    Point a, b;
    Box box() const;
};

/// The edges of a shape in the order of its rings, lines and points, findable by box.
class EdgeSet {
public:
    explicit EdgeSet(const Shape& shape);
    explicit EdgeSet(const MultiPolygon& areas);

    const std::vector<Edge>& edges() const { return m_edges; }
    const Box& box() const { return m_box; }
    /// Positions of the edges whose box meets the given one, ascending.
    std::vector<std::size_t> meeting(const Box& box) const;

private:
    void add(const MultiPolygon& areas);
    void finish();

    std::vector<Edge> m_edges;
    Box m_box;
    std::optional<BoxIndex> m_index;  ///< only where there are many edges
};

/// Edges one behind the other and the box around them: what is looked up at once.
struct EdgeRun {
    std::span<const Edge> edges;
    std::size_t first = 0;  ///< position of the first in its set
    Box box;
};
std::vector<EdgeRun> runs(const EdgeSet& set);

/// Least exact distance between the edges of two sets; infinity where no two edges are within `reach`.
/// @param pairs  increased by the number of pairs of edges that were measured
double least_distance(const EdgeSet& a, const EdgeSet& b, double reach, std::size_t& pairs);

/// Distance of a point from the nearest edge; infinity for an empty set.
double distance(Point p, const EdgeSet& set);

/// A longest part of an edge that stays further than some tolerance from all edges of a set, so wholly on one side of
/// it.
struct FreePart {
    Point middle;
    bool from_start = false, to_end = false;  ///< reaches the ends of the edge
};

/// In their order along the edge. Parts shorter than a thousandth of the tolerance are left out, except of a point.
std::vector<FreePart> parts_off(const Edge& edge, const EdgeSet& set, double tolerance);

}  // namespace geo
