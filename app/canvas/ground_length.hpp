#pragma once

#include "geo/crs/crs.hpp"
#include "geo/geometry/shapes.hpp"

#include <optional>

namespace app {

/// Length on the ground of a line of a projected CRS: grid metres over the scale factor, which is averaged along each segment (Simpson).
/// Nothing where the CRS does not reach, or there is none.
std::optional<double> ground_length_m(const geo::CrsName& crs, const geo::Line& line);

/// Grid metres per ground metre; 1 where the CRS does not reach, or there is none: good enough for a scale bar only.
double scale_factor_near(const geo::CrsName& crs, geo::Point place);

}  // namespace app
