#pragma once

#include "geo/model/map_view.hpp"

#include <string>
#include <string_view>

namespace geo {

/// A map view as JSON text, as a project keeps it under the layout `map`.
std::string map_view_to_text(const MapView& view);

/// The other way. How a map looks is worth no failure: whatever is missing, of another type, out of range or of a newer version keeps its
/// default, unknown keys are passed over, and text that is no JSON gives the default view.
MapView map_view_from_text(std::string_view text);

}  // namespace geo
