#pragma once

#include "geo/rules/pack_file.hpp"
#include "geo/zones/ground_taken.hpp"
#include "geo/zones/why.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace geo::scene {

// On the central meridian of EPSG:4544 a grid metre is a ground metre (within 2e-12 over 20 m).
inline const CrsName crs = "EPSG:4544";
constexpr double east = 500000, north = 3270000;

inline Point at(double x, double y) { return {east + x, north + y}; }

inline Polygon rectangle(double x0, double y0, double x1, double y1) { return {{at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)}, {}}; }

/// A compound, of 60 × 40 m unless told otherwise, from x, y = 0 on, and what stands in it.
class Scene {
   public:
    explicit Scene(double width_m = 60, double height_m = 40) {
        inputs.crs = crs;
        add(Role::Compound, "C", {{rectangle(0, 0, width_m, height_m)}, {}, {}}).name = "示例小区";
        // cn-base has many assumptions; here only what a test says is one.
        for (ClearanceRule& rule : pack.clearances) rule.clause.status = Status::Secondary;
    }

    Feature& add(Role role, const std::string& id, Shape shape) {
        Feature feature{.id = id, .name = {}, .shape = std::move(shape), .values = std::vector<Value>(role_info(role).fields.size()), .source = {}};
        Layer layer{.role = role, .crs = crs, .provenance = {}, .features = {std::move(feature)}};
        layer.provenance.accuracy_m = 0.5;
        inputs.layers.push_back(std::move(layer));
        return inputs.layers.back().features.back();
    }
    void set(std::string_view field, Value value) {
        Layer& layer = inputs.layers.back();
        layer.features.back().values[*field_index(layer.role, field)] = std::move(value);
    }
    /// A surveyed five-storey dwelling of grade two, x = 20 … 30, y = 10 … 20: a shed keeps 6 m from it.
    void add_building() {
        add(Role::Building, "B25", {{rectangle(20, 10, 30, 20)}, {}, {}}).name = "25#";
        set("height", 15.0), set("fire_grade", std::string{"二级"}), set("use", std::string{"residential"});
    }
    ClearanceRule& rule(std::string_view id) { return *std::ranges::find(pack.clearances, id, &ClearanceRule::id); }
    Why why(double x, double y) const { return Reasons{inputs, pack, ZoneType::Shed}.at(at(x, y)); }
    GroundTaken taken(const Focus& focus = {}, std::vector<OtherRules> others = {}) const {
        return Takings{inputs, pack, ZoneType::Shed, std::move(others)}.of("C", focus, 2);
    }

    Inputs inputs;
    RulePack pack = load_pack("cn-base");
};

}  // namespace geo::scene
