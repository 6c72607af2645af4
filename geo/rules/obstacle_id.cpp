#include "geo/rules/obstacle_id.hpp"

#include "geo/rules/building_class.hpp"
#include "geo/rules/pack_words.hpp"

#include <algorithm>

namespace geo {
namespace {

constexpr std::string_view footprint = "footprint";

struct Parts {
    std::string_view feature, part;
};

Parts parts_of(std::string_view id) {
    const auto at = id.rfind('#');
    if (at == std::string_view::npos || at == 0) return {id, {}};
    const std::string_view part = id.substr(at + 1);
    const bool is_part = part == footprint || (!part.empty() && std::ranges::find(facade_names, part) != facade_names.end());
    return is_part ? Parts{id.substr(0, at), part} : Parts{id, {}};
}

}  // namespace

std::string id_of_walls(const std::string& feature, Facade facade) {
    if (facade == Facade::Unknown) return feature;
    return feature + "#" + std::string{facade_names[static_cast<std::size_t>(facade)]};
}

std::string id_of_footprint(const std::string& feature) { return feature + "#" + std::string{footprint}; }

std::string_view feature_of_obstacle(std::string_view id) { return parts_of(id).feature; }

Message part_of_obstacle(std::string_view id) {
    const std::string_view part = parts_of(id).part;
    if (part.empty()) return {};
    if (part == footprint) return part_words(BuildingPart::Footprint);
    return facade_words(static_cast<Facade>(std::ranges::find(facade_names, part) - facade_names.begin()));
}

}  // namespace geo
