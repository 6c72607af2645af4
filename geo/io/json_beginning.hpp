#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace geo::reading {

/// A GeoJSON of the whole features in the beginning of a longer one; nothing when there is none.
/// @param beginning  cut anywhere
std::optional<std::string> first_features(std::string_view beginning);

}  // namespace geo::reading
