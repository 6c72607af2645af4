#pragma once

#include "app/project/open_project.hpp"
#include "app/render/map_data.hpp"

#include <string>
#include <vector>

/// A compound with two buildings, a fire lane, a hazard report and consent ground; no results.
inline app::LoadedProject layered_town() {
    const auto square = [](double x, double y, double side) {
        return geo::Shape{.areas = {{.outer = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, .holes = {}}}, .lines = {}, .points = {}};
    };
    geo::Project project;
    project.inputs.crs = "EPSG:4545";
    project.scenarios = {{}};
    const auto add = [&](geo::Role role, std::vector<geo::Shape> shapes) {
        geo::Layer layer{.role = role, .crs = "EPSG:4545", .provenance = {}, .features = {}};
        for (std::size_t i = 0; i < shapes.size(); ++i)
            layer.features.push_back({.id = std::string{geo::role_info(role).name} + std::to_string(i), .name = {}, .shape = std::move(shapes[i]),
                                      .values = std::vector<geo::Value>(geo::role_info(role).fields.size()), .source = "{}"});
        project.inputs.layers.push_back(std::move(layer));
    };
    add(geo::Role::Compound, {square(500'000, 3'250'000, 200)});
    add(geo::Role::Building, {square(500'010, 3'250'010, 30), square(500'100, 3'250'100, 40)});
    add(geo::Role::FireLane, {square(500'060, 3'250'000, 6)});
    add(geo::Role::Consent, {square(500'150, 3'250'010, 20)});
    add(geo::Role::Hazard, {{.areas = {}, .lines = {}, .points = {{500'020, 3'250'050}}}});
    return {.path = "town.gpkg", .project = std::make_shared<const geo::Project>(std::move(project)), .scenario = "base",
            .results = {{"base", std::make_shared<const geo::Results>()}}, .view = {}};
}

inline std::shared_ptr<const app::MapData> map_data_of(const app::LoadedProject& town) {
    return std::make_shared<const app::MapData>(town.project, town.results.at("base"), app::MapStyle::standard());
}

inline std::vector<std::string> ids_of(const std::vector<geo::LayerView>& layers) {
    std::vector<std::string> ids;
    for (const geo::LayerView& layer : layers) ids.push_back(layer.id);
    return ids;
}
