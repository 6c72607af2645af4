#pragma once

#include "geo/geometry/octets.hpp"
#include "geo/geometry/vectors.hpp"

#include <span>
#include <vector>

namespace geo {

/// Everything nearer than its radius to a source edge (an edge of no length is a point). What all capsules leave free is free.
struct Capsule {
    Point from;
    Point along;  ///< unit vector
    double length = 0.0;
    double radius = 0.0;
    int chain = 0;
    Point to() const { return from + along * length; }
};

/// A straight or round piece of the line at the radius from a source: the only places where free ground can end.
///
/// Its parameter runs with the forbidden side on the left: metres from `origin` on a segment; on an arc, which is at most a quarter, the
/// sine of the angle from its middle, so that no angle is ever computed.
struct Primitive {
    Point origin;         ///< start of a segment, centre of an arc
    Point along;          ///< unit vector: the segment's direction; from an arc's centre to its middle
    double from = 0.0;    ///< parameter
    double to = 0.0;
    double radius = 0.0;  ///< of an arc; 0 marks a segment
    int chain = 0;
    int next = 0;         ///< the primitive that follows on its chain
    int own[3] = {-1, -1, -1};  ///< capsules that touch this one all along or at an end, and cover nothing of it
    bool is_smooth = false;     ///< the next one goes on in the same direction

    bool is_arc() const { return radius > 0.0; }
    Point at(double parameter) const {
        if (!is_arc()) return origin + along * parameter;
        return origin + (along * std::sqrt(1.0 - parameter * parameter) + left_of(along) * parameter) * radius;
    }
    /// Of the parameter, for a way of a nanometre: shorter pieces than that are rounding.
    double least_step() const { return is_arc() ? 1e-9 / radius : 1e-9; }
};

/// What one ring, line or point has put into the arrays.
struct Chain {
    int first_capsule = 0, capsule_end = 0;
    int first_primitive = 0, primitive_end = 0;
    int source = -1;  ///< what it was made of, as `begin_source` says; the compound's boundary comes first
    double radius = 0.0;
    bool is_boundary = false;  ///< a ring of the compound: what is forbidden is its outside
    bool is_reversed = false;  ///< follows its source backwards
};

/// Sources of all distances as flat arrays, refilled without allocation.
class OffsetChains {
   public:
    /// @param reach  capsules that lie outside of it are left out: the compound's box. Primitives are complete.
    void clear(const Box& reach);
    /// What is added from now on belongs to this obstacle; ascending, from 0.
    void begin_source(int source) { m_source = source; }

    /// A ring with the forbidden ground on its left; the offset line runs on its right. Rings too small to have a side are taken as lines.
    void add_ring(std::span<const Point> ring, bool reversed, double radius, bool is_boundary = false);
    void add_line(std::span<const Point> line, double radius, bool is_boundary = false);
    void add_point(Point p, double radius);
    /// To be called after the last of the above.
    void build() { index.build(); }

    /// Puts one source's new chains in the place of its old ones. @return false, and nothing done, where they are not alike in number of pieces
    bool replace(int source, const OffsetChains& with);

    std::vector<Chain> chains;
    std::vector<Capsule> capsules;
    std::vector<Primitive> primitives;
    std::vector<RoughBox> capsule_boxes, primitive_boxes;
    Octets index;  ///< over the capsules

   private:
    void begin(double radius, bool is_boundary, bool is_reversed);
    void end();
    int add_capsule(Point from, Point along, double length);
    void add_segment(Point from, Point along, double length, const int (&own)[3], bool is_smooth);
    void add_arc(Point centre, Point from, Point to, int own_before, int own_after);
    void add_turn(Point centre, Point before, Point after, double turn, double ahead, int own_before, int own_after);
    void add_primitive(Primitive primitive, const Box& box);
    void trace(bool is_open);

    Box m_reach;
    RoughBox m_rough_reach;
    int m_source = -1;
    std::vector<Point> m_vertices;     ///< of the chain at hand, without repeated ones
    std::vector<Point> m_directions;
    std::vector<double> m_lengths;
    std::vector<int> m_capsule_of;     ///< of each edge, -1 where it is out of reach
};

}  // namespace geo
