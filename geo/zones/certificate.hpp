#pragma once

#include "geo/zones/certify.hpp"

#include "geo/geometry/bands.hpp"
#include "geo/geometry/vectors.hpp"

namespace geo {

/// Eight edges of an outline side by side, to be held against one source at a time.
struct EdgeRun {
    alignas(16) double ax[8], ay[8], bx[8], by[8];
    alignas(16) double nx[8], ny[8];  ///< unit normals; zero for edges of no length
    int count = 0;
    RoughBox box;

    Point a(int i) const { return {ax[i], ay[i]}; }
    Point b(int i) const { return {bx[i], by[i]}; }
};

/// The work of `clearance_fault`; reused, it allocates nothing. It shares no code with the engine whose results it judges but boxes of
/// eight and bands.
class Certificate {
   public:
    std::optional<Fault> check(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m);

   private:
    struct Source {
        Point a, b, along;
        double length, need;
        bool is_boundary;
    };
    void add_sources(const MultiPolygon& boundary, std::span<const Keep> keeps, double setback_m, const Box& reach);
    void add_source(Point a, Point b, double need, bool is_boundary, const Box& reach);
    void add_closed(const Ring& ring, double need, bool is_boundary, const Box& reach);
    void check_ring(const Ring& ring);
    void check_run(const EdgeRun& run);
    void check_pair(const EdgeRun& run, int i, const Source& source);
    void fail(Message message, const EdgeRun* run, int edge);
    bool holds_part(const Shape& shape) const;
    void check_sides(const MultiPolygon& ground, const MultiPolygon& boundary, std::span<const Keep> keeps, const Box& reach);
    void check_touching(const MultiPolygon& ground, const MultiPolygon& boundary);

    std::vector<Source> m_sources;
    Octets m_index;
    Bands m_ground;
    std::vector<int> m_near;
    bool m_touches_boundary = false;
    std::optional<Fault> m_fault;
};

}  // namespace geo
