#pragma once

#include "app/pages/page_template.hpp"
#include "app/pages/plan_facts.hpp"

namespace app {

/// A site shown closely.
struct SiteDetail {
    const geo::Site* site = nullptr;
    int number = 1;  ///< of the detail, most critical first
    MapOnPage map;   ///< without frame until it has a place
    bool is_part = false;  ///< the site is too large for a detail: shown is where it is nearest to what governs it
};

/// A map of a compound, or a tile of it.
struct CompoundMaps {
    MapOnPage main;
    std::vector<MapOnPage> tiles;  ///< where no scale holds the compound: the main map is their key
    std::vector<SiteDetail> details;
    bool is_wide = false;          ///< the main map takes the details' place, too: there it is larger, or as large as they would be
};

/// Which maps a compound's drawing has, and at which scales.
CompoundMaps compound_maps(const PlanFacts& facts, const PageTemplate& page, const geo::Compound& compound, const DimensionLines& dimensions);

/// A detail in a frame of the page: there its caption is left free. Its centre moves so that the governing obstacle is seen where it can be.
MapOnPage placed(const SiteDetail& detail, const DetailPlaces& places, const QRectF& frame);

}  // namespace app
