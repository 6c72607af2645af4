#pragma once

#include "geo/geometry/shapes.hpp"

#include <cmath>

/// Points as vectors, for sources that compute with them.
namespace geo {

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator-(Point a) { return {-a.x, -a.y}; }
inline Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
inline double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
inline double length2(Point a) { return dot(a, a); }
inline double length(Point a) { return std::sqrt(dot(a, a)); }
inline Point unit(Point a) { return a * (1.0 / length(a)); }
inline Point left_of(Point a) { return {-a.y, a.x}; }   ///< turned by 90° counter-clockwise
inline Point right_of(Point a) { return {a.y, -a.x}; }  ///< turned by 90° clockwise

}  // namespace geo
