#pragma once

#include "tests/bench/zone_data.hpp"

#include <geos_c.h>

#include <memory>

namespace bench {

/// The zone step as one writes it with GEOS alone: a buffer of each obstacle, unary union, one difference.
///
/// GEOS puts the vertices of an arc on the circle. The radius is enlarged so that its chords come no nearer than the clearance, and
/// arcs are cut into as few chords as keep the enlargement within 1 cm.
class GeosPeer {
   public:
    /// GEOS rounds the number of chords of an arc to the nearest, so that a chord may span 1.5 times its nominal angle. `safe` enlarges
    /// for that; 1 holds for the arcs of right angles alone, takes fewer chords, and can come out short elsewhere.
    static constexpr double safe = 1.5, right_angles_only = 1.0;

    /// Converts the input, which is no part of the step.
    GeosPeer(const Yard& yard, double widest_chord);

    /// As one writes it without a thought for safety: so many chords a quarter, their ends on the circle.
    static GeosPeer inscribed(const Yard& yard, int segments);

    struct Free {
        void operator()(GEOSGeometry* g) const;
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Free>;

    Geometry free_ground() const;

    /// Distance of each obstacle from the ground.
    std::vector<double> distances(const Geometry& ground) const;

    static geo::MultiPolygon polygons(const Geometry& ground);
    static Geometry from(const geo::MultiPolygon& polygons);

   private:
    GeosPeer() = default;
    struct Obstacle {
        Geometry shape;
        double radius;  ///< 0: taken as it is
        int segments;   ///< of a quarter
    };
    Geometry m_boundary;
    double m_setback = 0.0;  ///< enlarged
    int m_setback_segments = 0;
    std::vector<Obstacle> m_obstacles;
};

}  // namespace bench
