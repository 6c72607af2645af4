#pragma once

#include "geo/model/layer.hpp"

#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samples {

/// The township's layers, in the order in which they are written. A role may have two: shapefiles hold one geometry type each.
enum class Sheet {
    Compounds, Buildings, FireLanes, FireLaneAreas, Exits, Gates, Hydrants, Dangers, DangerAreas, Combustibles, Utilities,
    PowerSources, Consent, Water, Paths, AerialSites, Charging, Hazards
};

struct SheetInfo {
    Sheet sheet;
    geo::Role role;
    std::string_view zh;      ///< shapefile's stem
    std::string_view en;      ///< layer in the GeoPackage
    std::string_view prefix;  ///< of ids
};

std::span<const SheetInfo> sheets();
const SheetInfo& sheet_info(Sheet sheet);

using Values = std::initializer_list<std::pair<std::string_view, geo::Value>>;

/// The township while it is being drawn.
class Draft {
   public:
    /// Adds a feature with the next id of its sheet, its vertices rounded to whole millimetres as surveys are. Fields not
    /// named stay unknown. @pre the sheet's role has the named fields
    /// @return the id
    std::string add(Sheet sheet, std::string name, geo::Shape shape, Values values = {});

    std::vector<geo::Feature>& of(Sheet sheet) { return m_features[static_cast<std::size_t>(sheet)]; }
    const std::vector<geo::Feature>& of(Sheet sheet) const { return m_features[static_cast<std::size_t>(sheet)]; }

   private:
    std::array<std::vector<geo::Feature>, 18> m_features;
};

/// Sets one field of a feature. @pre the sheet's role has it
void set(geo::Feature& feature, Sheet sheet, std::string_view field, geo::Value value);

geo::Shape area_shape(geo::Ring ring);
geo::Shape line_shape(geo::Line line);
geo::Shape point_shape(geo::Point point);

}  // namespace samples
