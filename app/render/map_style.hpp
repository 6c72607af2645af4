#pragma once

#include "geo/core/message.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// A row of the layer tree: all style layers that share a `group`.
struct LayerGroup {
    std::string id;        ///< `building`, `sites`, `heat` …
    std::string section;   ///< `results`, `hazards`, `bans`, `base`
    geo::Message title;
    bool is_visible = true;  ///< at first
    int z = 0;             ///< greatest of its style layers
};

/// The looks of the map, from `styles/map/anchong.json` (schema in `data/schemas/mapstyle.schema.json`): a list of layers in MapLibre's shape, in
/// drawing order. Immutable.
class MapStyle {
   public:
    /// The style that is compiled in. @throws geo::InvalidInput  a fault in it, with layer and key
    static std::shared_ptr<const MapStyle> standard();
    /// @param json  another one @param file  named in errors
    static std::shared_ptr<const MapStyle> parse(std::string_view json, const std::string& file);
    ~MapStyle();
    MapStyle(const MapStyle&) = delete;
    MapStyle& operator=(const MapStyle&) = delete;

    const std::vector<LayerGroup>& groups() const;  ///< topmost first
    geo::Message section_title(const std::string& section) const;
    struct Layers;
    const Layers& layers() const { return *m_layers; }

   private:
    MapStyle();
    std::unique_ptr<Layers> m_layers;
};

}  // namespace app
