#pragma once

#include "geo/io/vector_file.hpp"

#include <span>

namespace geo::reading {

/// Puts the features of a table that names buildings into these, at the point farthest from their walls. Those whose building is not found, or whose name
/// several bear, are left out with a finding each.
/// @param sources, existing  layers, already in the CRS, among which those of buildings are looked at; ids go before names
/// @throws InvalidInput  no building at all, or none of the table's
void join_to_buildings(SourceLayer& table, std::span<const SourceLayer> sources, std::span<const Layer> existing, const CrsName& crs);

}  // namespace geo::reading
