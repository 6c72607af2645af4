#pragma once

#include "geo/checks/tally.hpp"
#include "geo/model/results.hpp"

#include <optional>
#include <span>

namespace geo {

/// What a pack says of bays and groups, ground metres.
struct LayoutLimits {
    double bay_width_m = 0.0, bay_depth_m = 0.0;
    double group_max_length_m = 0.0, group_gap_m = 0.0;
    int group_max_bays = 0, site_max_bays = 0, least_bays = 0;
};

/// @throws RuleError when the pack lacks one
LayoutLimits layout_limits(const RulePack& pack);

/// Length of the longest row of bays, ground metres.
double longest_row_m(const Site& site, double scale);

/// Least distance between bays of different groups, ground metres; nothing where there is one group.
std::optional<double> least_group_gap_m(const Site& site, double scale);

/// Checks one stored site against the bays stored for it: how many bays and groups, what area with aisles, bays of full
/// size that share no ground, numbered once each, that fill the measured ground, groups within the limits and apart.
/// Codes: `layout-differs` (the site's row is not its bays'), `layout-broken` (the bays break a limit).
Tally check_layout(const Site& site, const LayoutLimits& limits, double scale, double tolerance_m);

/// Checks that bays of different sites keep the gap between groups: two sites nearer than it are one oversized group.
/// Code `sites-too-close`.
/// @param scales  one for each site
Tally check_neighbours(std::span<const Site> sites, std::span<const double> scales, const LayoutLimits& limits, double tolerance_m);

/// Checks that a stored ground is the sum of its zones and dropped parts, and its zones of the scenario's type.
/// Code `ground-differs`.
Tally check_sum(const Ground& ground, ZoneType type);

}  // namespace geo
