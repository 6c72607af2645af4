#pragma once

#include "app/render/style_faults.hpp"
#include "app/render/style_layers.hpp"

#include <nlohmann/json_fwd.hpp>

namespace app {

// Parts of a map style out of JSON that keeps the schema.

geo::Message message_of(const nlohmann::json& text);
QColor colour_at(const nlohmann::json& object, const char* key);  ///< not valid where there is none
void read_scale(const nlohmann::json& object, double& from, double& to);
Paint paint_of(const nlohmann::json& paint);
Paint dark_of(const Paint& light, const nlohmann::json& layer);   ///< the light one but for what the layer changes
Ramp ramp_of(const nlohmann::json& paint);
Marker marker_of(const nlohmann::json& marker);
Label label_of(const nlohmann::json& label);
LayerType type_of(const nlohmann::json& layer);

/// A layer's filter; the schema does not see into it, so its faults are found here.
Filter filter_of(const nlohmann::json& filter, const StyleLayer& layer, StyleFaults& faults);

}  // namespace app
