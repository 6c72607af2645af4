#pragma once

namespace geo {

/// Two doubles computed with at once, on every processor that has such registers; one after the other elsewhere.
using Two = double __attribute__((vector_size(16)));
using TwoBits = decltype(Two{} < Two{});

inline Two both(double x) { return Two{x, x}; }
inline Two load(const double* from) { return Two{from[0], from[1]}; }

}  // namespace geo
