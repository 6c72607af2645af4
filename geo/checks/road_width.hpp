#pragma once

#include "geo/model/inputs.hpp"

#include <memory>
#include <optional>
#include <span>

namespace geo {

/// What a site leaves of a road or lane beside it.
struct RoadLeft {
    double width_m = 0.0;          ///< least clear width left, ground metres
    bool is_taken = false;         ///< the site stands on part of it
    bool was_narrow = false;       ///< the road itself is narrower than asked
    bool is_estimated = false;     ///< of a road drawn as an area: measured square to the site's edges
    bool has_unknown = false;      ///< a road of unknown width passes within its reach: nothing can be said of that one
};

/// Roads, paths and fire lanes as things to get past. Lines of known width are measured exactly, stretch by stretch: a site takes the offsets between
/// its outermost places across the stretch, and the wider side is left. Areas (fire lanes; consent ground that is a road by its kind) are measured
/// from the site's edges outward, square to them, to the area's own edge: where the site stands off both kerbs the narrower side counts.
class RoadWidths {
   public:
    explicit RoadWidths(const Inputs& inputs);
    ~RoadWidths();

    bool empty() const;  ///< the inputs have no road at all

    /// @param ground  bays and aisles, grid metres @param scale  grid metres per ground metre
    /// @return the worst of the roads that the site stands on or that pass within `need_m` of it; nothing where none does. Roads narrower than
    ///         `need_m` count only where the site takes part of them
    std::optional<RoadLeft> left_beside(std::span<const Polygon> ground, double need_m, double scale) const;

   private:
    struct Roads;
    std::unique_ptr<Roads> m_roads;
};

}  // namespace geo
