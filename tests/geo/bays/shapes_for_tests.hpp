#pragma once

#include "geo/bays/layout.hpp"

#include <cstdint>

namespace geo::test {

Ring rectangle(double x0, double y0, double x1, double y1);  ///< counter-clockwise
MultiPolygon box(double x0, double y0, double x1, double y1);

/// The area turned by degrees about the origin, then moved.
Polygon turned(const Polygon& area, double degrees, Point by = {500'000.0, 3'300'000.0});
MultiPolygon turned(const MultiPolygon& areas, double degrees, Point by = {500'000.0, 3'300'000.0});

Zone zone_of(const Polygon& legal, const MultiPolygon& robust = {});

/// Numbers that are the same on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state{seed * 2654435761u + 88172645463325252u} {}
    double between(double lo, double hi);
    int upto(int n) { return static_cast<int>(between(0.0, n)); }  ///< 0 … n-1

private:
    std::uint64_t m_state;
};

/// A star with its corners at random distances of the centre, somewhere in China.
Polygon star(Random& random, int corners, double least_m, double most_m);

/// A courtyard with turned buildings in it and round holes of many short edges: what free ground looks like.
Polygon free_ground(Random& random, double width_m, double depth_m, int buildings);

}  // namespace geo::test
