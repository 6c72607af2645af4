#pragma once

#include "geo/checks/verdict.hpp"
#include "geo/geometry/box_index.hpp"

#include <set>
#include <string_view>

namespace geo {

/// All obstacles under an index of their clearances: finds what a site's certificate lists without measuring
/// everything.
class Surroundings {
public:
    /// @param kept  must outlive this; obstacles without any vertex are left out
    /// @param greatest_scale  no site is asked about with a greater one
    Surroundings(std::span<const Kept> kept, double greatest_scale);

    /// What a certificate lists: every obstacle within need + 10 m, and the governing one however far; tightest first.
    std::vector<Measured> in_reach(const MultiPolygon& ground, double scale) const;
    /// @param except  ids of obstacles that are none for this ground: itself, and what belongs to it
    std::vector<Measured> in_reach(const Shape& ground, double scale, const std::set<std::string_view>& except = {}) const;

    /// Positions of the obstacles whose clearance, increased by `more_m` ground metres, may meet a box; ascending.
    std::vector<std::size_t> near(const Box& box, double more_m, double scale) const;

private:
    std::span<const Kept> m_kept;
    std::size_t m_count = 0;  ///< that have a place
    BoxIndex m_index;
};

/// What a certificate lists of the obstacles given; tightest first.
std::vector<Measured> in_reach(const Shape& ground, std::span<const Kept> kept, double scale);

}  // namespace geo
