#pragma once

#include "geo/units/planning_units.hpp"

#include <string>
#include <vector>

namespace test {

/// Every line of the contract of `planning_units`, checked pair by pair with GEOS overlays. @return one text a breach
std::vector<std::string> breaches(const std::vector<geo::MultiPolygon>& buildings,
                                  const std::vector<geo::Compound>& units, const geo::UnitLimits& limits = {});

/// Buildings that meet a unit with more than 1 cm².
std::size_t buildings_in(const geo::Compound& unit, const std::vector<geo::MultiPolygon>& buildings);

/// Buildings of which two units each hold more than 1 cm².
std::size_t cut_buildings(const std::vector<geo::MultiPolygon>& buildings, const std::vector<geo::Compound>& units);

}  // namespace test
