#include "geo/io/import.hpp"

#include "geo/io/building_join.hpp"
#include "geo/io/import_findings.hpp"
#include "geo/io/layer_crs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace geo {
namespace {

using namespace reading;

std::vector<Point> places_of(const Layer& layer) {
    std::vector<Point> places;
    for (const Feature& feature : layer.features)
        if (const Box box = box_of(feature.shape); !box.empty()) places.push_back(box.centre());
    return places;
}

// Longitude and latitude of a layer's middle; a stray feature does not move a median.
std::optional<Point> lonlat_of(const Layer& layer) {
    const auto centre = robust_centre(places_of(layer));
    if (!centre) return std::nullopt;
    const Point lonlat = Transform{layer.crs, "EPSG:4326"}(*centre);
    if (!std::isfinite(lonlat.x) || !std::isfinite(lonlat.y)) return std::nullopt;
    return lonlat;
}

// Compounds say where the project is, else buildings, else whatever comes first.
std::optional<Point> lonlat_of(std::span<const Layer* const> layers) {
    for (const Role role : {Role::Compound, Role::Building})
        for (const Layer* layer : layers)
            if (layer->role == role)
                if (const auto place = lonlat_of(*layer)) return place;
    for (const Layer* layer : layers)
        if (const auto place = lonlat_of(*layer)) return place;
    return std::nullopt;
}

/// Runs a step of one layer's import; a failure says which layer it concerns.
template <typename Step>
auto for_layer(std::size_t position, Step&& step) {
    try {
        return step();
    } catch (Error& error) {
        error.concerns_layer(position);
        throw;
    }
}

// A layer without CRS may be told by where the others lie, so it waits for them.
std::vector<SourceLayer> read_all(std::span<const LayerRequest> requests, std::span<const Layer> existing, const Progress& progress) {
    std::vector<std::optional<SourceLayer>> read(requests.size());
    const double share = requests.empty() ? 1.0 : 1.0 / static_cast<double>(requests.size());
    const auto part = [&](std::size_t i) { return progress.part(share * static_cast<double>(i), share * static_cast<double>(i + 1)); };
    std::vector<std::size_t> waiting;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        try {
            read[i] = for_layer(i, [&] { return read_layer(requests[i], {}, part(i)); });
        } catch (const CrsError&) {
            if (requests[i].crs) throw;  // what the user says does not depend on other layers
            waiting.push_back(i);
        }
    }
    if (!waiting.empty()) {
        std::vector<const Layer*> known;
        for (const Layer& layer : existing) known.push_back(&layer);
        for (const auto& layer : read)
            if (layer) known.push_back(&layer->layer);
        const auto hint = lonlat_of(known);
        for (const std::size_t i : waiting) read[i] = for_layer(i, [&] { return read_layer(requests[i], hint, part(i)); });
    }
    std::vector<SourceLayer> result;
    for (std::size_t i = 0; i < read.size(); ++i) {
        read[i]->position = i;
        result.push_back(std::move(*read[i]));
    }
    return result;
}

CrsName checked_working_crs(const CrsName& name) {
    const CrsInfo info = crs_info(name);
    const bool is_metric = info.projected && std::abs(info.metres_per_unit - 1.0) < 1e-9;
    if (!is_metric || info.name == "EPSG:3857")
        throw CrsError{say("{} 不能作为工作坐标系：须为以米为单位的等角投影，如 EPSG:4544，且不能是 EPSG:3857。",
                           "{} cannot be the working CRS: a conformal projection in metres is needed, such as EPSG:4544, and not EPSG:3857.",
                           info.name)};
    return info.name;
}

CrsName choose_working_crs(const std::optional<CrsName>& given, std::span<const Layer> existing, std::span<const SourceLayer> layers) {
    if (given) return checked_working_crs(*given);
    if (!existing.empty()) return existing.front().crs;
    std::vector<const Layer*> all;
    for (const SourceLayer& layer : layers) all.push_back(&layer.layer);
    const auto place = lonlat_of(all);
    if (!place)
        throw InvalidInput{say("导入：没有一个要素有可用的坐标，无法选定工作坐标系。请检查各图层的坐标系。",
                               "Importing: no feature has usable coordinates to choose the working CRS by. Check the layers' CRS.")};
    return working_crs(*place);
}

bool is_usable(const Feature& feature, Role role) {
    return role == Role::Compound || role == Role::Area ? !feature.shape.areas.empty() : !feature.shape.empty();
}

void transform_and_repair(SourceLayer& source, const CrsName& working, const Progress& progress) {
    Layer& layer = source.layer;
    const std::string& shown = source.where;
    const std::optional<Transform> transform = layer.crs == working ? std::nullopt : std::optional<Transform>{std::in_place, layer.crs, working};
    layer.crs = working;
    std::vector<Feature> kept;
    kept.reserve(layer.features.size());
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        constexpr std::size_t stride = 512;
        if (i % stride == 0) progress.at(static_cast<double>(i) / static_cast<double>(layer.features.size()));
        Feature& feature = layer.features[i];
        if (transform) transform->apply(feature.shape);
        Repair done = repair(feature.shape);
        feature.is_hull = done.kind == Repair::Kind::Hull;
        if (done.kind != Repair::Kind::Dropped && !is_usable(feature, layer.role)) done.kind = Repair::Kind::Dropped;
        const auto findings = repair_finding(done, shown, source.numbers[i]);
        source.findings.insert(source.findings.end(), findings.begin(), findings.end());
        layer.provenance.repaired += done.kind == Repair::Kind::Repaired;
        layer.provenance.hulls += done.kind == Repair::Kind::Hull;
        if (done.kind != Repair::Kind::Dropped) kept.push_back(std::move(feature));
    }
    layer.features = std::move(kept);
    layer.provenance.dropped = layer.provenance.read - static_cast<std::int64_t>(layer.features.size());
    if (layer.features.empty())
        throw InvalidInput{say("导入 {}：没有一个要素可用（坐标无效，或坐标系有误）。请检查数据，或用 --crs {}=EPSG:n 指定坐标系。",
                               "Importing {}: no feature is usable (bad coordinates, or a wrong CRS). Check the data, or give --crs {}=EPSG:n.", shown,
                               role_info(layer.role).name)};
}

// The same id in another role gets the role in front; in the same role, a number behind.
void make_ids_unique(std::span<SourceLayer> layers, std::span<const Layer> existing) {
    std::map<std::string, Role> taken;
    for (const Layer& layer : existing)
        for (const Feature& feature : layer.features) taken.emplace(feature.id, layer.role);
    std::map<std::string, int> next;
    for (SourceLayer& source : layers) {
        const Role role = source.layer.role;
        std::size_t count = 0;
        std::string first;
        for (Feature& feature : source.layer.features) {
            std::string id = feature.id;
            if (const auto it = taken.find(id); it != taken.end() && it->second != role)
                id = fmt::format("{}-{}", role_info(role).name, id);
            const std::string base = id;
            if (taken.contains(id)) {
                int& n = next.try_emplace(base, 2).first->second;
                do id = fmt::format("{}#{}", base, n++);
                while (taken.contains(id));
                if (count++ == 0) first = id;
            }
            taken.emplace(id, role);
            feature.id = std::move(id);
        }
        if (count > 0)
            source.findings.push_back({"id-twice", source.where, first,
                                       say("{} 个要素的编号与前面的重复，已在其后加序号，如 {}。与其他台账关联前请核对。",
                                           "{} features have an id that another one has; they got a number behind it, as {}. Look at them before joining other tables.", count, first)});
    }
}

void append(std::vector<Finding>& all, std::vector<Finding> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Imported import_layers(std::span<const LayerRequest> requests, const std::optional<CrsName>& working, std::span<const Layer> existing,
                       const Progress& progress) {
    std::vector<SourceLayer> sources = read_all(requests, existing, progress.part(0.0, 0.4));
    std::ranges::stable_sort(sources, {}, [](const SourceLayer& s) { return s.layer.role; });

    Imported result;
    result.inputs.crs = choose_working_crs(working, existing, sources);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const double from = 0.4 + 0.5 * static_cast<double>(i) / static_cast<double>(sources.size());
        for_layer(sources[i].position, [&] {
            if (!sources[i].buildings.empty()) return join_to_buildings(sources[i], std::span{sources}.first(i), existing, result.inputs.crs);
            transform_and_repair(sources[i], result.inputs.crs, progress.part(from, from + 0.5 / static_cast<double>(sources.size())));
        });
    }
    make_ids_unique(sources, existing);
    for (SourceLayer& source : sources) {
        append(result.findings, std::move(source.findings));
        result.inputs.layers.push_back(std::move(source.layer));
    }
    progress.at(0.9);

    Inputs everything{result.inputs.crs, {}};
    std::vector<const Layer*> all;
    for (const Layer& layer : result.inputs.layers) all.push_back(&layer);
    for (const Layer& layer : existing) all.push_back(&layer);
    for (const Layer* layer : all)
        if (layer->role == Role::Compound) everything.layers.push_back(*layer);
    const std::vector<Compound> compounds = everything.compounds();
    append(result.findings, overlap_findings(compounds, result.inputs.crs));
    append(result.findings, outside_findings(compounds, all));
    append(result.findings, far_findings(all));
    progress.at(1.0);
    return result;
}

}  // namespace geo
