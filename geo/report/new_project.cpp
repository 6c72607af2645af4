#include "geo/report/new_project.hpp"

#include "geo/core/clock.hpp"
#include "geo/rules/accuracy.hpp"
#include "geo/rules/pack_file.hpp"
#include "geo/scenario/run.hpp"
#include "geo/units/planning_units.hpp"

#include <algorithm>

namespace geo {
namespace {

/// No building is this long; a coastline or a province given as one would make millions of planning units.
constexpr double longest_building_m = 10'000.0;

void refuse_giants(const Layer& layer) {
    for (const Feature& feature : layer.features) {
        for (const Polygon& part : feature.shape.areas) {
            const Box box = box_of(part.outer);
            const double length_m = std::max(box.max_x - box.min_x, box.max_y - box.min_y);
            if (length_m <= longest_building_m) continue;
            throw InvalidInput{say("读取 {}：建筑 {} 长 {:.0f} km，不会是建筑，无法据此划分规划单元。请检查图层、--role 和 --crs building=EPSG:n，或给出小区图层。",
                                   "Reading {}: building {} is {:.0f} km long, which no building is, so no planning units can be made. Check the layer, --role and "
                                   "--crs building=EPSG:n, or give a compound layer.",
                                   layer.provenance.file, feature.id, length_m / 1000)};
        }
    }
}

/// Compounds made from buildings and roads, as a layer that says so.
Layer unit_layer(const Inputs& inputs, const Progress& progress) {
    std::vector<MultiPolygon> buildings;
    std::vector<Line> roads;
    for (const Layer& layer : inputs.layers) {
        if (layer.role == Role::Building) refuse_giants(layer);
        for (const Feature& feature : layer.features) {
            if (layer.role == Role::Building && !feature.shape.areas.empty()) buildings.push_back(feature.shape.areas);
            if (layer.role == Role::Path) roads.insert(roads.end(), feature.shape.lines.begin(), feature.shape.lines.end());
        }
    }
    Layer units{.role = Role::Compound, .crs = inputs.crs, .provenance = {}, .features = {}};
    units.provenance.file = "auto";
    units.provenance.crs = inputs.crs;
    units.provenance.crs_from = "derived";
    units.provenance.imported_at = timestamp();
    units.provenance.accuracy_from = "assumed";
    for (Compound& compound : planning_units(buildings, roads, {}, progress)) {
        Feature feature;
        feature.id = compound.id;
        feature.name = compound.name;
        feature.shape.areas = std::move(compound.boundary);
        feature.values.resize(role_info(Role::Compound).fields.size());
        feature.values[*field_index(Role::Compound, "derived")] = std::int64_t{1};
        feature.source = "{}";
        units.features.push_back(std::move(feature));
    }
    units.provenance.read = static_cast<std::int64_t>(units.features.size());
    return units;
}

}  // namespace

Project make_project(const std::filesystem::path& file, const std::vector<LayerRequest>& layers, bool compounds_from_units,
                     const std::string& pack_id, bool overwrite, const Progress& progress, const std::vector<RuleEdit>& numbers) {
    const auto has = [&](Role role) { return std::ranges::any_of(layers, [&](const LayerRequest& r) { return r.role == role; }); };
    if (!has(Role::Building)) throw UsageError{say("缺少建筑图层：请给出 --role building=文件。", "There is no building layer: give --role building=FILE.")};
    if (!has(Role::Compound) && !compounds_from_units) {
        throw UsageError{say("缺少小区图层：请给出 --role compound=文件，或用 compound=auto 按道路与建筑自动划分。",
                             "There is no compound layer: give --role compound=FILE, or compound=auto to split along roads and buildings.")};
    }
    if (has(Role::Compound) && compounds_from_units) {
        throw UsageError{say("compound=auto 与小区图层不能同时使用。", "compound=auto cannot stand beside a compound layer.")};
    }
    std::error_code ignored;
    for (const LayerRequest& layer : layers) {
        if (!std::filesystem::equivalent(file, layer.file, ignored)) continue;
        throw OutputError{say("工程 {} 就是要读入的文件，--overwrite 也不会覆盖它。请换一个名字。",
                              "The project {} is one of the files to read; not even --overwrite replaces that. Choose another name.", file.string())};
    }
    // A file in the way is better said before minutes of reading.
    if (!overwrite && std::filesystem::exists(file)) {
        throw OutputError{say("{} 已存在。换一个名字，或加 --overwrite 覆盖。", "{} exists. Choose another name, or add --overwrite to replace it.", file.string())};
    }
    RulePack pack = load_pack(pack_id);
    if (!numbers.empty()) pack = with_numbers(own_copy(pack, own_id(pack.id, {})), numbers);

    Project project;
    project.name = file.stem().string();
    Imported imported = import_layers(layers, {}, {}, progress.part(0.0, 0.6));
    project.inputs = std::move(imported.inputs);
    project.findings = std::move(imported.findings);
    for (Layer& layer : project.inputs.layers) layer.provenance.accuracy_m = accuracy_of(layer.provenance, pack);
    if (compounds_from_units) {
        Layer units = unit_layer(project.inputs, progress.part(0.6, 0.8));
        project.findings.push_back({"units-derived", "compound", "",
                                    say("未给小区边界：按道路与建筑自动划分了 {} 个规划单元，均标记为推定。",
                                        "No compounds were given: {} planning units were made from roads and buildings, each marked derived.", units.features.size())});
        project.inputs.layers.insert(project.inputs.layers.begin(), std::move(units));
    }
    project.packs[pack.id] = pack_to_text(pack);
    project.scenarios.push_back({.name = "base", .pack = pack.id, .zone_type = ZoneType::Shed});
    // A plan would stop at a class that no rule covers: better known now, while the files are at hand.
    try {
        const Task task{project.inputs, pack, project.scenarios.front()};
    } catch (const RuleError& error) {
        project.findings.push_back({"rules-missing", "", "", error.message()});
    }
    progress.at(0.9);
    create_project(file, project, overwrite);
    try {
        progress.at(1.0);
    } catch (const Cancelled&) {  // The project is there: to say that nothing was changed would be wrong.
    }
    return project;
}

}  // namespace geo
