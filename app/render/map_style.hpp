#pragma once

#include "geo/core/message.hpp"

#include <QColor>

#include <map>
#include <memory>
#include <optional>
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

/// Lines across an area, as paper millimetres.
struct Hatch {
    std::vector<double> angles_deg;  ///< anticlockwise from level lines
    double spacing_mm = 1.0, line_mm = 0.1;
    QColor colour;
};

/// Looks of what is drawn over the map: `selection`, `added`, `removed`. Colours that the style does not give are not valid.
struct MarkLook {
    QColor fill, stroke, casing, tag, tag_text;
    double stroke_mm = 0.0, casing_mm = 0.0;
    double ring_mm = 0.0;  ///< radius of the ring about a point
    std::vector<double> dash_mm;
    std::optional<Hatch> hatch;
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
    const MarkLook& mark(const std::string& name) const;  ///< one without colours where the style has none of that name
    struct Layers;
    const Layers& layers() const { return *m_layers; }

   private:
    MapStyle();
    std::unique_ptr<Layers> m_layers;
};

}  // namespace app
