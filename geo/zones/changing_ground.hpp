#pragma once

#include "geo/zones/free_ground.hpp"
#include "geo/zones/proven_ground.hpp"

namespace geo {

/// Free ground of one compound that follows what is changed in it, certified after each change as by `free_ground` and with its result, but that arcs
/// once drawn finer stay so. What is far from a change is neither computed nor proven again: an obstacle or a distance can be dragged.
class ChangingGround {
   public:
    /// All as for `free_ground`, within 100 km of the origin.
    ChangingGround(MultiPolygon boundary, std::vector<Keep> keeps, double setback_m);

    const FreeGround& ground() const { return m_ground; }
    std::span<const Keep> keeps() const { return m_keeps; }

    /// Puts another thing, or the same with another distance, in the place of the i-th.
    const FreeGround& change(std::size_t i, Keep keep);

   private:
    void compute();

    MultiPolygon m_boundary;
    std::vector<Keep> m_keeps;
    double m_setback_m;
    ProvenGround m_proven;
    FreeGround m_ground;
};

}  // namespace geo
