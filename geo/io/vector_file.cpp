#include "geo/io/vector_file.hpp"

#include "geo/core/clock.hpp"
#include "geo/core/hash.hpp"
#include "geo/io/feature_reader.hpp"
#include "geo/io/field_mapping.hpp"
#include "geo/io/layer_choice.hpp"
#include "geo/io/layer_crs.hpp"
#include "geo/io/source_file.hpp"

#include <algorithm>
#include <array>

namespace geo {
namespace {

using namespace reading;

std::vector<Point> places_of(const Layer& layer) {
    std::vector<Point> places;
    places.reserve(layer.features.size());
    for (const Feature& feature : layer.features)
        if (const Box box = box_of(feature.shape); !box.empty()) places.push_back(box.centre());
    return places;
}

/// What a file was drawn from, where it tells: extracts of OpenStreetMap by their columns, drawings by their format (of a scale that nobody told, so
/// the coarser one).
std::string accuracy_source(const std::filesystem::path& file, const std::vector<std::string>& columns) {
    constexpr std::array<std::string_view, 6> osm{"osm_id", "osm_way_id", "osm_type", "@id", "osmid", "full_id"};
    const auto is_osm = [&](const std::string& column) { return std::ranges::find(osm, column) != osm.end(); };
    if (std::ranges::any_of(columns, is_osm)) return "osm";
    const std::string extension = file.extension().string();
    if (extension == ".osm" || extension == ".pbf") return "osm";
    return extension == ".dxf" || extension == ".DXF" ? "survey_2000" : "assumed";
}

bool swap_survey_axes(SourceLayer& result, Box& extent, const std::string& shown) {
    if (!are_survey_axes(extent)) return false;
    for (Feature& feature : result.layer.features)
        for (Point& p : feature.shape.points) std::swap(p.x, p.y);
    extent = {extent.min_y, extent.min_x, extent.max_y, extent.max_x};
    result.findings.push_back(axes_swapped(shown));
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
    const std::string option = fmt::format("--role {}={}", role.name, source.shown);
    const NamedLayer picked = pick_layer(layers, request.role, request.layer, source.shown, option);
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
    from.imported_at = timestamp();

    const Decoder decoder{source.encoding};
    const bool is_table = OGR_L_GetGeomType(picked.layer) == wkbNone;
    const std::vector<std::string> columns = column_names(picked.layer, decoder);
    from.accuracy_from = request.accuracy_m ? "option" : !request.accuracy_source.empty() ? request.accuracy_source : accuracy_source(request.file, columns);
    const FieldMapping mapping = map_fields(request.role, columns, request.mapping, is_table, shown);
    if (is_table && !mapping.building && (!mapping.xy || !role.takes_points)) {
        const std::string all = listed(columns);
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
    if (mapping.building) {
        from.crs_from = "derived";
        progress.at(1.0);
        return result;
    }

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
