#pragma once

#include "tests/geo/bays/shapes_for_tests.hpp"

#include <string>

namespace geo::test {

/// Everything that is wrong with a site, found by brute force over all pairs; empty when nothing is.
std::string faults(const Site& site, const MultiPolygon& ring, const BayModule& module, double scale,
                   const MultiPolygon& boundary, std::span<const MultiPolygon> no_aisle);

}  // namespace geo::test
