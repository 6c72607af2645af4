#pragma once

#include "geo/checks/layout_checks.hpp"
#include "geo/model/existing.hpp"

#include <span>
#include <vector>

namespace geo {

/// Whether facilities that stand together are a group that a pack allows.
enum class GroupSize {
    Allowed,  ///< bays and length within the limits
    Unknown,  ///< within them as far as is known, but some facility does not tell its bays
    TooLarge
};

/// Facilities of one compound that stand nearer to one another than the gap between groups.
struct FacilityGroup {
    std::vector<std::size_t> members;  ///< positions, ascending; two at least
    int bays = 0;                      ///< known ones; a facility that does not tell counts as one
    double length_m = 0.0;             ///< greatest distance between any two of their corners, ground metres
    GroupSize size = GroupSize::Allowed;
};

/// By first member. @param scales  grid metres per ground metre, one for each facility
std::vector<FacilityGroup> facility_groups(std::span<const ExistingFacility> facilities, std::span<const double> scales, const LayoutLimits& limits);

}  // namespace geo
