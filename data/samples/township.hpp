#pragma once

#include "geo/model/inputs.hpp"

namespace samples {

/// An invented township of 16 compounds, some 350 buildings and 2,000 hazard reports: the same at every call. All names are
/// made up. Layers are in CGCS2000 / 3-degree Gauss–Krüger CM 105E, their provenance names the shapefile's stem (`小区`)
/// and the layer of the GeoPackage (`compounds`). Not repaired: it has a survey's usual defects.
geo::Inputs township();

}  // namespace samples
