#pragma once

#include "geo/geometry/shapes.hpp"

#include <cstdint>
#include <vector>

namespace geo::rows {

/// Room kept free of rounding between a row and the edges around it, metres.
inline constexpr double room_m = 1e-5;

/// An interval of x.
struct Span {
    double lo = 0.0, hi = 0.0;
    double length() const { return hi - lo; }
};

/// Areas that a rectangle must lie in, or stay out of: within some area of every `must` layer, outside every banned
/// one.
class Terrain {
public:
    explicit Terrain(Point origin) : m_origin{origin} {}
    void require(const MultiPolygon& areas);  ///< one more layer
    void ban(const Polygon& area);

    Point origin() const { return m_origin; }
    const std::vector<Point>& vertices() const { return m_vertices; }  ///< less the origin
    std::size_t edge_count() const { return m_edges.size(); }

private:
    friend class Frame;
    struct Edge {
        std::uint32_t from, to, area;
    };
    void add(const Polygon& area, std::uint8_t layer);

    Point m_origin;
    std::vector<Point> m_vertices;
    std::vector<Edge> m_edges;
    std::vector<std::uint8_t> m_layer_of_area;  ///< 0: banned
    std::uint8_t m_layers = 0;                  ///< required ones
};

/// A ground turned so that rows run along x. Answers, exactly: where along a horizontal strip is there no edge in the
/// way? What lies between two edges of a strip is wholly allowed or wholly not.
class Frame {
public:
    /// @param angle  of the rows, radians @param min_y, max_y  beyond which no strip will be asked for
    Frame(const Terrain& ground, double angle, double min_y, double max_y);
    Frame(const Terrain& ground, double angle);

    /// Allowed spans of the strip, ascending, none longer than the gap between edges that touch the open strip.
    void free(double y0, double y1, std::vector<Span>& out) const;

    double angle() const { return m_angle; }
    double min_y() const { return m_min_y; }  ///< of the ground's vertices, or as given
    double max_y() const { return m_max_y; }
    long visits() const { return m_visits; }  ///< work done so far, in edges

    struct Edge {
        Point low, high;  ///< by y
        std::uint32_t area;
        std::int32_t first_band;
    };
    const std::vector<Edge>& edges() const { return m_edges; }

private:
    struct Block {
        double lo, hi;
        std::uint32_t area;
        bool crosses;
    };
    void sort_into_bands();
    int band(double y) const;

    const Terrain* m_ground;
    double m_angle, m_min_y, m_max_y, m_band_m = 1.0;
    std::vector<Edge> m_edges;
    std::vector<std::uint32_t> m_band_start, m_in_band;
    mutable std::vector<Block> m_blocks;
    mutable std::vector<std::uint8_t> m_inside;
    mutable std::vector<int> m_depth;  ///< areas of each layer that hold the place
    mutable long m_visits = 0;
};

/// A point turned by -angle (into a frame), or back.
Point into_frame(Point p, double angle);
Point out_of_frame(Point p, double angle);

void intersect(const std::vector<Span>& a, const std::vector<Span>& b, double least, std::vector<Span>& out);

}  // namespace geo::rows
