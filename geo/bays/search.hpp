#pragma once

#include "geo/bays/arrange.hpp"

namespace geo::rows {

struct Found {
    Arrangement best;        ///< no blocks when there is none
    bool has_a_row = false;  ///< the ring holds a least row, if perhaps none with an aisle
};

/// The best arrangement in one ring: along its walls, at regular angles and, where these find nothing or little, at any
/// angle.
Found search(const MultiPolygon& ring, const Terrain& aisle_ground, const Sizes& sizes, bool with_aisle);

}  // namespace geo::rows
