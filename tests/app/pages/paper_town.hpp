#pragma once

#include "app/pages/sheet_maps.hpp"

namespace paper_town {

/// A compound of 100 × 80 ground metres far from its CRS's central meridian, where grid and ground differ by more than a thousandth. In it a
/// building of 20.00 × 12.00 ground metres, fire lanes, a gas regulator, and two sites: `C1-S1` 8.00 m from the building and 1.00 m from a lane,
/// `C1-S2` touching a lane.
class Town {
   public:
    explicit Town(const geo::CrsName& crs = "EPSG:4545", geo::Point corner = {820000.0, 3300000.0});

    geo::Point at(double x, double y) const { return {corner.x + scale * x, corner.y + scale * y}; }  ///< ground metres from the corner
    geo::Polygon box(double x, double y, double width, double height) const;

    geo::Point corner;
    double scale = 1.0;  ///< grid metres per ground metre
    app::SheetSource source;
    /// The whole compound at 1:500 in a frame of 220 × 180 mm.
    app::SheetMap map() const;
    /// A round site at 1:250 in a frame of 110 × 118.4 mm.
    app::SheetMap detail(const std::string& site) const;
    const geo::Site& site(const std::string& id) const;
};

}  // namespace paper_town
