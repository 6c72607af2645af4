#pragma once

#include "geo/model/results.hpp"

#include <optional>
#include <span>

namespace geo {

/// Sizes of bays, aisles and groups, ground metres, as the pack gives them.
struct BayModule {
    double bay_width_m = 0.8, bay_depth_m = 2.0;
    double aisle_one_m = 1.5;   ///< aisle that serves one row
    double aisle_two_m = 2.6;   ///< aisle between two rows
    int group_max_bays = 30;
    double group_max_length_m = 20.0;
    double group_gap_m = 2.0;
    int site_max_bays = 100;
    int least_bays = 2;
    bool aisle_may_leave_zone = true;
    /// Our layout choice, in no pack: beside its largest group a site has only groups of so many bays, and of this share of the largest.
    /// Each group needs its own feeder, extinguishers and cover; scraps that fill every corner are not built. A site of one small
    /// group stays allowed.
    int least_further_bays = 6;
    double least_further_share = 0.25;
    int further_group_cost_bays = 2;  ///< of two layouts the one with a group less is taken if it lacks fewer bays than this
};

BayModule bay_module(const RulePack& pack);

/// The best bay layout that fits into a zone: most bays up to the module's limit, in groups worth building, at any angle; the robust ring first, the legal ring
/// when the robust one holds none. Bays lie wholly inside the ring; aisles inside the compound and outside `no_aisle` (lanes and
/// footprints), in the zone or beside it.
///
/// @param scale     grid metres per ground metre
/// @param boundary  of the compound @param no_aisle areas no aisle may cross
/// @return nothing when no row of `least_bays` fits
std::optional<Site> fit_bays(const Zone& zone, const BayModule& module, double scale, const MultiPolygon& boundary,
                             std::span<const MultiPolygon> no_aisle);

}  // namespace geo
