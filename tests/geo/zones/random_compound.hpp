#pragma once

#include "geo/zones/free_ground.hpp"

#include <cstdint>
#include <random>

namespace geo::testing {

/// Numbers that are the same with every standard library.
class Dice {
   public:
    explicit Dice(std::uint64_t seed) : m_random{seed} {}
    double uniform(double from, double to) { return from + (to - from) * static_cast<double>(m_random() >> 11) * 0x1.0p-53; }
    int whole(int from, int to) { return from + static_cast<int>(m_random() % static_cast<std::uint64_t>(to - from + 1)); }
    bool chance(double share) { return uniform(0, 1) < share; }

   private:
    std::mt19937_64 m_random;
};

struct RandomCompound {
    MultiPolygon boundary;
    std::vector<Keep> keeps;
    double setback = 0.0;
};

/// An estate of 200 to 400 m across with rows of slabs, L-shapes and toothed façades, now and then party walls, duplicates and
/// overlaps, lanes, points, and neighbours across the boundary: what hurts overlays in practice.
RandomCompound random_compound(std::uint64_t seed);

/// Area of the free ground by GEOS alone with 256 segments a quarter, and the length of the arcs in its outline.
struct Referee {
    double area = 0.0;
    double arc_length = 0.0;
};
Referee referee(const MultiPolygon& boundary, const std::vector<Keep>& keeps, double setback);

/// Holds a result against the referee's: at least 99.9 % of its area, or short by at most 1 cm times the arc length.
bool is_complete(double area, const Referee& expected);

}  // namespace geo::testing
