#pragma once

#include "geo/geometry/shapes.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace geo::units {

constexpr int nobody = -1;

/// Lines are noded on a grid of 0.95 µm, a power of two, so that faces share their vertices to the last bit.
constexpr double grid_m = 1.0 / 1'048'576.0;

/// Two faces with common edges; `other` is `outside` beyond the mosaic's rim.
struct Border {
    std::size_t face = 0, other = 0;
    double length_m = 0.0;
};

/// Faces that fill a part of the plane and share their edges vertex by vertex, as `faces` makes them. Dissolving them
/// needs no overlay: common edges cancel, so parts neither overlap nor leave gaps.
class Mosaic {
public:
    static constexpr std::size_t outside = static_cast<std::size_t>(-1);

    explicit Mosaic(MultiPolygon faces);

    const MultiPolygon& faces() const { return m_faces; }
    /// Each pair of neighbours in both directions, ordered by face, then by other.
    const std::vector<Border>& borders() const { return m_borders; }

    /// Numbers of connected parts of faces of one label, by face, in the order of their first faces; also of `nobody`.
    std::vector<int> parts(std::span<const int> labels) const;

    /// The ground of each label 0 … count - 1. A connected label gives one polygon, outer ring counter-clockwise.
    std::vector<MultiPolygon> dissolved(std::span<const int> labels, int count) const;

    /// Edges with other labels at their two sides, each once.
    std::vector<Line> edges_between(std::span<const int> labels) const;

private:
    struct Edge {
        std::size_t from = 0, to = 0, face = 0;
        std::size_t twin = outside;  ///< face at the other side
    };
    MultiPolygon m_faces;
    std::vector<Point> m_points;
    std::vector<Edge> m_edges;  ///< each face at the left of its edges; ordered by from, to
    std::vector<Border> m_borders;
};

}  // namespace geo::units
