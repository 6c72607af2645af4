#pragma once

#include "geo/rules/pack_file.hpp"
#include "geo/rules/requirement.hpp"

#include <string>
#include <utility>
#include <vector>

/// Inputs of a few features, and the obstacles that become of them under `cn-base`.
namespace geo {

using Attributes = std::vector<std::pair<const char*, Value>>;

inline const Polygon square{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}};

inline Feature feature(Role role, const std::string& id, Shape shape, const Attributes& attributes = {}) {
    Feature result{.id = id,
                   .name = {},
                   .shape = std::move(shape),
                   .values = std::vector<Value>(role_info(role).fields.size()),
                   .source = {}};
    for (const auto& [name, value] : attributes) result.values[field_index(role, name).value()] = value;
    return result;
}
inline Shape an_area() { return {.areas = {square}, .lines = {}, .points = {}}; }
inline Shape a_line() { return {.areas = {}, .lines = {{{0, 0}, {50, 0}}}, .points = {}}; }
inline Shape a_point() { return {.areas = {}, .lines = {}, .points = {{5, 5}}}; }

inline Layer layer(Role role, std::vector<Feature> features, double accuracy_m = 3.0) {
    Layer result{.role = role, .crs = "EPSG:4544", .provenance = {}, .features = std::move(features)};
    result.provenance.file = std::string{role_info(role).name} + ".shp";
    result.provenance.accuracy_m = accuracy_m;
    return result;
}

struct Read {
    std::vector<Obstacle> obstacles;
    std::vector<Finding> findings;

    std::string finding(std::string_view code) const {
        for (const Finding& each : findings)
            if (each.code == code) return each.text.zh;
        return {};
    }
};

inline Read read(std::vector<Layer> layers) {
    static const RulePack pack = load_pack("cn-base");
    Read result;
    result.obstacles = obstacles_of({.crs = "EPSG:4544", .layers = std::move(layers)}, pack, result.findings);
    return result;
}

}  // namespace geo
