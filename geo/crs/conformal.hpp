#pragma once

#include "geo/crs/crs.hpp"

namespace geo {

/// Whether a projected CRS keeps angles at a place, to one in a thousand: only then one scale factor serves all directions.
/// @throws CrsError
bool is_conformal(const CrsName& crs, Point projected);

}  // namespace geo
