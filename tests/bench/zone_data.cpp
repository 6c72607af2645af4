#include "tests/bench/zone_data.hpp"

#include "geo/io/import.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/run.hpp"
#include "geo/units/planning_units.hpp"
#include "tests/geo/zones/random_compound.hpp"

#include <cmath>
#include <cstdlib>

namespace bench {
namespace {

using namespace geo;

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

Yard yard(const Compound& compound, std::span<const Kept> kept, const Task& task) {
    const Box box = box_of(compound.boundary);
    const double k = scale_factor(task.inputs().crs, box.centre());
    const Point origin{std::floor(box.min_x), std::floor(box.min_y)};
    const auto local = [&](Shape shape) {
        each_vertex(shape, [&](Point& p) { p.x -= origin.x, p.y -= origin.y; });
        return shape;
    };
    Yard result{local({compound.boundary, {}, {}}).areas, {}, parameter(task.pack(), "setback") * k};
    for (const Kept& it : kept) {
        const double need = (it.requirement.need_m + it.obstacle->half_width_m) * k;
        if (box_of(it.obstacle->shape).grown(need + 0.01).meets(box)) result.keeps.push_back({local(it.obstacle->shape), need});
    }
    return result;
}

}  // namespace

std::vector<Yard> generated_yards(int count) {
    std::vector<Yard> yards;
    for (int seed = 1; seed <= count; ++seed) {
        testing::RandomCompound c = testing::random_compound(static_cast<std::uint64_t>(seed));
        yards.push_back({std::move(c.boundary), std::move(c.keeps), c.setback});
    }
    return yards;
}

WholeCompound::WholeCompound(const Yard& yard) : pack{load_pack("cn-base")} {
    // Somewhere in Chongqing, where the working CRS is at home.
    const auto placed = [](Shape shape) {
        each_vertex(shape, [](Point& p) { p.x += 643'000, p.y += 3'271'000; });
        return shape;
    };
    pack.parameters.at("setback").value = yard.setback_m;
    compound.id = "C";
    compound.boundary = placed({yard.boundary, {}, {}}).areas;
    for (const Keep& keep : yard.keeps) obstacles.push_back({.id = "B", .name = {}, .what = {}, .shape = placed(keep.shape), .accuracy_m = 0.5});
    for (std::size_t i = 0; i < obstacles.size(); ++i) kept.push_back({&obstacles[i], {.rule = nullptr, .need_m = yard.keeps[i].distance_m}});
}

Ground WholeCompound::zones() const { return candidate_zones(compound, kept, CrsName{"EPSG:32648"}, ZoneType::Shed, pack); }

std::vector<Yard> shenzhen_yards() {
    const char* folder = std::getenv("ANCHONG_REAL_DATA");
    if (!folder) return {};
    LayerRequest request;
    request.role = Role::Building;
    request.file = std::filesystem::path{folder} / "buildings" / "shenzhen-nanshan.gpkg";
    request.layer = "buildings";
    Inputs inputs = import_layers(std::vector{request}).inputs;
    inputs.layers.insert(inputs.layers.begin(), unit_layer(inputs));
    const Task task{inputs, load_pack("cn-base"), {.name = "base", .pack = "cn-base", .zone_type = ZoneType::Shed}};
    std::vector<Yard> yards;
    for (const Compound& compound : task.compounds()) yards.push_back(yard(compound, task.kept(), task));
    return yards;
}

}  // namespace bench
