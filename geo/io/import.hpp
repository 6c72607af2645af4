#pragma once

#include "geo/io/vector_file.hpp"
#include "geo/model/inputs.hpp"

#include <span>

namespace geo {

struct Imported {
    Inputs inputs;
    std::vector<Finding> findings;
};

/// Reads layers, chooses the working CRS from where they lie (unless one is given), transforms, repairs every ring (a finding
/// each) and gives every feature an id unique in the project.
///
/// Hazards of a table without coordinates are put into the buildings it names, by id or name.
///
/// Findings besides: overlapping or duplicate compounds; buildings outside every compound (a count); layers that lie far apart.
///
/// @param existing  layers already in the project, whose ids stay taken and whose CRS is kept
/// @throws as read_layer (the error says which layer it concerns), and InvalidInput when a layer has no usable feature left
Imported import_layers(std::span<const LayerRequest> requests, const std::optional<CrsName>& working = {},
                       std::span<const Layer> existing = {}, const Progress& progress = {});

}  // namespace geo
