#include "tests/geo/zones/place_compounds.hpp"

#include "geo/io/import.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/run.hpp"
#include "geo/units/planning_units.hpp"

#include <cmath>

namespace geo::testing {
namespace {

Layer unit_layer(const Inputs& inputs) {
    std::vector<MultiPolygon> buildings;
    for (const Feature& feature : inputs.layers.front().features) buildings.push_back(feature.shape.areas);
    Layer units{.role = Role::Compound, .crs = inputs.crs, .provenance = {}, .features = {}};
    for (Compound& compound : planning_units(buildings, {})) {
        Feature feature;
        feature.id = compound.id;
        feature.shape.areas = std::move(compound.boundary);
        feature.values.resize(role_info(Role::Compound).fields.size());
        units.features.push_back(std::move(feature));
    }
    return units;
}

RandomCompound compound_near_origin(const Compound& compound, std::span<const Kept> kept, const Task& task) {
    const Box box = box_of(compound.boundary);
    const double k = scale_factor(task.inputs().crs, box.centre());
    const Point origin{std::floor(box.min_x), std::floor(box.min_y)};
    const auto local = [&](Shape shape) {
        each_vertex(shape, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
        return shape;
    };
    RandomCompound result{local({compound.boundary, {}, {}}).areas, {}, parameter(task.pack(), "setback") * k};
    for (const Kept& it : kept) {
        const double need = (it.requirement.need_m + it.obstacle->half_width_m) * k;
        if (box_of(it.obstacle->shape).grown(need + 0.01).meets(box)) result.keeps.push_back({local(it.obstacle->shape), need});
    }
    return result;
}

}  // namespace

std::vector<RandomCompound> place_compounds(const std::filesystem::path& file) {
    LayerRequest request;
    request.role = Role::Building;
    request.file = file;
    request.layer = "buildings";
    Inputs inputs = import_layers(std::vector{request}).inputs;
    inputs.layers.insert(inputs.layers.begin(), unit_layer(inputs));
    const Task task{inputs, load_pack("cn-base"), {.name = "base", .pack = "cn-base", .zone_type = ZoneType::Shed}};
    std::vector<RandomCompound> compounds;
    for (const Compound& compound : task.compounds()) compounds.push_back(compound_near_origin(compound, task.kept(), task));
    return compounds;
}

}  // namespace geo::testing
