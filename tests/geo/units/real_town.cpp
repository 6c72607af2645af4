#include "tests/geo/units/real_town.hpp"

#include "geo/io/import.hpp"

#include <algorithm>
#include <cstdlib>

namespace test {

std::optional<RealTown> real_town(const std::string& file) {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder) return {};
    const auto request = [&](geo::Role role, const char* layer) {
        geo::LayerRequest r;
        r.role = role;
        r.file = std::filesystem::path{folder} / file;
        r.layer = layer;
        return r;
    };
    std::vector<geo::LayerRequest> requests{request(geo::Role::Building, "buildings")};
    const std::vector<std::string> names = geo::layer_names(requests[0].file);
    if (std::ranges::find(names, "roads") != names.end()) requests.push_back(request(geo::Role::Path, "roads"));

    RealTown town;
    for (geo::Layer& layer : geo::import_layers(requests).inputs.layers) {
        for (geo::Feature& feature : layer.features) {
            if (layer.role == geo::Role::Building) town.buildings.push_back(std::move(feature.shape.areas));
            for (geo::Line& line : feature.shape.lines)
                if (layer.role == geo::Role::Path) town.roads.push_back(std::move(line));
        }
    }
    return town;
}

}  // namespace test
