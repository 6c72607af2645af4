#pragma once

#include "geo/bays/layout.hpp"
#include "geo/model/results.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace geo {

/// Where a site was fitted, to fit it again with less ground.
struct Place {
    const Zone* zone = nullptr;
    double scale = 1.0;
    /// Bays in a zone, with further areas that no aisle may cross.
    std::function<std::optional<Site>(const Zone&, const std::vector<MultiPolygon>& no_aisle)> fit;
};

/// Keeps the gap between groups also between sites, which were fitted one zone at a time: where two come nearer to each other, or
/// the aisle of one lies on the other, the later is fitted again in what the earlier leaves of its zone; else the earlier in what
/// the later leaves; else the later is given up.
///
/// @param sites  one for each place, where one was found; changed in place, in order
void keep_apart(std::vector<std::optional<Site>>& sites, const std::vector<Place>& places, double group_gap_m);

}  // namespace geo
