#include "tests/geo/report/real_inputs.hpp"

#include "data/samples/township.hpp"
#include "data/samples/write_township.hpp"
#include "geo/io/import.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/units/planning_units.hpp"

#include <cstdlib>
#include <filesystem>

namespace geo::testing {
namespace {

Project project_of(std::vector<LayerRequest> requests, const std::string& pack_id) {
    Project project;
    project.inputs = import_layers(requests).inputs;
    const RulePack pack = load_pack(pack_id);
    project.packs[pack.id] = pack_to_text(pack);
    project.scenarios.push_back({"base", pack.id, ZoneType::Shed});
    return project;
}

void add_units(Inputs& inputs) {
    std::vector<MultiPolygon> buildings;
    std::vector<Line> roads;
    for (const Layer& layer : inputs.layers) {
        for (const Feature& feature : layer.features) {
            if (layer.role == Role::Building) buildings.push_back(feature.shape.areas);
            if (layer.role == Role::Path) roads.insert(roads.end(), feature.shape.lines.begin(), feature.shape.lines.end());
        }
    }
    Layer units{Role::Compound, inputs.crs, {}, {}};
    for (const Compound& unit : planning_units(buildings, roads)) {
        Feature feature;
        feature.id = unit.id;
        feature.shape.areas = unit.boundary;
        feature.values.resize(role_info(Role::Compound).fields.size());
        units.features.push_back(std::move(feature));
    }
    inputs.layers.insert(inputs.layers.begin(), std::move(units));
}

}  // namespace

Project sample_project() {
    std::string folder = (std::filesystem::temp_directory_path() / "anchong-sample-XXXXXX").string();
    if (!mkdtemp(folder.data())) std::abort();
    std::vector<LayerRequest> requests;
    for (const samples::SampleFile& file : samples::write_township(samples::township(), folder)) {
        LayerRequest request;
        request.role = file.role;
        request.file = file.file;
        request.accuracy_m = 0.25;
        requests.push_back(std::move(request));
    }
    Project project = project_of(std::move(requests), "cn-chongqing-2024");
    std::filesystem::remove_all(folder);
    return project;
}

std::optional<Project> real_project(const std::string& file, const std::string& buildings, const std::string& roads) {
    const char* real = std::getenv("ANCHONG_REAL_DATA");
    if (!real || !*real) return std::nullopt;
    std::vector<LayerRequest> requests(roads.empty() ? 1 : 2);
    for (LayerRequest& request : requests) request.file = std::filesystem::path{real} / file;
    requests[0].role = Role::Building;
    requests[0].layer = buildings;
    if (!roads.empty()) {
        requests[1].role = Role::Path;
        requests[1].layer = roads;
    }
    Project project = project_of(std::move(requests), "cn-base");
    add_units(project.inputs);
    return project;
}

std::optional<Inputs> real_city(const std::string& file, const std::string& buildings) {
    const char* real = std::getenv("ANCHONG_REAL_DATA");
    if (!real || !*real) return std::nullopt;
    LayerRequest request;
    request.role = Role::Building;
    request.file = std::filesystem::path{real} / file;
    request.layer = buildings;
    Inputs inputs = import_layers(std::vector{request}).inputs;
    Box box;
    for (const Feature& feature : inputs.layers.front().features) box.add(box_of(feature.shape));
    Feature all{.id = "city", .name = {}, .shape = {}, .values = std::vector<Value>(role_info(Role::Compound).fields.size()), .source = {}};
    all.shape.areas = {{{{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}}, {}}};
    inputs.layers.insert(inputs.layers.begin(), Layer{Role::Compound, inputs.crs, {}, {std::move(all)}});
    return inputs;
}

}  // namespace geo::testing
