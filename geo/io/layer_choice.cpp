#include "geo/io/layer_choice.hpp"

#include "geo/core/error.hpp"
#include "geo/io/field_mapping.hpp"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>

namespace geo::reading {
namespace {

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

}  // namespace

std::vector<NamedLayer> layers_of(const SourceFile& source, const std::filesystem::path& file) {
    std::vector<NamedLayer> result;
    const int count = GDALDatasetGetLayerCount(source.dataset.get());
    const Decoder valid{*encoding_named("UTF-8")};
    for (int i = 0; i < count; ++i) {
        const OGRLayerH layer = GDALDatasetGetLayer(source.dataset.get(), i);
        // Copies and links have made-up names; the user knows the file's.
        result.push_back({valid(source.layer_is_file ? file.stem().string() : OGR_L_GetName(layer)), layer});
    }
    return result;
}

NamedLayer pick_layer(const std::vector<NamedLayer>& layers, Role of, const std::optional<std::string>& wanted, const std::string& shown,
                      const std::string& option) {
    const RoleInfo& role = role_info(of);
    if (layers.empty()) throw InvalidInput{say("读取 {}：文件中没有图层。", "Reading {}: the file has no layers.", shown)};
    if (wanted) {
        const auto it = std::ranges::find(layers, *wanted, &NamedLayer::name);
        if (it != layers.end()) return *it;
        throw SourceError{say("读取 {}：没有图层“{}”，现有：{}。", "Reading {}: there is no layer \"{}\"; it has: {}.", shown, *wanted, listed(layers))};
    }
    if (layers.size() == 1) return layers.front();
    std::vector<std::string> names;
    for (const NamedLayer& l : layers) names.push_back(l.name);
    if (const auto at = layer_by_name(of, names)) return layers[*at];
    std::vector<NamedLayer> fitting;
    for (const NamedLayer& l : layers)
        if (may_fit(l.layer, role)) fitting.push_back(l);
    if (fitting.size() == 1) return fitting.front();
    throw InvalidInput{say("读取 {0}：有 {1} 个图层，不能确定哪个是“{2}”：{4}。请用 {5}:图层名 指定。",
                           "Reading {0}: it has {1} layers, and which is the {3} cannot be told: {4}. Name it with {5}:LAYER.",
                           shown, layers.size(), role.zh, role.en, listed(layers), option)};
}

std::string wkt_of(OGRLayerH layer) {
    const OGRSpatialReferenceH srs = OGR_L_GetSpatialRef(layer);
    if (!srs) return {};
    constexpr std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    char* text = nullptr;
    std::string wkt;
    if (OSRExportToWktEx(srs, &text, options.data()) == OGRERR_NONE && text) wkt = text;
    CPLFree(text);
    return wkt;
}

}  // namespace geo::reading
