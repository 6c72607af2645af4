#pragma once

#include "tests/geo/zones/random_compound.hpp"

#include <map>
#include <string>

namespace geo::testing {

/// Computes free ground of compound after compound, holds each against what it has to be, and counts how it was computed.
class ZoneTally {
   public:
    /// Fails the test where the ground is not valid, comes too near to anything, or lacks some that GEOS finds with 256 segments a quarter.
    void add(const RandomCompound& compound);
    /// Fails the test where more than 0.1 % were not computed or more than 1 % and `spare` by a fallback; notes the ways as the test's properties.
    void conclude(double spare) const;

   private:
    std::map<std::string, int> m_ways;
    double m_count = 0.0, m_not_computed = 0.0, m_fallbacks = 0.0;
};

}  // namespace geo::testing
