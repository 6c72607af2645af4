#include "app/render/map_style.hpp"

#include "app/render/embedded_styles.hpp"
#include "app/render/style_layers.hpp"

#include <algorithm>

namespace app {

MapStyle::MapStyle() = default;
MapStyle::~MapStyle() = default;

std::shared_ptr<const MapStyle> MapStyle::standard() {
    static const std::shared_ptr<const MapStyle> style = [] {
        const geo::embedded::File& file = geo::embedded::map_styles().front();
        return parse(file.text, std::string{file.name});
    }();
    return style;
}

std::shared_ptr<const MapStyle> MapStyle::parse(std::string_view json, const std::string& file) {
    std::shared_ptr<MapStyle> style{new MapStyle};
    style->m_layers = std::make_unique<Layers>(style_from_json(json, file));
    return style;
}

const std::vector<LayerGroup>& MapStyle::groups() const { return m_layers->tree; }

geo::Message MapStyle::section_title(const std::string& section) const {
    for (const auto& [id, title] : m_layers->sections)
        if (id == section) return title;
    return {section, section};
}

std::optional<std::size_t> MapStyle::Layers::group_named(std::string_view name) const {
    const auto it = std::ranges::find(groups, name, &LayerGroup::id);
    if (it == groups.end()) return std::nullopt;
    return static_cast<std::size_t>(it - groups.begin());
}

}  // namespace app
