#include "geo/io/vector_file.hpp"

#include "geo/core/clock.hpp"
#include "geo/core/hash.hpp"
#include "geo/io/feature_reader.hpp"
#include "geo/io/field_mapping.hpp"
#include "geo/io/file_layers.hpp"
#include "geo/io/layer_crs.hpp"
#include "geo/io/source_file.hpp"

#include <algorithm>

namespace geo {
namespace {

using namespace reading;

bool may_fit(OGRLayerH layer, const RoleInfo& role) {
    const OGRwkbGeometryType type = OGR_GT_GetLinear(wkbFlatten(OGR_L_GetGeomType(layer)));
    switch (type) {
        case wkbPoint:
        case wkbMultiPoint: return role.takes_points;
        case wkbLineString:
        case wkbMultiLineString: return role.takes_lines;
        case wkbPolygon:
        case wkbMultiPolygon: return role.takes_areas;
        case wkbNone: return false;
        default: return true;
    }
}

std::string listed(const std::vector<NamedLayer>& layers) {
    std::string text;
    for (const NamedLayer& l : layers) text += (text.empty() ? "" : ", ") + l.name;
    return text;
}

// The named layer; else the only one, the only one whose name says the role, or the only one whose geometry the role takes.
NamedLayer pick_layer(const std::vector<NamedLayer>& layers, const LayerRequest& request, const std::string& shown) {
    const RoleInfo& role = role_info(request.role);
    if (layers.empty()) throw InvalidInput{say("读取 {}：文件中没有图层。", "Reading {}: the file has no layers.", shown)};
    if (request.layer) {
        const auto it = std::ranges::find(layers, *request.layer, &NamedLayer::name);
        if (it != layers.end()) return *it;
        throw SourceError{say("读取 {}：没有图层“{}”，现有：{}。", "Reading {}: there is no layer \"{}\"; it has: {}.", shown, *request.layer, listed(layers))};
    }
    if (layers.size() == 1) return layers.front();
    std::vector<std::string> names;
    for (const NamedLayer& l : layers) names.push_back(l.name);
    if (const auto at = layer_by_name(request.role, names)) return layers[*at];
    std::vector<NamedLayer> fitting;
    for (const NamedLayer& l : layers)
        if (may_fit(l.layer, role)) fitting.push_back(l);
    if (fitting.size() == 1) return fitting.front();
    throw InvalidInput{say("读取 {0}：有 {1} 个图层，不能确定哪个是“{2}”：{4}。请用 --role {5}={0}:图层名 指定。",
                           "Reading {0}: it has {1} layers, and which is the {3} cannot be told: {4}. Name it with --role {5}={0}:LAYER.",
                           shown, layers.size(), role.zh, role.en, listed(layers), role.name)};
}

std::vector<Point> places_of(const Layer& layer) {
    std::vector<Point> places;
    places.reserve(layer.features.size());
    for (const Feature& feature : layer.features)
        if (const Box box = box_of(feature.shape); !box.empty()) places.push_back(box.centre());
    return places;
}

// Chinese surveyors write X for north and Y for east; a column called x that holds northings gives itself away.
bool swap_survey_axes(SourceLayer& result, Box& extent, const std::string& shown) {
    if (!is_north_first(extent)) return false;
    for (Feature& feature : result.layer.features)
        for (Point& p : feature.shape.points) std::swap(p.x, p.y);
    extent = {extent.min_y, extent.min_x, extent.max_y, extent.max_x};
    result.findings.push_back({"axes-swapped", shown, "",
                               say("{}：x 列是北坐标、y 列是东坐标（测量习惯），已交换。", "{}: column x holds northings and y eastings, as surveyors write; swapped.", shown)});
    return true;
}

}  // namespace

std::vector<std::string> layer_names(const std::filesystem::path& file) {
    const Quiet quiet;
    const SourceFile source = open_source(file, {});
    std::vector<std::string> names;
    for (const NamedLayer& layer : layers_of(source, file)) names.push_back(layer.name);
    return names;
}

SourceLayer read_layer(const LayerRequest& request, std::optional<Point> hint_lonlat, const Progress& progress) {
    const Quiet quiet;
    const RoleInfo& role = role_info(request.role);
    SourceFile source = open_source(request.file, request.encoding);
    const std::vector<NamedLayer> layers = layers_of(source, request.file);
    const NamedLayer picked = pick_layer(layers, request, source.shown);
    const std::string shown = layers.size() > 1 ? source.shown + ":" + picked.name : source.shown;

    SourceLayer result;
    result.layer.role = request.role;
    result.where = shown;
    result.findings = source.findings;
    Provenance& from = result.layer.provenance;
    from.file = source.shown;
    from.layer = picked.name;
    from.sha256 = sha256_file(request.file);
    from.encoding = source.encoding_name;
    from.encoding_from = source.encoding_from;
    from.accuracy_m = request.accuracy_m.value_or(from.accuracy_m);
    from.accuracy_from = request.accuracy_m ? "option" : "assumed";
    from.imported_at = timestamp();

    const Decoder decoder{source.encoding};
    const bool is_table = OGR_L_GetGeomType(picked.layer) == wkbNone;
    const std::vector<std::string> columns = column_names(picked.layer, decoder);
    const FieldMapping mapping = map_fields(request.role, columns, request.mapping, is_table, shown);
    if (is_table && (!mapping.xy || !role.takes_points)) {
        std::string all;
        for (const std::string& column : columns) all += (all.empty() ? "" : ", ") + column;
        if (role.takes_points)
            throw InvalidInput{say("读取 {}：是没有几何的表，也找不到坐标列；现有的列：{}。请用 --map {}.x=列名 和 --map {}.y=列名 指定。",
                                   "Reading {}: a table without geometry, and no coordinate columns are found; the columns are: {}. Name them "
                                   "with --map {}.x=COLUMN and --map {}.y=COLUMN.",
                                   shown, all, role.name, role.name)};
        throw InvalidInput{say("读取 {0}：是没有几何的表，不能作为“{1}”。请换一个带几何的图层。",
                               "Reading {0}: a table without geometry cannot be the {2}. Choose a layer with geometry.", shown, role.zh, role.en)};
    }
    from.mapping = mapping.json;
    read_features(result, picked.layer, mapping, decoder, shown, progress);

    Box extent = robust_box(places_of(result.layer));
    if (is_table) swap_survey_axes(result, extent, shown);
    CrsAnswer answer = layer_crs({.shown = shown,
                                  .role = std::string{role.name},
                                  .option = request.crs,
                                  .wkt = is_table ? std::string{} : wkt_of(picked.layer),
                                  .by_format = source.crs_is_by_format,
                                  .extent = extent,
                                  .hint = hint_lonlat});
    result.layer.crs = from.crs = answer.name;
    from.crs_from = answer.from;
    result.findings.insert(result.findings.end(), answer.findings.begin(), answer.findings.end());
    progress.at(1.0);
    return result;
}

}  // namespace geo
